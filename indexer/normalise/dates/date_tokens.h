// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// One piece of a date as written.
struct DateToken {
  enum class Kind : std::uint8_t { Number, Word, Mark };
  Kind kind = Kind::Mark;
  std::string word = {};     // Word: folded, without apostrophes
  std::int64_t value = 0;    // Number
  int digits = 0;            // Number
  char mark = ' ';           // Mark: ASCII; other dashes are '-', full-width marks narrow, the rest '?'
  bool after_space = false;  // white space stands before it
  bool is_word(std::string_view text) const { return kind == Kind::Word && word == text; }
  bool is_mark(char c) const { return kind == Kind::Mark && mark == c; }
};

/// The pieces of a text: digits of any script (and Chinese numerals before a unit) are numbers of at most 14
/// digits; 年 月 日 and their Korean sisters are words of their own. Nothing if the text is too long for a
/// date (120 bytes) or a number is.
std::optional<std::vector<DateToken>> date_tokens(std::string_view text);

}  // namespace broadsheet
