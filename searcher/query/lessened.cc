// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/lessened.h"

#include <iterator>

#include "searcher/query/shape.h"

namespace broadsheet {
namespace {

using Kind = Query::Kind;

constexpr std::size_t kMostParts = 20;

/// What a part becomes when its words may stand anywhere; nothing for a part of another kind.
std::vector<Lessened> anywhere(const Query& part) {
  if (part.kind == Kind::Phrase) return {{"the quotes of " + to_string(part), all_of(part.children)}};
  if (part.kind != Kind::Near && part.kind != Kind::Adj) return {};
  return {{"the distance of " + to_string(part), all_of(part.children)}};
}

std::vector<Query> without_one(const std::vector<Query>& parts, std::size_t i) {
  std::vector<Query> rest = parts;
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
  return rest;
}

std::vector<Lessened> of_conjunction(const std::vector<Query>& parts) {
  std::vector<Lessened> all;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::vector<Query> rest = without_one(parts, i);
    if (!rest.empty()) all.push_back({to_string(parts[i]), all_of(rest)});
    for (Lessened& freed : anywhere(parts[i])) {
      rest.push_back(std::move(freed.query));
      all.push_back({std::move(freed.without), all_of(std::move(rest))});
    }
  }
  return all;
}

Query excluding(Query query, std::vector<Query> excluded) {
  if (excluded.empty()) return query;
  Query result;
  result.kind = Kind::Not;
  result.children = std::move(excluded);
  result.children.insert(result.children.begin(), std::move(query));
  return result;
}

std::vector<Lessened> of_exclusion(const Query& query) {
  const Query& first = query.children.front();
  const std::vector<Query> excluded(query.children.begin() + 1, query.children.end());
  std::vector<Lessened> all;
  for (Lessened& less : lessened(first)) {
    all.push_back({std::move(less.without), excluding(std::move(less.query), excluded)});
  }
  for (std::size_t i = 0; i < excluded.size(); ++i) {
    Query all_but = first;
    all.push_back(
        {to_string(excluding({}, {excluded[i]})), excluding(std::move(all_but), without_one(excluded, i))});
  }
  return all;
}

}  // namespace

std::vector<Lessened> lessened(const Query& query) {
  if (query.children.size() > kMostParts) return {};
  if (query.kind == Kind::Not) return of_exclusion(query);
  if (query.kind == Kind::Maybe) return lessened(query.children.front());
  return of_conjunction(query.kind == Kind::And ? query.children : std::vector<Query>{query});
}

}  // namespace broadsheet
