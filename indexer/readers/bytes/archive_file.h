// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/readers/make_reader.h"
#include "indexer/readers/open_dump.h"

namespace broadsheet {

/// A file through libarchive. Of its formats and filters those are used that recognise themselves surely and
/// start no other program: mtree, WARC and uuencode would take news for themselves. An archive inside an
/// archive is not opened.
std::unique_ptr<DumpFile> open_archive_file(const InputFile& file, ReaderFactory factory);

}  // namespace broadsheet
