// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "searcher/query/tree.h"
#include "searcher/query/trouble.h"

namespace broadsheet {

constexpr std::uint32_t max_edits = 2;

/// "word~", "word~1", "word~2": the words spelt like this one but for one or two letters. core is a chunk
/// without the punctuation at its end. Nothing if it has no such ending ("5~10" is a range of numbers).
/// Throws Trouble for another number, for several words, and for a word so short that nearly all are like it:
/// one letter may be wrong of three or more, two of five or more.
std::optional<Query> read_fuzzy_word(Span core, Field field);

/// For a word with such an ending where it cannot stand: between quotes, behind "=", in a value. Nothing if
/// there is none.
std::optional<Trouble> misplaced_fuzzy(Span text, std::string_view where);

}  // namespace broadsheet
