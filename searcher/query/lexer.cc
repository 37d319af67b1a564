// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/lexer.h"

#include <algorithm>

#include "common/words.h"
#include "searcher/query/habits.h"

namespace broadsheet {
namespace {

std::string left_out(std::string_view chunk) {
  const std::string notice = quoted(chunk) + " holds no word and was left out";
  return chunk == "|" ? notice + "; type OR for either" : notice;
}

}  // namespace

void Lexer::skip_blank() {
  for (;;) {
    while (at(' ')) ++at_;
    const Span here = chunk();
    if (here.text.empty() || !is_ornament(here)) return;
    note(left_out(here.text));
    at_ += here.text.size();
  }
}

/// A sign before a parenthesis or a quotation is an operator, and so would other systems' be.
bool Lexer::is_ornament(Span here) const {
  const std::size_t behind = here.at + here.text.size();
  const bool touches = behind < text_.size() && (text_[behind] == '(' || quote_bytes(text_, behind) > 0);
  if (touches && here.text.find_first_not_of("-+=!") == std::string_view::npos) return false;
  if (here.text == "~" && here.at > 0 && text_[here.at - 1] != ' ') return false;
  if (here.text.find('*') != std::string_view::npos || foreign_mark(here)) return false;
  return split_words(here.text).empty();
}

Operator Lexer::operator_here() const {
  const std::string_view here = chunk().text;
  if (here == "AND") return Operator::And;
  if (here == "OR") return Operator::Or;
  return here == "NOT" ? Operator::Not : Operator::None;
}

std::string_view Lexer::next_chunk() const {
  std::size_t begin = at_ + chunk().text.size();
  while (begin < text_.size() && text_[begin] == ' ') ++begin;
  return std::string_view(text_).substr(begin, chunk_bytes(text_, begin));
}

Span Lexer::take_quotation() {
  const std::size_t open = at_;
  const std::size_t close = find_closing_quote(text_, open);
  if (close == std::string::npos) {
    throw Trouble{open, "this quotation mark has no partner", "a second quotation mark, or none"};
  }
  const std::size_t begin = open + quote_bytes(text_, open);
  at_ = close + quote_bytes(text_, close);
  return {std::string_view(text_).substr(begin, close - begin), begin};
}

void Lexer::note(const std::string& notice) {
  if (std::find(notices_.begin(), notices_.end(), notice) == notices_.end()) notices_.push_back(notice);
}

}  // namespace broadsheet
