// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/text/characters.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "common/byte_scan.h"

namespace broadsheet {
namespace {

constexpr std::string_view ideographic_space = "\xE3\x80\x80";

bool is_terminator(char32_t c) {
  constexpr std::u32string_view terminators =
      U".!?\u2026\u3002\uFF01\uFF1F\uFF0E\u061F\u06D4\u0964\u0589\u1362";
  return terminators.find(c) != std::u32string_view::npos;
}

bool is_closing(char32_t c) {
  constexpr std::u32string_view closings = U"\"')]\u201D\u2019\u00BB\u201C\u300D\u300F\uFF09\u3011";
  return closings.find(c) != std::u32string_view::npos;
}

std::size_t last_start(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && text.size() - at < 4 && U8_IS_TRAIL(static_cast<std::uint8_t>(text[at]))) --at;
  return at;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  for (;;) {
    if (!text.empty() && is_ascii_space(text.front())) {
      text.remove_prefix(1);
    } else if (!text.empty() && is_ascii_space(text.back())) {
      text.remove_suffix(1);
    } else if (text.starts_with(ideographic_space)) {
      text.remove_prefix(ideographic_space.size());
    } else if (text.ends_with(ideographic_space)) {
      text.remove_suffix(ideographic_space.size());
    } else {
      return text;
    }
  }
}

std::string squeezed(std::string_view text) {
  text = trimmed(text);
  const bool has_other_space =
      find_byte_if(text, 0, [](char c) { return static_cast<unsigned char>(c) < ' '; }) < text.size();
  if (!has_other_space && find_double_space(text, 0) == std::string_view::npos) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (!is_ascii_space(c)) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

std::size_t columns(std::string_view text) {
  return count_bytes_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

char32_t next_code_point(std::string_view text, std::size_t& position) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, position, text.size(), c);
  return static_cast<char32_t>(c);
}

char32_t first_code_point(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? 0 : next_code_point(text, at);
}

char32_t last_code_point(std::string_view text) {
  return text.empty() ? 0 : first_code_point(text.substr(last_start(text)));
}

void append_utf8(std::string& out, char32_t code_point) {
  std::array<std::uint8_t, 4> bytes{};
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, code_point);
  out.append(reinterpret_cast<const char*>(bytes.data()), length);
}

std::string_view cut_at_word(std::string_view text, std::size_t max_columns) {
  std::size_t at = 0;
  for (std::size_t n = 0; n < max_columns && at < text.size(); ++n) next_code_point(text, at);
  if (at == text.size()) return text;
  const auto space = text.rfind(' ', at);
  return trimmed(text.substr(0, space == std::string_view::npos || space < at / 2 ? at : space));
}

std::vector<std::string_view> split_at(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string_view> split_spaces(std::string_view text) {
  auto words = split_at(text, ' ');
  std::erase_if(words, [](std::string_view word) { return word.empty(); });
  return words;
}

bool starts_with_nocase(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(),
                    [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
}

bool ends_sentence(std::string_view text) {
  text = trimmed(text);
  while (!text.empty() && is_closing(last_code_point(text))) text = trimmed(text.substr(0, last_start(text)));
  return !text.empty() && is_terminator(last_code_point(text));
}

bool is_unspaced(char32_t c) {
  return (c >= 0x3000 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x20000 && c <= 0x3FFFF);
}

}  // namespace broadsheet
