// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "searcher/query/trouble.h"

namespace broadsheet {

/// Spellings that people bring from other systems (Nexis, Factiva, Westlaw, Lucene, Xapian, regular
/// expressions) and that would here be words nobody meant: what is wrong, and what to type. Nothing if the
/// chunk is not one of them. The chunk is without the punctuation at its end, its sign and its field.
std::optional<Trouble> foreign_spelling(Span chunk);

/// The same for a word directly before an opening parenthesis: hlead(...), atleast3(...).
std::optional<Trouble> foreign_function(Span name);

/// A brace, "&&", "||", or "<" and ">" as a comparison in a chunk: operators elsewhere, never part of a word.
std::optional<Trouble> foreign_mark(Span chunk);

/// "[2019 TO 2020]": text is the rest of the query, from the bracket on.
std::optional<Trouble> foreign_range(Span text);

/// True for words in capitals that are operators here or elsewhere (AND, NEAR): such a word is never left in
/// a tree as it stands.
bool is_operator_word(std::string_view word);

}  // namespace broadsheet
