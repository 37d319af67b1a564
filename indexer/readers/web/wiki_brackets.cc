// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/wiki_brackets.h"

namespace broadsheet {

WikiBrackets::WikiBrackets(std::string_view text) : text_(text) {
  struct Open {
    char bracket;
    std::size_t at;
  };
  std::vector<Open> open;
  std::size_t braces = 0;
  std::size_t squares = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const char c = text[i];
    if (c != text[i + 1] || (c != '{' && c != '}' && c != '[' && c != ']')) continue;
    if (c == '{' || c == '[') {
      open.push_back({c, i});
      ++(c == '{' ? braces : squares);
      ++i;
      continue;
    }
    std::size_t& left = c == '}' ? braces : squares;
    if (left == 0) continue;
    const char wanted = c == '}' ? '{' : '[';
    while (open.back().bracket != wanted) {
      --(open.back().bracket == '{' ? braces : squares);
      open.pop_back();
    }
    closes_.emplace(open.back().at, i);
    open.pop_back();
    --left;
    ++i;
  }
}

std::size_t WikiBrackets::close_of(std::size_t at) const {
  const auto found = closes_.find(at);
  return found == closes_.end() ? std::string_view::npos : found->second;
}

std::vector<std::size_t> WikiBrackets::split(std::size_t begin, std::size_t end, char separator) const {
  std::vector<std::size_t> at;
  for (std::size_t i = begin; i < end; ++i) {
    const char c = text_[i];
    if (c == separator) at.push_back(i);
    const std::size_t close = c == '{' || c == '[' ? close_of(i) : std::string_view::npos;
    if (close != std::string_view::npos && close < end) i = close + 1;
  }
  at.push_back(end);
  return at;
}

}  // namespace broadsheet
