// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "searcher/query/parser.h"
#include "searcher/query/typed_text.h"

namespace broadsheet {

/// Reads the query language by recursive descent:
///
///     query        = [ alternatives ]
///     alternatives = group { "OR" group }
///     group        = operand { [ "AND" ] operand }
///     operand      = [ "NOT" | "-" | "+" ] near
///     near         = primary { ( "NEAR" | "ADJ" ) [ "/" number ] primary }
///     primary      = "(" alternatives ")" | field ":" primary | leaf
///     leaf         = word | "=" word | prefix "*" | word "~" [ "2" ] | quotation | value | dates
///
/// A field takes no other field; behind a field of values a leaf is a value, and values side by side need an
/// operator. Throws Trouble for everything else.
ParsedQuery read_query(const TypedText& text, std::int32_t today);

/// Counts the words of a query; throws Trouble beyond 1,000.
class WordCount {
 public:
  void add(std::size_t words, std::size_t at);
  bool any() const { return words_ > 0; }

 private:
  std::size_t words_ = 0;
};

}  // namespace broadsheet
