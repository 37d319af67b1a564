// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/printable.h"

#include <unicode/utf8.h>

namespace broadsheet {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_bidi_control(UChar32 c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

bool is_unsafe(UChar32 c) {
  if (c == '\n' || c == '\t') return false;
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || is_bidi_control(c);
}

}  // namespace

std::string printable(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    if (is_unsafe(c)) {
      safe += kReplacement;
    } else {
      safe += text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin));
    }
  }
  return safe;
}

std::string one_line(std::string_view text, std::size_t max_bytes) {
  std::string line = printable(text.substr(0, max_bytes + 4));
  for (char& c : line) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  if (line.size() <= max_bytes && text.size() <= max_bytes) return line;
  auto end = static_cast<std::int32_t>(std::min(max_bytes, line.size()));
  U8_SET_CP_START(reinterpret_cast<const std::uint8_t*>(line.data()), 0, end);
  return line.substr(0, static_cast<std::size_t>(end)) + "\u2026";
}

std::string comma_list(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

}  // namespace broadsheet
