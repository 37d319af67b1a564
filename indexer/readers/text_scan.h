// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>

namespace broadsheet {

/// Small questions about bytes that are ASCII where they matter; the same in every locale.

constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
constexpr char to_upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
}
constexpr bool is_letter(char c) {
  return to_lower(c) >= 'a' && to_lower(c) <= 'z';
}

/// Without white space at both ends.
std::string_view trim(std::string_view text);

/// ASCII letters in lower case.
std::string lower(std::string_view text);

/// True if text begins with prefix, ASCII letters in any case. prefix is in lower case.
bool begins_with(std::string_view text, std::string_view prefix);

/// True if the text is one of the names.
template <std::size_t N>
bool is_one_of(std::string_view text, const std::string_view (&names)[N]) {
  return std::find(std::begin(names), std::end(names), text) != std::end(names);
}

/// True if one of the parts stands in the text, ASCII letters in any case. parts are in lower case.
bool contains_any(std::string_view text, std::initializer_list<std::string_view> parts);

/// True if all bytes are below 0x80.
bool is_ascii(std::string_view text);

/// White space trimmed, runs of it one space.
std::string squeezed_line(std::string_view text);

/// How long the run of white space at the beginning is.
std::size_t space_length(std::string_view text);

/// The first line, without its end ("\n", "\r\n" or "\r").
std::string_view first_line(std::string_view text);

/// text after its first line and that line's end.
std::string_view after_first_line(std::string_view text);

/// True if the text has tags that HTML paragraphs have: <p>, <br>, or an end tag.
bool looks_like_markup(std::string_view text);

/// Text as HTML that shows the same characters.
std::string escape_html(std::string_view text);

}  // namespace broadsheet
