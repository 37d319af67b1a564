// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet {

/// Scanning long texts for bytes that seldom come: a block at a time without a branch for each byte, so that
/// the compiler can use wide instructions. Pure functions of bytes; no encoding is assumed.

/// Place of the first byte from the place on that the predicate holds for; size() if there is none. The
/// predicate takes a char and should not branch.
template <typename Predicate>
std::size_t find_byte_if(std::string_view text, std::size_t from, Predicate is_wanted) {
  constexpr std::size_t block = 32;
  for (; from + block <= text.size(); from += block) {
    unsigned char any = 0;
    for (std::size_t i = 0; i < block; ++i) any |= static_cast<unsigned char>(is_wanted(text[from + i]));
    if (any != 0) break;
  }
  while (from < text.size() && !is_wanted(text[from])) ++from;
  return from;
}

/// How many bytes of the text the predicate holds for.
template <typename Predicate>
std::size_t count_bytes_if(std::string_view text, Predicate is_wanted) {
  constexpr std::size_t block = 128;  // what one byte can count
  std::size_t count = 0;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, block);
    unsigned char in_part = 0;
    for (const char c : part) in_part = static_cast<unsigned char>(in_part + (is_wanted(c) ? 1 : 0));
    count += in_part;
    text.remove_prefix(part.size());
  }
  return count;
}

inline bool is_ascii_text(std::string_view text) {
  return find_byte_if(text, 0, [](char c) { return (c & 0x80) != 0; }) == text.size();
}

/// Place of the first two spaces in a row from the place on; npos if there are none.
inline std::size_t find_double_space(std::string_view text, std::size_t from) {
  constexpr std::size_t block = 32;
  for (; from + block < text.size(); from += block) {
    unsigned char any = 0;
    for (std::size_t i = from; i < from + block; ++i)
      any |=
          static_cast<unsigned char>(static_cast<int>(text[i] == ' ') & static_cast<int>(text[i + 1] == ' '));
    if (any != 0) break;
  }
  return text.find("  ", from);
}

}  // namespace broadsheet
