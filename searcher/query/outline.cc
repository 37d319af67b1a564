// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/fields.h"
#include "searcher/query/leaves.h"
#include "searcher/query/tree.h"

namespace broadsheet {
namespace {

using Kind = Query::Kind;

std::string days(const DayRange& range) {
  if (!range.first) return "until " + day_to_iso(*range.last);
  if (!range.last) return "from " + day_to_iso(*range.first);
  return "from " + day_to_iso(*range.first) + " to " + day_to_iso(*range.last);
}

std::string in_field(const Query& leaf, const std::string& what) {
  if (leaf.field == Field::Any) return what;
  return what + " in " + std::string(field_name(leaf.field));
}

std::string words(std::uint32_t number) {
  return std::to_string(number) + (number == 1 ? " word" : " words");
}

std::string line(const Query& query) {
  switch (query.kind) {
    case Kind::All:
      return "every article";
    case Kind::Word:
      return in_field(query, "word \"" + query.text + '"');
    case Kind::Exact:
      return in_field(query, "exact word \"" + query.text + '"');
    case Kind::Prefix:
      return in_field(query, "words that begin with \"" + query.text + '"');
    case Kind::Fuzzy:
      return in_field(query,
                      "words spelt like \"" + query.text + "\" but for " +
                          (query.distance == 1 ? "a letter" : std::to_string(query.distance) + " letters"));
    case Kind::Phrase:
      return in_field(query, "phrase \"" + join_pieces(pieces_of(query)) + '"');
    case Kind::Value:
      return std::string(field_name(query.field)) + " \"" + query.text + '"';
    case Kind::Date:
      return "published " + days(query.dates);
    case Kind::And:
      return "all of";
    case Kind::Or:
      return "any of";
    case Kind::Near:
      return "within " + words(query.distance) + " of each other";
    case Kind::Adj:
      return query.distance == 1 ? "the second right behind the first"
                                 : "the second at most " + words(query.distance) + " behind the first";
    case Kind::Not:
    case Kind::Maybe:
      break;
  }
  return {};
}

void append(const Query& query, std::size_t depth, std::string& out);

void append_children(const Query& query, std::size_t from, std::size_t depth, std::string& out) {
  for (std::size_t i = from; i < query.children.size(); ++i) append(query.children[i], depth, out);
}

void append_line(const std::string& text, std::size_t depth, std::string& out) {
  out += std::string(2 * depth, ' ') + text + '\n';
}

/// What is searched for and, within it, what is left out or only adds to the score.
void append_with_rest(const Query& query, const char* rest, std::size_t depth, std::string& out) {
  const Query& first = query.children.front();
  append_line("all of", depth, out);
  if (first.kind == Kind::And) {
    append_children(first, 0, depth + 1, out);
  } else {
    append(first, depth + 1, out);
  }
  append_line(rest, depth + 1, out);
  append_children(query, 1, depth + 2, out);
}

void append(const Query& query, std::size_t depth, std::string& out) {
  if (query.kind == Kind::Not) return append_with_rest(query, "not", depth, out);
  if (query.kind == Kind::Maybe) return append_with_rest(query, "better with", depth, out);
  append_line(line(query), depth, out);
  if (query.kind != Kind::Phrase) append_children(query, 0, depth + 1, out);
}

}  // namespace

std::string to_outline(const Query& query) {
  std::string out;
  append(query, 0, out);
  return out;
}

}  // namespace broadsheet
