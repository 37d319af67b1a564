// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/grammar.h"

#include <algorithm>

#include "searcher/query/fields.h"
#include "searcher/query/habits.h"
#include "searcher/query/leaf_reader.h"
#include "searcher/query/letters.h"
#include "searcher/query/lexer.h"
#include "searcher/query/nearness.h"
#include "searcher/query/shape.h"

namespace broadsheet {
namespace {

constexpr int max_levels = 64;

std::string_view operator_text(Operator op) {
  return op == Operator::And ? "AND" : (op == Operator::Or ? "OR" : "NOT");
}

Trouble too_deep(std::size_t at) {
  return {at, "parentheses are nested more than 64 deep", "fewer parentheses"};
}

/// One side of an OR.
struct Group {
  Query query;
  std::size_t at = 0;
  bool has_plus = false;
  bool only_exclusions = false;
};

class Grammar {
 public:
  Grammar(const TypedText& text, std::int32_t today) : lexer_(text), leaves_(lexer_, today) {}

  Query whole();
  const std::vector<std::string>& notices() const { return lexer_.notices(); }

 private:
  Query alternatives();
  Group group();
  Part operand();
  void read_sign(Part& part);
  void read_near(Part& part, std::size_t at);
  Query primary(std::string& raw);
  Query in_field(const QueryField& field);
  Query parenthesised();

  bool take_and(std::vector<Part>& parts);
  bool take_or();
  bool ends_group() const;
  void check_operand_behind(std::size_t at, std::string_view what) const;
  void check_side_by_side(const std::vector<Part>& parts, const Part& next, std::size_t at) const;
  void note_field_of_others(std::string_view chunk);
  void note_capitals();
  void note_small_operators(const std::vector<Part>& parts);

