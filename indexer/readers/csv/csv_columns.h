// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "indexer/readers/csv/csv_header.h"

namespace broadsheet {

/// The columns of a table without a header, by what its first rows hold: dates, addresses, the longest text
/// (the body) and a shorter one (the title); the others have no name. length is 0: the first row is a record.
/// Nothing if the first row could be a header, or if all there is is one column of short texts, which may be
/// anything.
std::optional<CsvHeader> columns_by_content(std::string_view head, bool head_is_all);

}  // namespace broadsheet
