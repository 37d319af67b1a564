// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/letters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace broadsheet {
namespace {

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

std::size_t columns(UChar32 c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  const int type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

char32_t letter_at(std::string_view text, std::size_t i) {
  if (is_ascii(text[i])) return static_cast<char32_t>(text[i]);
  auto at = static_cast<std::int32_t>(i);
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(text.data(), at, static_cast<std::int32_t>(text.size()), c);
  return static_cast<char32_t>(c);
}

char32_t letter_before(std::string_view text, std::size_t i) {
  if (i == 0) return 0;
  if (is_ascii(text[i - 1])) return static_cast<char32_t>(text[i - 1]);
  auto at = static_cast<std::int32_t>(i);
  UChar32 c = 0;
  U8_PREV_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), 0, at, c);
  return static_cast<char32_t>(c);
}

char32_t letter_after(std::string_view text, std::size_t i) {
  const std::size_t next = i + letter_bytes(text, i);
  return next < text.size() ? letter_at(text, next) : 0;
}

std::size_t letter_bytes(std::string_view text, std::size_t i) {
  if (is_ascii(text[i])) return 1;
  auto at = static_cast<std::int32_t>(i);
  U8_FWD_1(text.data(), at, static_cast<std::int32_t>(text.size()));
  return static_cast<std::size_t>(at) - i;
}

std::size_t count_letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_ascii_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_upper(char32_t c) {
  return u_isupper(static_cast<UChar32>(c));
}

bool is_lower(char32_t c) {
  return u_islower(static_cast<UChar32>(c));
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::size_t display_columns(std::string_view text) {
  std::size_t total = 0;
  for (std::size_t i = 0; i < text.size(); i += letter_bytes(text, i)) {
    total += columns(static_cast<UChar32>(letter_at(text, i)));
  }
  return total;
}

}  // namespace broadsheet