  Lexer lexer_;
  LeafReader leaves_;
  const QueryField* field_ = nullptr;  // whose parentheses we are in
  int levels_ = 0;
};

Query Grammar::whole() {
  lexer_.skip_blank();
  if (lexer_.at_end()) {
    if (lexer_.notices().empty()) return {};
    throw Trouble{0, "there is nothing to search for", "at least one word"};
  }
  note_capitals();
  Query query = alternatives();
  if (lexer_.at(')')) {
    throw Trouble{lexer_.position(), "this parenthesis closes none",
                  "an opening parenthesis before it, or none"};
  }
  return query;
}

/// "CABINET NOT DIVIDED" may be a headline of the telegraph age, and would leave out what it is about.
void Grammar::note_capitals() {
  const std::string_view text = lexer_.rest().text;
  bool has_operator = false;
  bool has_capitals = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view chunk = text.substr(i, chunk_bytes(text, i));
    const bool is_operator = is_operator_word(chunk) && chunk != "SAME";
    has_operator = has_operator || is_operator;
    for (std::size_t at = 0; at < chunk.size() && !is_operator; at += letter_bytes(chunk, at)) {
      if (is_lower(letter_at(chunk, at))) return;
      has_capitals = has_capitals || is_upper(letter_at(chunk, at));
    }
    i += chunk.empty() ? letter_bytes(text, i) : chunk.size();
  }
  if (has_operator && has_capitals) {
    lexer_.note(
        "AND, OR, NOT, NEAR and ADJ are operators; for the words themselves type small letters or quotes");
  }
}

void check_sides_of_or(const std::vector<Group>& groups) {
  if (groups.size() < 2) return;
  for (const Group& group : groups) {
    if (group.only_exclusions) {
      throw Trouble{group.at, "a side of OR that only excludes finds nearly every article",
                    "a NOT b, or a OR (NOT b) if that is meant"};
    }
    if (group.has_plus) {
      throw Trouble{group.at, "\"+\" beside OR can mean two things",
                    "parentheses: (+a b) OR c, or +a (b OR c)"};
    }
  }
}

Query Grammar::alternatives() {
  std::vector<Group> groups;
  do {
    groups.push_back(group());
  } while (take_or());
  check_sides_of_or(groups);
  std::vector<Query> queries;
  queries.reserve(groups.size());
  for (Group& side : groups) queries.push_back(std::move(side.query));
  return any_of(std::move(queries));
}

bool Grammar::take_or() {
  if (lexer_.operator_here() != Operator::Or) return false;
  const std::size_t at = lexer_.position();
  lexer_.skip(operator_text(Operator::Or).size());
  lexer_.skip_blank();
  check_operand_behind(at, "OR");
  return true;
}

/// What must not stand behind AND, OR or NOT. Requires that blanks were skipped.
void Grammar::check_operand_behind(std::size_t at, std::string_view what) const {
  const Operator next = lexer_.operator_here();
  if (next == Operator::And || next == Operator::Or || (next == Operator::Not && what == "NOT")) {
    throw Trouble{lexer_.position(), "two operators in a row",
                  "one of them; for the words themselves small letters or quotes"};
  }
  if (lexer_.at_end() || lexer_.at(')')) {
    throw Trouble{at, std::string(what) + " has nothing behind it",
                  "a word behind it; for the word itself small letters or quotes"};
  }
}

bool Grammar::take_and(std::vector<Part>& parts) {
  if (lexer_.operator_here() != Operator::And) return false;
  const std::size_t at = lexer_.position();
  if (parts.empty()) {
    throw Trouble{at, "AND has nothing before it",
                  "a word before it; for the word itself small letters or quotes"};
  }
  parts.back().required = true;
  lexer_.skip(operator_text(Operator::And).size());
  lexer_.skip_blank();
  check_operand_behind(at, "AND");
  return true;
}

bool Grammar::ends_group() const {
  return lexer_.at_end() || lexer_.at(')') || lexer_.operator_here() == Operator::Or;
}

Group Grammar::group() {
  Group result;
  result.at = lexer_.position();
  if (lexer_.operator_here() == Operator::Or) {
    throw Trouble{result.at, "OR has nothing before it",
                  "a word before it; for the word itself small letters or quotes"};
  }
  std::vector<Part> parts;
  while (!ends_group()) {
    const bool joined = take_and(parts);
    const std::size_t at = lexer_.position();
    Part part = operand();
    part.required = part.required || joined;
    if (!joined) check_side_by_side(parts, part, at);
    parts.push_back(std::move(part));
    lexer_.skip_blank();
  }
  note_small_operators(parts);
  result.has_plus = std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.plus; });
  result.only_exclusions =
      std::all_of(parts.begin(), parts.end(), [](const Part& part) { return part.excluded; });
  result.query = together(std::move(parts));
  return result;
}

void Grammar::check_side_by_side(const std::vector<Part>& parts, const Part& next, std::size_t at) const {
  if (field_ == nullptr || field_->holds == FieldHolds::Words || parts.empty() || next.excluded) return;
  const std::string name(field_->name);
  throw Trouble{at, "values side by side in " + name + ":( )",
                "quotes around a value of several words, or OR between two"};
}

void Grammar::note_small_operators(const std::vector<Part>& parts) {
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (parts[i].raw == "or" && i > 0) lexer_.note("\"or\" is a word here; type OR for either");
    if (parts[i].raw == "and" && i > 0)
      lexer_.note("\"and\" is a word here; leave it out, all words are required anyway");
    if (parts[i].raw == "not") lexer_.note("\"not\" is a word here; type NOT or -word to leave articles out");
  }
}

Part Grammar::operand() {
  Part part;
  read_sign(part);
  const std::size_t at = lexer_.position();
  part.query = primary(part.raw);
  read_near(part, at);
  if (part.excluded || part.plus) part.raw.clear();
  return part;
}

