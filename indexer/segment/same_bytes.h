// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace broadsheet::glass {

template <typename Number>
Number load(const char* place) {
  Number number = 0;
  std::memcpy(&number, place, sizeof number);
  return number;
}

/// a == b for terms, which are so short that a call of memcmp costs more than what it does.
inline bool same_bytes(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const char* x = a.data();
  const char* y = b.data();
  std::size_t left = a.size();
  for (; left >= 8; left -= 8, x += 8, y += 8) {
    if (load<std::uint64_t>(x) != load<std::uint64_t>(y)) return false;
  }
  for (; left >= 2; left -= 2, x += 2, y += 2) {
    if (load<std::uint16_t>(x) != load<std::uint16_t>(y)) return false;
  }
  return left == 0 || *x == *y;
}

template <typename Number>
void copy_number(char* to, const char* from) {
  std::memcpy(to, from, sizeof(Number));
}

/// memcpy for what is mostly shorter than the call of it.
inline void copy_bytes(char* to, std::string_view bytes) {
  const char* from = bytes.data();
  const std::size_t size = bytes.size();
  if (size > 16) {
    std::memcpy(to, from, size);
  } else if (size >= 8) {
    copy_number<std::uint64_t>(to, from);
    copy_number<std::uint64_t>(to + size - 8, from + size - 8);
  } else if (size >= 4) {
    copy_number<std::uint32_t>(to, from);
    copy_number<std::uint32_t>(to + size - 4, from + size - 4);
  } else if (size >= 2) {
    copy_number<std::uint16_t>(to, from);
    copy_number<std::uint16_t>(to + size - 2, from + size - 2);
  } else if (size == 1) {
    *to = *from;
  }
}

}  // namespace broadsheet::glass
