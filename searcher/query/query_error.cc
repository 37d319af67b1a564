// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/fold.h"
#include "common/printable.h"
#include "searcher/query/letters.h"
#include "searcher/query/parser.h"
#include "searcher/query/trouble.h"

namespace broadsheet {
namespace {

constexpr std::size_t window_columns = 72;
constexpr std::size_t before_columns = 36;
constexpr std::size_t quoted_bytes = 60;
constexpr std::string_view ellipsis = "...";

std::string shown(std::string_view text) {
  return one_line(text, text.size() * 3 + 8);
}

std::string last_columns(const std::string& text, std::size_t columns) {
  if (display_columns(text) <= columns) return text;
  std::size_t begin = 0;
  while (display_columns(std::string_view(text).substr(begin)) + ellipsis.size() > columns) {
    begin += letter_bytes(text, begin);
  }
  return std::string(ellipsis) + text.substr(begin);
}

std::string first_columns(const std::string& text, std::size_t columns) {
  if (display_columns(text) <= columns) return text;
  std::size_t end = 0;
  std::size_t used = ellipsis.size();
  for (; end < text.size(); end += letter_bytes(text, end)) {
    used += display_columns(std::string_view(text).substr(end, letter_bytes(text, end)));
    if (used > columns) break;
  }
  return text.substr(0, end) + std::string(ellipsis);
}

/// At most as many bytes as can matter on either side of the place, so that a long query costs nothing.
std::string_view near_place(std::string_view text, bool from_end) {
  constexpr std::size_t enough = window_columns * 16;
  if (text.size() <= enough) return text;
  std::size_t cut = from_end ? text.size() - enough : enough;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  return from_end ? text.substr(cut) : text.substr(0, cut);
}

std::string pointed_at(std::string_view query, std::size_t position) {
  const std::string before = shown(near_place(query.substr(0, position), true));
  const std::string after = shown(near_place(query.substr(position), false));
  const std::size_t room_before =
      std::max(before_columns, window_columns - std::min(window_columns, display_columns(after) + 1));
  const std::string left = last_columns(before, room_before);
  const std::size_t column = display_columns(left);
  return "\n  " + left + first_columns(after, window_columns - column) + "\n  " + std::string(column, ' ') +
         '^';
}

std::string message(std::string_view query, std::size_t position, std::string_view cause,
                    std::string_view remedy) {
  std::string text = "cannot read the query: " + std::string(cause);
  if (!query.empty()) text += pointed_at(query, std::min(position, query.size()));
  if (!remedy.empty()) text += "\nTry: " + std::string(remedy);
  return text;
}

}  // namespace

std::string quoted(std::string_view text) {
  return '"' + shortened(text) + '"';
}

std::string shortened(std::string_view text) {
  return one_line(text, quoted_bytes);
}

QueryError::QueryError(std::string_view query, std::size_t position, std::string_view cause,
                       std::string_view remedy)
    : InputError(message(query, position, cause, remedy)),
      position_(position),
      cause_(cause),
      remedy_(remedy) {}

}  // namespace broadsheet
