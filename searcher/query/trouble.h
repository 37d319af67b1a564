// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace broadsheet {

/// A stretch of the query being read, and where it begins in it.
struct Span {
  std::string_view text;
  std::size_t at = 0;

  Span part(std::size_t begin, std::size_t length = std::string_view::npos) const {
    return {text.substr(begin, length), at + begin};
  }
};

/// What the reading of a query throws where it stops: position is in bytes of the prepared text
/// (typed_text.h). Never leaves parse_query and parse_date, which turn it into a QueryError about the text as
/// typed.
struct Trouble {
  std::size_t position = 0;
  std::string cause;
  std::string remedy;
};

/// Text for a message: one line, cut to a length that leaves room for the rest, in double quotes.
std::string quoted(std::string_view text);

/// The same without the quotes: for a remedy that can be typed.
std::string shortened(std::string_view text);

}  // namespace broadsheet
