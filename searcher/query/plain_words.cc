// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/plain_words.h"

#include <algorithm>

#include "searcher/query/grammar.h"
#include "searcher/query/leaves.h"
#include "searcher/query/shape.h"

namespace broadsheet {
namespace {

class PlainWords {
 public:
  explicit PlainWords(const TypedText& text) : text_(text.text()) {
    std::replace(text_.begin(), text_.end(), '*', ' ');
  }

  std::vector<Query> read() {
    std::size_t from = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const std::size_t close = quotation_at(i);
      if (close == std::string::npos) continue;
      add_words({std::string_view(text_).substr(from, i - from), from});
      const std::size_t begin = i + quote_bytes(text_, i);
      add_phrase({std::string_view(text_).substr(begin, close - begin), begin});
      from = close + quote_bytes(text_, close);
      i = from - 1;
    }
    add_words({std::string_view(text_).substr(from), from});
    return std::move(leaves_);
  }

 private:
  std::size_t quotation_at(std::size_t i) const {
    const bool opens = quote_bytes(text_, i) > 0 && !is_inside_word(text_, i);
    return opens ? find_closing_quote(text_, i) : std::string::npos;
  }

  void add_words(Span span) {
    for (const Piece& piece : read_pieces(span)) {
      if (!read_pieces({piece.text, 0}).empty()) add({piece}, Match::ByStem, span.at);
    }
  }

  void add_phrase(Span span) {
    const std::vector<Piece> pieces = read_pieces(span);
    if (!pieces.empty()) add(pieces, Match::AsTyped, span.at);
  }

  void add(const std::vector<Piece>& pieces, Match match, std::size_t at) {
    words_.add(pieces.size(), at);
    leaves_.push_back(make_leaf(pieces, Field::Any, match));
  }

  std::string text_;
  std::vector<Query> leaves_;
  WordCount words_;
};

}  // namespace

ParsedQuery read_plain_words(const TypedText& text) {
  std::vector<Query> leaves = PlainWords(text).read();
  if (!leaves.empty()) return {any_of(std::move(leaves)), {}};
  if (text.text().find_first_not_of(' ') == std::string::npos) return {};
  throw Trouble{0, "there is nothing to search for", "at least one word"};
}

}  // namespace broadsheet
