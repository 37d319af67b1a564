// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/text/clean_text.h"

#include <algorithm>
#include <array>

#include "common/byte_scan.h"
#include "common/fold.h"
#include "indexer/normalise/text/characters.h"
#include "indexer/normalise/text/markup.h"

namespace broadsheet {
namespace {

// windows-1252, 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool is_changed(char c) {
  return static_cast<bool>(
      (static_cast<int>(static_cast<unsigned char>(c - ' ') > '~' - ' ') & static_cast<int>(c != '\n')));
}

/// How many characters from the place on stay as they are.
std::size_t plain_run(std::string_view text, std::size_t from) {
  return find_byte_if(text, from, is_changed) - from;
}

bool is_other_space(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F;
}

bool is_dropped(char32_t c) {
  return c < 0x20 || c == 0x7F || c == 0xAD || c == 0x200B || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFC) ||
         (c & 0xFFFE) == 0xFFFE;
}

bool is_joiner(char32_t c) {
  return c == 0x200C || c == 0x200D;
}

/// Appends the code point, or what stands for it; returns what was appended last, or previous.
char32_t append_clean(std::string& out, char32_t c, char32_t previous) {
  if (c >= 0x80 && c <= 0x9F) c = windows_1252[c - 0x80];
  if (c == '\n' && previous == '\r') return c;  // the CR was the line's end
  if (c == '\n' || c == '\r' || c == '\v' || c == 0x2028) {
    out += '\n';
  } else if (c == '\f' || c == 0x2029) {
    out += "\n\n";
  } else if (c == '\t') {
    out += "    ";
  } else if (is_other_space(c)) {
    out += ' ';
  } else if (is_dropped(c) || (is_joiner(c) && previous < 0x590)) {
    return previous;
  } else {
    append_utf8(out, c);
  }
  return c;
}

}  // namespace

std::string clean_text(std::string_view text) {
  const std::size_t first = plain_run(text, 0);
  if (first == text.size()) return std::string(text);
  std::string out;
  out.reserve(text.size());
  out.append(text.substr(0, first));
  char32_t previous = first > 0 ? static_cast<char32_t>(text[first - 1]) : 0;
  for (std::size_t at = first; at < text.size();) {
    previous = append_clean(out, next_code_point(text, at), previous);
    if (previous == '\r') continue;  // a line feed after it is the same line's end
    const std::size_t run = plain_run(text, at);
    if (run == 0) continue;
    out.append(text.substr(at, run));
    at += run;
    previous = static_cast<char32_t>(text[at - 1]);
  }
  return is_ascii_text(out) ? out : to_nfc(out);
}

std::string clean_line(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return squeezed(clean_text(text));
  return squeezed(clean_text(decode_references(text)));
}

}  // namespace broadsheet
