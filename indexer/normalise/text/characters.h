// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// Classes of ASCII, the same under every locale.
constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_ascii_letter(char c) {
  return is_ascii_lower(c) || is_ascii_upper(c);
}
constexpr bool is_ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr char ascii_lower(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c + 32) : c;
}

/// The text without white space (ASCII, U+3000) at its ends; a view into text.
std::string_view trimmed(std::string_view text);

/// Trimmed, and each run of ASCII white space one space: a line as shown.
std::string squeezed(std::string_view text);

/// How many code points a UTF-8 text has.
std::size_t columns(std::string_view text);

/// First and last code point of a UTF-8 text; 0 if it is empty. Ill-formed bytes give U+FFFD.
char32_t first_code_point(std::string_view text);
char32_t last_code_point(std::string_view text);

/// The code point at position, which is moved behind it. Requires position < text.size().
char32_t next_code_point(std::string_view text, std::size_t& position);
void append_utf8(std::string& out, char32_t code_point);

/// The first max_columns code points of a text, cut at a space if there is one.
std::string_view cut_at_word(std::string_view text, std::size_t max_columns);

/// Views of what stands between the separators; always at least one.
std::vector<std::string_view> split_at(std::string_view text, char separator);

/// The words between single spaces, none empty.
std::vector<std::string_view> split_spaces(std::string_view text);

/// True if text starts with prefix, ASCII letters compared without case.
bool starts_with_nocase(std::string_view text, std::string_view prefix);

/// True if text ends as a sentence does: a full stop, question or exclamation mark of any script, perhaps
/// behind closing quotes or brackets.
bool ends_sentence(std::string_view text);

/// True of ideographs and kana, which are written without spaces between words.
bool is_unspaced(char32_t code_point);

}  // namespace broadsheet
