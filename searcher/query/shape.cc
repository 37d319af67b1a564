// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/shape.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace broadsheet {
namespace {

using Kind = Query::Kind;

Query node(Kind kind, std::vector<Query> children) {
  Query query;
  query.kind = kind;
  query.children = std::move(children);
  return query;
}

Query joined(Kind kind, std::vector<Query> parts) {
  std::vector<Query> children;
  for (Query& part : parts) {
    if (part.kind == kind) {
      std::move(part.children.begin(), part.children.end(), std::back_inserter(children));
    } else {
      children.push_back(std::move(part));
    }
  }
  return children.size() == 1 ? std::move(children.front()) : node(kind, std::move(children));
}

/// Requires is_only_negative(query).
std::vector<Query> exclusions_of(Query query) {
  query.children.erase(query.children.begin());
  return std::move(query.children);
}

/// Values and dates only: it says which articles are meant, not what they are about.
bool is_filter(const Query& query) {
  if (query.kind == Kind::Value || query.kind == Kind::Date || query.kind == Kind::All) return true;
  return !query.children.empty() && query.kind != Kind::Phrase &&
         std::all_of(query.children.begin(), query.children.end(), is_filter);
}

struct Sorted {
  std::vector<Query> required;
  std::vector<Query> optional;
  std::vector<Query> excluded;
};

/// NOT (NOT a NOT b) is a OR b, and a group of exclusions beside other words excludes for them all.
void sort_in(Part part, bool some_optional, Sorted& sorted) {
  if (part.excluded && is_only_negative(part.query)) {
    part.query = any_of(exclusions_of(std::move(part.query)));
    part.excluded = false;
    part.required = true;
  }
  const bool optional = some_optional && !part.required && !part.excluded && !is_filter(part.query);
  if (optional) {
    sorted.optional.push_back(std::move(part.query));
  } else if (part.excluded) {
    sorted.excluded.push_back(std::move(part.query));
  } else if (is_only_negative(part.query)) {
    std::vector<Query> excluded = exclusions_of(std::move(part.query));
    std::move(excluded.begin(), excluded.end(), std::back_inserter(sorted.excluded));
  } else {
    sorted.required.push_back(std::move(part.query));
  }
}

}  // namespace

Query all_of(std::vector<Query> parts) {
  return joined(Kind::And, std::move(parts));
}

Query any_of(std::vector<Query> parts) {
  return joined(Kind::Or, std::move(parts));
}

Query together(std::vector<Part> parts) {
  const bool some_optional = std::any_of(parts.begin(), parts.end(), [](const Part& part) {
    return part.plus && !is_only_negative(part.query);
  });
  Sorted sorted;
  for (Part& part : parts) sort_in(std::move(part), some_optional, sorted);
  Query query = sorted.required.empty() ? Query{} : all_of(std::move(sorted.required));
  if (!sorted.optional.empty()) {
    sorted.optional.insert(sorted.optional.begin(), std::move(query));
    query = node(Kind::Maybe, std::move(sorted.optional));
  }
  if (sorted.excluded.empty()) return query;
  sorted.excluded.insert(sorted.excluded.begin(), std::move(query));
  return node(Kind::Not, std::move(sorted.excluded));
}

bool is_only_negative(const Query& query) {
  return query.kind == Kind::Not && query.children.front().kind == Kind::All;
}

}  // namespace broadsheet
