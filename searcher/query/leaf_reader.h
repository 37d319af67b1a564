// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "searcher/query/fields.h"
#include "searcher/query/grammar.h"
#include "searcher/query/lexer.h"

namespace broadsheet {

/// Reads what stands between the operators of a query: words, quotations, values and dates. Keeps a reference
/// to lexer; the functions require that neither a space nor a parenthesis is next, and throw Trouble.
class LeafReader {
 public:
  LeafReader(Lexer& lexer, std::int32_t today) : lexer_(lexer), today_(today) {}

  /// The leaf here, in the field (null: anywhere in title and text).
  Query read(const QueryField* field);

 private:
  Query read_words(Field field);
  Query read_word(Field field);
  Query read_exact(Field field);
  Query read_phrase(Field field);
  Query read_value(const QueryField& field);
  Query read_days(const QueryField& field);

  std::string value_text(const QueryField& field);
  void note_second_word(const QueryField& field, const std::string& value);
  void check_foreign(Span core) const;
  void check_exclamation(Span chunk, std::string_view core);

  Lexer& lexer_;
  std::int32_t today_;
  WordCount words_;
};

}  // namespace broadsheet
