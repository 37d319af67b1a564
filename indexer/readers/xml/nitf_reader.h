// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/readers/record_reader.h"

namespace broadsheet {

/// Files of one or more <nitf> documents, one after another or inside any other element; with or without
/// namespace and document type. nitf_record.h has what is made of each.
std::unique_ptr<DumpReader> make_nitf_reader(DumpSource source);

}  // namespace broadsheet
