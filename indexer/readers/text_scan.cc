// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text_scan.h"

#include <algorithm>

namespace broadsheet {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string squeezed_line(std::string_view text) {
  std::string line;
  for (const char c : trim(text)) {
    if (!is_space(c)) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

std::size_t space_length(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_space);
  return static_cast<std::size_t>(end - text.begin());
}

std::string_view trim(std::string_view text) {
  text.remove_prefix(space_length(text));
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), to_lower);
  return result;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  const std::string lowered = lower(text);
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return lowered.find(part) != std::string::npos; });
}

bool begins_with(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(),
                                                    [](char p, char t) { return p == to_lower(t); });
}

std::string_view first_line(std::string_view text) {
  // Piece by piece: the next line feed may be far away where lines end in carriage returns.
  constexpr std::size_t piece = 1024;
  for (std::size_t begin = 0; begin < text.size(); begin += piece) {
    std::string_view line = text.substr(begin, piece);
    line = line.substr(0, line.find('\n'));
    line = line.substr(0, line.find('\r'));
    if (line.size() < std::min(piece, text.size() - begin)) return text.substr(0, begin + line.size());
  }
  return text;
}

std::string_view after_first_line(std::string_view text) {
  text.remove_prefix(first_line(text).size());
  if (text.starts_with("\r\n")) return text.substr(2);
  return text.empty() ? text : text.substr(1);
}

bool looks_like_markup(std::string_view text) {
  for (std::size_t i = text.find('<'); i != std::string_view::npos; i = text.find('<', i + 1)) {
    const std::string_view tag = text.substr(i + 1, 3);
    if (tag.size() > 1 && tag[0] == '/' && is_letter(tag[1])) return true;
    const std::size_t name = begins_with(tag, "br") ? 2 : begins_with(tag, "p") ? 1 : 0;
    if (name != 0 && tag.size() > name && (tag[name] == '>' || tag[name] == '/' || is_space(tag[name])))
      return true;
  }
  return false;
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<' || c == '>') {
      out += c == '<' ? "&lt;" : "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace broadsheet
