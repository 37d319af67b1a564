// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/render/json_values.h"

namespace broadsheet {

// Comma-separated values as RFC 4180 has them, but lines end with a line feed alone, as every other format's
// do and as every spreadsheet reads them.

/// A field's value as the text of a cell: lists joined by "; ", null empty. Text that a spreadsheet would
/// take for a formula (it begins with = + - @, tab or a line break) gets an apostrophe before it; numbers
/// never do.
std::string cell_text(const JsonValue& value);

/// cell_text of a text.
std::string safe_cell(std::string_view text);

/// Quoted if need be.
void write_csv_row(std::ostream& out, const std::vector<std::string>& cells);

}  // namespace broadsheet