/// What stands near the operand; from left to right: a NEAR/2 b NEAR/3 c is (a NEAR/2 b) NEAR/3 c.
void Grammar::read_near(Part& part, std::size_t at) {
  lexer_.skip_blank();
  for (auto near = nearness_of(lexer_.chunk()); near; near = nearness_of(lexer_.chunk())) {
    const std::size_t near_at = lexer_.position();
    if (levels_ == max_levels) throw too_deep(near_at);
    if (part.excluded || part.plus) throw sign_before_near(near_at, *near, part.excluded ? '-' : '+');
    lexer_.skip(near->typed.size());
    lexer_.skip_blank();
    check_operand_behind(near_at, near->typed);
    if (lexer_.at('-') || lexer_.at('+') || lexer_.operator_here() == Operator::Not) {
      throw Trouble{lexer_.position(), "a sign behind " + near->typed,
                    "the words that stand near each other; exclusions outside: (a " + near->typed + " b) -c"};
    }
    const std::size_t second_at = lexer_.position();
    Query second = primary(part.raw);
    part.query = stand_near(*near, {std::move(part.query), at}, {std::move(second), second_at});
    part.raw.clear();
    lexer_.skip_blank();
  }
}

void Grammar::read_sign(Part& part) {
  const std::size_t at = lexer_.position();
  if (lexer_.operator_here() == Operator::Not) {
    part.excluded = true;
    lexer_.skip(operator_text(Operator::Not).size());
    lexer_.skip_blank();
    check_operand_behind(at, "NOT");
  } else if (lexer_.at('-') || lexer_.at('+')) {
    part.excluded = lexer_.at('-');
    part.plus = part.required = lexer_.at('+');
    lexer_.skip(1);
  } else {
    return;
  }
  if (lexer_.at('-') || lexer_.at('+') || lexer_.operator_here() != Operator::None) {
    throw Trouble{lexer_.position(), "two operators in a row",
                  "one of them; for the words themselves quotes"};
  }
}

Query Grammar::primary(std::string& raw) {
  if (lexer_.at('(')) return parenthesised();
  const Span chunk = lexer_.chunk();
  if (const auto near = nearness_of(chunk)) {
    throw Trouble{chunk.at, near->typed + " has nothing before it",
                  "a word before it; for the word itself small letters or quotes"};
  }
  const bool takes_fields = field_ == nullptr || field_->holds == FieldHolds::Words;
  if (takes_fields && !lexer_.at('=')) {
    if (const QueryField* field = read_field(chunk, lexer_.rest().text.substr(chunk.text.size()))) {
      if (field_ != nullptr) {
        throw Trouble{chunk.at, "a field inside another field",
                      std::string(field->name) + ":... outside the parentheses"};
      }
      return in_field(*field);
    }
  }
  note_field_of_others(chunk.text);
  raw = chunk.text;
  return leaves_.read(field_);
}

/// "author: smith" may be a headline or a field of another system.
void Grammar::note_field_of_others(std::string_view chunk) {
  if (chunk.empty() || chunk.back() != ':' || chunk.find(':') + 1 != chunk.size()) return;
  if (const auto ours = other_name(chunk.substr(0, chunk.size() - 1))) {
    lexer_.note(quoted(chunk) + " is a word here; the field is typed " + std::string(*ours) +
                ":word, without a space");
  }
}

Query Grammar::in_field(const QueryField& field) {
  field_ = &field;
  lexer_.skip(field.name.size() + 1);
  std::string raw;
  Query query = primary(raw);
  field_ = nullptr;
  return query;
}

Query Grammar::parenthesised() {
  const std::size_t at = lexer_.position();
  if (++levels_ > max_levels) throw too_deep(at);
  lexer_.skip(1);
  lexer_.skip_blank();
  if (lexer_.at(')'))
    throw Trouble{at, "there is nothing between the parentheses", "a word between them, or none"};
  const Trouble unclosed{at, "this parenthesis is never closed", "a closing parenthesis, or none"};
  if (lexer_.at_end()) throw unclosed;
  Query query = alternatives();
  if (!lexer_.at(')')) throw unclosed;
  lexer_.skip(1);
  --levels_;
  return query;
}

}  // namespace

ParsedQuery read_query(const TypedText& text, std::int32_t today) {
  Grammar grammar(text, today);
  Query query = grammar.whole();
  return {std::move(query), grammar.notices()};
}

}  // namespace broadsheet
