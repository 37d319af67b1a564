// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/tree.h"
#include "searcher/query/trouble.h"

namespace broadsheet {

/// A word of a query, or with a star behind it the beginning of one.
struct Piece {
  std::string text;
  bool is_prefix = false;
  bool operator==(const Piece&) const = default;
};

/// The words of a chunk or of the text between quotes, as typed, as split_words cuts them. Empty if there is
/// none. Throws Trouble for a star that is not at the end of a word of at least two characters.
std::vector<Piece> read_pieces(Span text);

/// Pieces as a text that read_pieces takes apart into the same pieces.
std::string join_pieces(const std::vector<Piece>& pieces);

/// The pieces of a phrase query.
std::vector<Piece> pieces_of(const Query& phrase);

enum class Match { ByStem, AsTyped };

/// The leaf that stands for pieces: a Word, an Exact, a Prefix, or a Phrase of several. Requires at least one
/// piece. A word that could not be typed without quotes becomes an Exact.
Query make_leaf(const std::vector<Piece>& pieces, Field field, Match match);

/// True if text, typed where a word may stand, is read as that word and nothing else.
bool reads_as_word(std::string_view text);

/// A value typed without quotes: the chunk without a comma, semicolon or question mark at its end.
std::string_view value_part(std::string_view chunk);

/// True if text, typed without quotes behind the colon of a field, is read as that value.
bool reads_as_value(std::string_view text);

/// True if text, typed behind "=", is read as that one word.
bool reads_as_exact(std::string_view text);

}  // namespace broadsheet
