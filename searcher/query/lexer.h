// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/trouble.h"
#include "searcher/query/typed_text.h"

namespace broadsheet {

enum class Operator { None, And, Or, Not };

/// Walks over a query's text. What a stretch of it means depends on where it stands (behind person: a colon
/// is part of the value), so the parser asks for what it can use at each place, instead of getting a list of
/// tokens.
class Lexer {
 public:
  /// Keeps a reference to text.
  explicit Lexer(const TypedText& text) : text_(text.text()) {}

  /// Steps over spaces and over chunks that hold no word, such as a dash between spaces; these are noted.
  void skip_blank();

  bool at_end() const { return at_ == text_.size(); }
  bool at(char c) const { return at_ < text_.size() && text_[at_] == c; }
  bool at_blank() const { return at_end() || at(' ') || at(')'); }
  bool at_quote() const { return quote_bytes(text_, at_) > 0; }
  std::size_t position() const { return at_; }

  /// The operator word that stands here, in capitals and alone.
  Operator operator_here() const;

  Span chunk() const { return {std::string_view(text_).substr(at_, chunk_bytes(text_, at_)), at_}; }
  /// The chunk behind the one here, across spaces; empty at a parenthesis or a quotation.
  std::string_view next_chunk() const;
  Span rest() const { return {std::string_view(text_).substr(at_), at_}; }

  void skip(std::size_t bytes) { at_ += bytes; }
  /// Requires at_quote(). The text between the quotation marks; throws Trouble if they are not closed.
  Span take_quotation();

  const std::vector<std::string>& notices() const { return notices_; }
  void note(const std::string& notice);

 private:
  bool is_ornament(Span chunk) const;

  const std::string& text_;
  std::size_t at_ = 0;
  std::vector<std::string> notices_;
};

}  // namespace broadsheet
