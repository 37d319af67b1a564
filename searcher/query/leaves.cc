// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/leaves.h"

#include <algorithm>

#include "common/words.h"
#include "searcher/query/habits.h"
#include "searcher/query/letters.h"
#include "searcher/query/typed_text.h"

namespace broadsheet {
namespace {

constexpr std::size_t min_prefix_letters = 2;

void append_words(std::string_view text, std::vector<Piece>& out) {
  for (const Word& word : split_words(text))
    out.push_back({std::string(text.substr(word.begin, word.end - word.begin))});
}

bool ends_word(std::string_view behind) {
  const std::string_view chunk = behind.substr(0, std::min(behind.find(' '), behind.size()));
  return without_end_marks(chunk).empty();
}

Trouble misplaced_star(Span text, std::size_t star) {
  const std::size_t begin = text.text.find_last_of(' ', star) + 1;  // npos + 1 == 0
  const std::string before(text.text.substr(begin, star - begin));
  const std::string cause = "a star can only stand at the end of a word";
  if (split_words(before).empty())
    return {text.at + star, cause, "the beginning of the word and a star, as in elect*"};
  return {text.at + star, cause, shortened(before) + "*, which finds every word that begins so"};
}

/// The words up to a star; the last one is the prefix.
void append_prefix(Span text, std::size_t from, std::size_t star, std::vector<Piece>& out) {
  const std::string_view run = text.text.substr(from, star - from);
  const std::vector<Word> words = split_words(run);
  const bool touches = !words.empty() && words.back().end == run.size();
  if (!touches || !ends_word(text.text.substr(star + 1))) throw misplaced_star(text, star);
  append_words(run, out);
  if (count_letters(out.back().text) < min_prefix_letters) {
    throw Trouble{text.at + star, "a star needs at least two characters before it",
                  "more of the word before the star, as in elect*"};
  }
  out.back().is_prefix = true;
}

std::string spaced(const std::vector<Piece>& pieces, std::string_view space) {
  std::string text;
  for (const Piece& piece : pieces) {
    if (!text.empty()) text += space;
    text += piece.text + (piece.is_prefix ? "*" : "");
  }
  return text;
}

std::vector<Piece> read_again(std::string_view text) {
  try {
    return read_pieces({text, 0});
  } catch (const Trouble&) {
    return {};
  }
}

/// Scripts without spaces are cut by what stands around, so a word taken out of its text may fall apart
/// further. A query must say the same when it is read again: such a word is cut as often as it takes.
std::vector<Piece> settled(std::vector<Piece> pieces) {
  while (!pieces.empty() && read_again(join_pieces(pieces)) != pieces) {
    std::vector<Piece> finer;
    for (const Piece& piece : pieces) {
      append_words(piece.text, finer);
      if (!finer.empty() && piece.is_prefix) finer.back().is_prefix = true;
    }
    if (finer.empty() || finer == pieces) break;
    pieces = std::move(finer);
  }
  return pieces;
}

Query make_word(const Piece& piece, Field field, Match match) {
  Query word;
  word.field = field;
  word.text = piece.text;
  word.kind = piece.is_prefix ? Query::Kind::Prefix : Query::Kind::Exact;
  if (piece.is_prefix || match == Match::AsTyped) return word;
  if (is_operator_word(word.text)) word.text = ascii_lower(word.text);
  if (reads_as_word(word.text)) word.kind = Query::Kind::Word;
  return word;
}

bool is_one_chunk(std::string_view text) {
  if (text.empty() || text.find_first_of("*:") != std::string_view::npos) return false;
  if (text.find_first_of("-+=") == 0 || chunk_bytes(text, 0) != text.size()) return false;
  return read_again(text) == std::vector<Piece>{{std::string(text)}};
}

}  // namespace

std::vector<Piece> read_pieces(Span text) {
  std::vector<Piece> pieces;
  std::size_t from = 0;
  for (std::size_t star = text.text.find('*'); star != std::string_view::npos;
       star = text.text.find('*', from)) {
    append_prefix(text, from, star, pieces);
    from = star + 1;
  }
  append_words(text.text.substr(from), pieces);
  return pieces;
}

std::string join_pieces(const std::vector<Piece>& pieces) {
  std::string text = spaced(pieces, " ");
  if (read_again(text) == pieces) return text;
  const bool has_prefix_inside =
      std::any_of(pieces.begin(), pieces.end() - 1, [](const Piece& piece) { return piece.is_prefix; });
  std::string unspaced = spaced(pieces, "");
  return !has_prefix_inside && read_again(unspaced) == pieces ? unspaced : text;
}

std::vector<Piece> pieces_of(const Query& phrase) {
  std::vector<Piece> pieces;
  for (const Query& word : phrase.children) pieces.push_back({word.text, word.kind == Query::Kind::Prefix});
  return pieces;
}

Query make_leaf(const std::vector<Piece>& typed, Field field, Match match) {
  const std::vector<Piece> pieces = settled(typed);
  if (pieces.size() == 1) return make_word(pieces.front(), field, match);
  Query phrase;
  phrase.kind = Query::Kind::Phrase;
  phrase.field = field;
  for (const Piece& piece : pieces) phrase.children.push_back(make_word(piece, field, Match::AsTyped));
  return phrase;
}

bool reads_as_word(std::string_view text) {
  return is_one_chunk(text) && !is_operator_word(text) && !foreign_spelling({text, 0});
}

std::string_view value_part(std::string_view chunk) {
  return chunk.substr(0, chunk.find_last_not_of(",;?") + 1);  // npos + 1 == 0
}

bool reads_as_value(std::string_view text) {
  return chunk_bytes(text, 0) == text.size() && value_part(text) == text;
}

bool reads_as_exact(std::string_view text) {
  return is_one_chunk(text);
}

}  // namespace broadsheet
