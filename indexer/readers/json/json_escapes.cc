// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json/json_escapes.h"

#include <algorithm>
#include <charconv>

namespace broadsheet {

namespace {

constexpr std::size_t kEscape = 6;  // of "\uXXXX"

/// The code unit of an escape that a text begins with; 0 if it begins with none.
unsigned code_unit(std::string_view text) {
  if (!text.starts_with("\\u") || text.size() < kEscape) return 0;
  unsigned unit = 0;
  const auto [end, error] = std::from_chars(text.data() + 2, text.data() + kEscape, unit, 16);
  return end == text.data() + kEscape ? unit : 0;
}

bool is_high(unsigned unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low(unsigned unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

}  // namespace

std::string mend_surrogates(std::string_view json) {
  std::string mended;
  mended.reserve(json.size());
  while (!json.empty()) {
    const std::size_t plain = std::min(json.find('\\'), json.size());
    mended += json.substr(0, plain);
    json.remove_prefix(plain);
    const unsigned unit = code_unit(json);
    const bool is_pair = is_high(unit) && is_low(code_unit(json.substr(kEscape)));
    const std::size_t length = std::min(json.size(), is_pair ? 2 * kEscape : unit != 0 ? kEscape : 2);
    mended += (is_high(unit) || is_low(unit)) && !is_pair ? "\\ufffd" : json.substr(0, length);
    json.remove_prefix(length);
  }
  return mended;
}

bool is_mere_values(std::string_view json) {
  constexpr std::size_t large = 4 * 1024 * 1024;
  constexpr std::size_t bytes_per_value = 16;
  if (json.size() < large) return false;
  const auto separators =
      std::count_if(json.begin(), json.end(), [](char c) { return c == ',' || c == '[' || c == '{'; });
  return static_cast<std::size_t>(separators) * bytes_per_value > json.size();
}

}  // namespace broadsheet
