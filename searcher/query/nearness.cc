// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/nearness.h"

#include <algorithm>
#include <charconv>

#include "searcher/query/fields.h"

namespace broadsheet {
namespace {

using Kind = Query::Kind;

std::uint32_t read_distance(Span number, const std::string& name) {
  std::uint32_t distance = 0;
  const char* end = number.text.data() + number.text.size();
  const auto read = std::from_chars(number.text.data(), end, distance);
  const bool too_large = read.ec == std::errc::result_out_of_range || distance > max_distance;
  if (number.text.empty() || read.ptr != end || (distance == 0 && !too_large)) {
    throw Trouble{number.at, name + "/ takes a number of words",
                  name + "/5 for words at most five apart, or " + name + " alone"};
  }
  if (too_large) {
    throw Trouble{number.at, name + "/ takes at most " + std::to_string(max_distance) + " words",
                  "AND, which finds both anywhere"};
  }
  return distance;
}

bool is_text(const Query& query) {
  return query.kind == Kind::Word || query.kind == Kind::Exact || query.kind == Kind::Prefix ||
         query.kind == Kind::Fuzzy || query.kind == Kind::Phrase;
}

void check_operand(const Query& query, std::size_t at, const std::string& near) {
  if (is_text(query)) return;
  if (query.kind == Kind::Value || query.kind == Kind::Date) {
    throw Trouble{at,
                  std::string(query.kind == Kind::Date ? "date" : field_name(query.field)) +
                      ": is not in the text, so nothing can be near it",
                  "AND between the two"};
  }
  if (query.kind == Kind::And || query.kind == Kind::Maybe) {
    throw Trouble{at, "words side by side beside " + near + " can mean two things",
                  "a \"phrase\", (a OR b), or (a NEAR/5 b)"};
  }
  if (query.kind == Kind::Not) {
    throw Trouble{at, "an exclusion beside " + near, "exclusions outside: (a " + near + " b) -c"};
  }
  for (const Query& child : query.children) check_operand(child, at, near);
}

/// Whether some leaf is of the byline (first) and some is not (second).
void see_fields(const Query& query, bool& byline, bool& text) {
  if (is_text(query)) {
    (query.field == Field::Byline ? byline : text) = true;
    return;
  }
  for (const Query& child : query.children) see_fields(child, byline, text);
}

}  // namespace

std::optional<Nearness> nearness_of(Span chunk) {
  const std::size_t slash = std::min(chunk.text.find('/'), chunk.text.size());
  const std::string name(chunk.text.substr(0, slash));
  if (name != "NEAR" && name != "ADJ") return std::nullopt;
  Nearness near;
  near.kind = name == "NEAR" ? Kind::Near : Kind::Adj;
  near.distance = name == "NEAR" ? near_by_default : adj_by_default;
  near.typed = chunk.text;
  if (slash < chunk.text.size()) near.distance = read_distance(chunk.part(slash + 1), name);
  return near;
}

std::string near_text(const Query& near) {
  return (near.kind == Kind::Near ? "NEAR/" : "ADJ/") + std::to_string(near.distance);
}

Query stand_near(const Nearness& near, PlacedQuery first, PlacedQuery second) {
  check_operand(first.query, first.at, near.typed);
  check_operand(second.query, second.at, near.typed);
  Query query;
  query.kind = near.kind;
  query.distance = near.distance;
  query.children = {std::move(first.query), std::move(second.query)};
  bool byline = false;
  bool text = false;
  see_fields(query, byline, text);
  if (byline && text) {
    throw Trouble{second.at, "a byline is never near the text",
                  "AND between the two, or byline: before both"};
  }
  return query;
}

Trouble sign_before_near(std::size_t at, const Nearness& near, char sign) {
  return {at, std::string("a ") + sign + " before " + near.typed + " can mean two things",
          std::string("parentheses: ") + sign + "(a " + near.typed + " b)"};
}

}  // namespace broadsheet
