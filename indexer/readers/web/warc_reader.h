// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/readers/record_reader.h"

namespace broadsheet {

/// Crawl archives: WARC 0.17 to 1.1 (ISO 28500) and ARC 1. The pages that were answered with status 200 are
/// records (payload.h), with the address crawled as url; the crawl's date is no date of theirs. All else
/// (requests, metadata, revisits, images) is skipped with its reason. After a record that cannot be read,
/// reading goes on at the next that can be made out.
std::unique_ptr<DumpReader> make_warc_reader(DumpSource source);

}  // namespace broadsheet
