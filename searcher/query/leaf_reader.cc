// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/leaf_reader.h"

#include <algorithm>

#include "common/fold.h"
#include "searcher/query/date_words.h"
#include "searcher/query/fuzzy_word.h"
#include "searcher/query/habits.h"
#include "searcher/query/leaves.h"
#include "searcher/query/letters.h"

namespace broadsheet {
namespace {

constexpr std::size_t max_words = 1'000;

bool has_small_letters_only(std::string_view word) {
  bool small = false;
  for (std::size_t i = 0; i < word.size(); i += letter_bytes(word, i)) {
    if (is_upper(letter_at(word, i))) return false;
    small = small || is_lower(letter_at(word, i));
  }
  return small;
}

bool begins_with_capital(std::string_view word) {
  return !word.empty() && is_upper(letter_at(word, 0));
}

Trouble no_word(Span chunk) {
  return {chunk.at, "there is no word in " + quoted(chunk.text), "a word, or nothing"};
}

Trouble sign_behind_field(Span chunk, const QueryField& field) {
  const std::string sign(chunk.text.substr(0, 1));
  const std::string name(field.name);
  const std::string word = shortened(chunk.text.substr(1));
  if (sign == "=") return {chunk.at, "values are never matched by stem", name + ':' + word};
  return {chunk.at, quoted(sign) + " stands before the field",
          sign + name + ':' + (word.empty() ? "..." : word)};
}

Trouble star_in_value(Span chunk, const QueryField& field, std::size_t star) {
  const std::string name(field.name);
  return {chunk.at + star, "a star is not available in " + name + ':',
          "the whole value in quotes; title: and byline: take prefixes"};
}

Trouble comma_in_value(Span chunk, const QueryField& field, std::size_t comma) {
  const std::string one = shortened(chunk.text.substr(0, comma));
  const std::string other = shortened(chunk.text.substr(comma + 1));
  return {chunk.at + comma, std::string(field.name) + ": takes one value",
          std::string(field.name) + ":(" + one + " OR " + other + "), or quotes around a value with a comma"};
}

void check_value(Span chunk, const QueryField& field) {
  if (chunk.text.find_first_of("-+=") == 0) throw sign_behind_field(chunk, field);
  const std::size_t star = chunk.text.find('*');
  if (star != std::string_view::npos) throw star_in_value(chunk, field, star);
  if (auto trouble = misplaced_fuzzy(chunk, "in " + std::string(field.name) + ":")) throw *trouble;
  const std::size_t comma = chunk.text.find(',');
  if (comma != std::string_view::npos) throw comma_in_value(chunk, field, comma);
}

}  // namespace

void WordCount::add(std::size_t words, std::size_t at) {
  words_ += words;
  if (words_ > max_words) throw Trouble{at, "it has more than 1,000 words", "fewer words"};
}

Query LeafReader::read(const QueryField* field) {
  if (field == nullptr) return read_words(Field::Any);
  if (field->holds == FieldHolds::Days) return read_days(*field);
  if (field->holds == FieldHolds::Values) return read_value(*field);
  const Span chunk = lexer_.chunk();
  if (lexer_.at('-') || lexer_.at('+')) throw sign_behind_field(chunk, *field);
  return read_words(field->field);
}

Query LeafReader::read_words(Field field) {
  if (lexer_.at_quote()) return read_phrase(field);
  return lexer_.at('=') ? read_exact(field) : read_word(field);
}

Query LeafReader::read_word(Field field) {
  const Span chunk = lexer_.chunk();
  const Span core{without_end_marks(chunk.text), chunk.at};
  if (auto fuzzy = read_fuzzy_word(core, field)) {
    words_.add(1, chunk.at);
    lexer_.skip(chunk.text.size());
    return *fuzzy;
  }
  check_foreign(core.text.empty() ? chunk : core);
  const std::vector<Piece> pieces = read_pieces(core);
  if (pieces.empty()) throw no_word(chunk);
  check_exclamation(chunk, core.text);
  words_.add(pieces.size(), chunk.at);
  lexer_.skip(chunk.text.size());
  return make_leaf(pieces, field, Match::ByStem);
}

void LeafReader::check_foreign(Span core) const {
  if (auto trouble = foreign_range(lexer_.rest())) throw *trouble;
  const std::string_view rest = lexer_.rest().text.substr(core.text.size());
  if (rest.starts_with('(')) {
    if (auto trouble = foreign_function(core)) throw *trouble;
  }
  const std::string_view next = lexer_.next_chunk();
  if (core.text == "SAME" && (next == "SENTENCE" || next == "PARAGRAPH")) {
    throw Trouble{core.at, "SAME " + std::string(next) + " is not available in this edition",
                  next == "SENTENCE" ? "NEAR/15" : "NEAR/50"};
  }
  if (core.text.ends_with('*')) return;
  if (auto trouble = foreign_spelling(core)) throw *trouble;
}

/// In headlines "!" ends a sentence; in Nexis it stands for the rest of a word. A small word inside a query
/// is Nexis.
void LeafReader::check_exclamation(Span chunk, std::string_view core) {
  if (chunk.text.substr(core.size()).find('!') == std::string_view::npos) return;
  const std::string_view next = lexer_.next_chunk();
  const bool ends_sentence = begins_with_capital(next) && !is_operator_word(next);
  const bool ends_query = next.empty() && words_.any();
  const std::string prefix = shortened(core) + "*";
  if (has_small_letters_only(core) && !ends_sentence && !ends_query) {
    throw Trouble{chunk.at + core.size(), "\"!\" stands for no letters here",
                  prefix + ", which finds every word that begins so"};
  }
  lexer_.note("the ! behind " + quoted(core) + " was left out; for words that begin so type " + prefix);
}

Query LeafReader::read_exact(Field field) {
  lexer_.skip(1);
  if (lexer_.at_quote()) return read_phrase(field);
  const Span chunk = lexer_.chunk();
  if (chunk.text.empty()) throw Trouble{chunk.at, "\"=\" takes one word", "=word, or \"words in quotes\""};
  if (chunk.text.find_first_of("-+=") == 0) throw Trouble{chunk.at, "two signs in a row", "=word"};
  const std::size_t star = chunk.text.find('*');
  if (star != std::string_view::npos) {
    throw Trouble{chunk.at + star, "\"=\" and a star do not go together",
                  shortened(chunk.text.substr(0, star)) + '*'};
  }
  if (auto trouble = misplaced_fuzzy(chunk, "behind \"=\"")) throw *trouble;
  const std::size_t colon = std::min(chunk.text.find(':'), chunk.text.size());
  if (colon < chunk.text.size() && find_field(chunk.text.substr(0, colon)) != nullptr) {
    throw Trouble{chunk.at, "the field stands before \"=\"",
                  std::string(chunk.text.substr(0, colon)) + ":=" + shortened(chunk.text.substr(colon + 1))};
  }
  const std::vector<Piece> pieces = read_pieces({without_end_marks(chunk.text), chunk.at});
  if (pieces.empty()) throw no_word(chunk);
  words_.add(pieces.size(), chunk.at);
  lexer_.skip(chunk.text.size());
  return make_leaf(pieces, field, Match::AsTyped);
}

Query LeafReader::read_phrase(Field field) {
  const std::size_t at = lexer_.position();
  const Span quotation = lexer_.take_quotation();
  if (auto trouble = misplaced_fuzzy(quotation, "between quotes")) throw *trouble;
  const std::vector<Piece> pieces = read_pieces(quotation);
  if (pieces.empty())
    throw Trouble{at, "there is no word between the quotation marks", "a word, or no marks"};
  words_.add(pieces.size(), at);
  return make_leaf(pieces, field, Match::AsTyped);
}

Query LeafReader::read_value(const QueryField& field) {
  const std::size_t at = lexer_.position();
  Query value;
  value.kind = Query::Kind::Value;
  value.field = field.field;
  value.text = value_text(field);
  if (value.text.empty()) throw Trouble{at, "there is no value here", std::string(field.name) + ":\"...\""};
  words_.add(1, at);
  return value;
}

std::string LeafReader::value_text(const QueryField& field) {
  if (lexer_.at_quote()) return tidy_value(lexer_.take_quotation().text);
  const Span chunk = lexer_.chunk();
  const Span value{value_part(chunk.text), chunk.at};
  check_value(value, field);
  note_second_word(field, std::string(value.text));
  lexer_.skip(chunk.text.size());
  return tidy_value(value.text);
}

/// person:Jane Doe asks for the person Jane and the word Doe, which is seldom meant.
void LeafReader::note_second_word(const QueryField& field, const std::string& value) {
  const std::string_view next = lexer_.next_chunk();
  if (!begins_with_capital(value) || !begins_with_capital(next)) return;
  if (is_operator_word(next) || next.find(':') != std::string_view::npos) return;
  const std::string name(field.name);
  lexer_.note(name + ": takes one word without quotes, here " + quoted(value) + "; for more type " + name +
              ":\"" + shortened(value + ' ' + std::string(next)) + '"');
}

Query LeafReader::read_days(const QueryField& field) {
  const bool in_quotes = lexer_.at_quote();
  if (auto trouble = foreign_range(lexer_.rest())) throw *trouble;
  const Span chunk = in_quotes ? lexer_.take_quotation() : lexer_.chunk();
  if (!in_quotes && chunk.text.find_first_of("-+=") == 0) throw sign_behind_field(chunk, field);
  const Span days{in_quotes ? trimmed(chunk.text) : value_part(chunk.text), chunk.at};
  Query date;
  date.kind = Query::Kind::Date;
  date.dates = read_dates(days, today_);
  date.dates_as_typed = days.text;
  words_.add(1, chunk.at);
  if (!in_quotes) lexer_.skip(chunk.text.size());
  return date;
}

}  // namespace broadsheet
