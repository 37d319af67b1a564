// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/readers/record_reader.h"

namespace broadsheet {

/// NewsML 1.0 to 1.2: files of one or more <NewsML> documents with any number of <NewsItem>s
/// (newsml_item.h).
std::unique_ptr<DumpReader> make_newsml_reader(DumpSource source);

}  // namespace broadsheet
