// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// One row of a table written as text: RFC 4180 with any delimiter, lines ending in "\n", "\r\n" or "\r".
/// Read leniently: spaces before a quote, a quote that is not doubled inside a quoted cell of one line, \"
/// for a quote.
struct CsvRow {
  enum class State {
    Complete,
    Open,      // the text ends first
    BadQuote,  // a quoted cell over several lines has a quote inside: most likely its first quote is a stray
               // one
  };
  State state = State::Complete;
  std::vector<std::string> cells;
  std::size_t length = 0;  // of the row with its line end, if complete
  std::size_t resume =
      0;  // where the line after the one with the last opening quote begins; 0 if not in text
};

/// The row that text begins with. text_is_all: nothing follows it, so its end ends the row.
CsvRow parse_csv_row(std::string_view text, char delimiter, bool text_is_all);

}  // namespace broadsheet
