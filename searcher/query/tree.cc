// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/tree.h"

#include <algorithm>
#include <utility>

#include "searcher/query/fields.h"
#include "searcher/query/leaves.h"
#include "searcher/query/letters.h"
#include "searcher/query/nearness.h"
#include "searcher/query/shape.h"
#include "searcher/query/typed_text.h"

namespace broadsheet {
namespace {

using Kind = Query::Kind;

std::string print(const Query& query);

std::string in_quotes(const std::string& text) {
  return '"' + text + '"';
}

/// A value that was typed in typographic quotes may hold straight ones, and the other way round.
std::string in_fitting_quotes(const std::string& text) {
  constexpr std::pair<const char*, const char*> pairs[] = {
      {"\"", "\""}, {"\u00AB", "\u00BB"}, {"\u300C", "\u300D"}, {"\u300E", "\u300F"}};
  for (const auto& [opening, closing] : pairs) {
    std::string quotation = opening + text + closing;
    if (find_closing_quote(quotation, 0) == quotation.size() - std::string_view(closing).size())
      return quotation;
  }
  return in_quotes(text);
}

std::string with_field(Field field, const std::string& leaf) {
  return field == Field::Any ? leaf : std::string(field_name(field)) + ':' + leaf;
}

std::string exact_text(const std::string& text) {
  return '=' + (reads_as_exact(text) ? text : in_quotes(text));
}

std::string prefix_text(const std::string& text) {
  return reads_as_exact(text) ? text + '*' : in_quotes(text + '*');
}

bool is_plain_value_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || is_digit(c) || is_ascii_lower(c) ||
         (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.' || c == '\'' || c == '"' || c == '&' ||
         c == '/';
}

std::string value_text(const std::string& text) {
  const bool plain = text.front() != '-' && std::all_of(text.begin(), text.end(), is_plain_value_byte);
  return plain && reads_as_value(text) ? text : in_fitting_quotes(text);
}

std::string date_text(const std::string& text) {
  return "date:" + (text.find(' ') == std::string::npos ? text : in_quotes(text));
}

std::string print_leaf(const Query& leaf) {
  switch (leaf.kind) {
    case Kind::Exact:
      return with_field(leaf.field, exact_text(leaf.text));
    case Kind::Prefix:
      return with_field(leaf.field, prefix_text(leaf.text));
    case Kind::Fuzzy:
      return with_field(leaf.field,
                        leaf.text + (leaf.distance == 1 ? "~" : "~" + std::to_string(leaf.distance)));
    case Kind::Phrase:
      return with_field(leaf.field, in_quotes(join_pieces(pieces_of(leaf))));
    case Kind::Value:
      return with_field(leaf.field, value_text(leaf.text));
    case Kind::Date:
      return date_text(leaf.dates_as_typed);
    default:
      return with_field(leaf.field, leaf.text);
  }
}

bool is_group(const Query& query) {
  return query.kind == Kind::And || query.kind == Kind::Or || query.kind == Kind::Not ||
         query.kind == Kind::Maybe;
}

bool is_near(const Query& query) {
  return query.kind == Kind::Near || query.kind == Kind::Adj;
}

/// An operand beside others.
std::string operand(const Query& query) {
  return is_group(query) ? '(' + print(query) + ')' : print(query);
}

/// An operand behind a sign: that would be an error before NEAR.
std::string signed_operand(const char* sign, const Query& query) {
  return sign + (is_near(query) ? '(' + print(query) + ')' : operand(query));
}

/// AND binds closer than OR; but a + and a lone exclusion beside OR would be errors.
std::string alternative(const Query& query) {
  const Query& first = query.kind == Kind::Not ? query.children.front() : query;
  const bool closed = first.kind == Kind::Or || first.kind == Kind::Maybe || first.kind == Kind::All;
  return closed ? '(' + print(query) + ')' : print(query);
}

std::string print_and(const Query& query) {
  std::string text;
  for (const Query& child : query.children) text += (text.empty() ? "" : " ") + operand(child);
  return text;
}

std::string print_required(const Query& query) {
  std::string text;
  for (const Query& child : query.children) text += (text.empty() ? "" : " ") + signed_operand("+", child);
  return text;
}

std::string print_or(const Query& query) {
  std::string text;
  for (const Query& child : query.children) text += (text.empty() ? "" : " OR ") + alternative(child);
  return text;
}

std::string print_not(const Query& query) {
  const Query& first = query.children.front();
  const bool open = first.kind == Kind::And || first.kind == Kind::Maybe || first.kind == Kind::All;
  std::string text = open ? print(first) : operand(first);
  for (std::size_t i = 1; i < query.children.size(); ++i) {
    text += (text.empty() ? "" : " ") + signed_operand("-", query.children[i]);
  }
  return text;
}

std::string print_maybe(const Query& query) {
  const Query& first = query.children.front();
  std::string text = first.kind == Kind::And ? print_required(first) : signed_operand("+", first);
  for (std::size_t i = 1; i < query.children.size(); ++i) text += ' ' + operand(query.children[i]);
  return text;
}

/// From left to right, so only what stands on the right needs parentheses.
std::string print_near(const Query& query) {
  const Query& first = query.children.front();
  const Query& second = query.children.back();
  return (is_near(first) ? print(first) : operand(first)) + ' ' + near_text(query) + ' ' +
         (is_near(second) ? '(' + print(second) + ')' : operand(second));
}

std::string print(const Query& query) {
  switch (query.kind) {
    case Kind::All:
      return "";
    case Kind::And:
      return print_and(query);
    case Kind::Or:
      return print_or(query);
    case Kind::Not:
      return print_not(query);
    case Kind::Maybe:
      return print_maybe(query);
    case Kind::Near:
    case Kind::Adj:
      return print_near(query);
    default:
      return print_leaf(query);
  }
}

}  // namespace

std::string to_string(const Query& query) {
  return print(query);
}

}  // namespace broadsheet
