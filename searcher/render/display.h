// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// Text on a terminal, in columns. East Asian wide and full-width characters (UAX #11) take two, combining
/// marks and format characters none. All text here is one line of UTF-8.

std::size_t display_width(std::string_view text);

/// The text if it fits, else as many whole graphemes as fit before an ellipsis.
std::string cut_to_width(std::string_view text, std::size_t columns);

/// Filled up with spaces; as it is if it is wider.
std::string pad_right(std::string text, std::size_t columns);
std::string pad_left(std::string text, std::size_t columns);

/// Bytes of a text, the end excluded.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const TextRange&) const = default;
};

/// Lines of at most so many columns, broken where UAX #14 lets them; a longer stretch without a break is
/// broken between graphemes. The spaces at the breaks belong to no line. No line for an empty text.
std::vector<TextRange> wrap_ranges(std::string_view text, std::size_t columns);
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

/// What a stranger wrote, made safe for one line of a terminal: printable() without newlines and tabs, never
/// cut.
std::string single_line(std::string_view text);

/// "1 article", "2 articles".
std::string counted(std::uint64_t number, std::string_view noun);
std::string counted_stories(std::uint64_t number);

/// Quoted, as a POSIX shell takes it for one word.
std::string shell_word(const std::string& text);

}  // namespace broadsheet
