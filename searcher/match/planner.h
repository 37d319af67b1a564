// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "searcher/match/names.h"
#include "searcher/match/planned_query.h"
#include "searcher/query/tree.h"

namespace broadsheet {

/// What the values of a query stand for, by field and text as typed.
using QueryValues = std::map<std::pair<Field, std::string>, ResolvedValue>;

/// What an archive is asked for a query of ours.
struct Plan {
  PlannedQuery query;
  std::vector<std::string> notices;  // names that were taken for others
  std::uint64_t effort = 0;          // effort.h
  QueryValues values;
};

/// Words become the alternatives of their stems over the archive's languages, phrases positional matches of
/// exact words, prefixes the archive's words that begin so; names are resolved (names.h). Throws InputError
/// where a name cannot be resolved, a prefix stands for too many words, or the effort is too much.
Plan plan(const Archive& archive, const Query& query, const std::string& locale);

/// A part of a query that adds to scores, by itself: of each article that the query matches, the parts'
/// scores add up to that of the query.
struct ScoredPart {
  std::string clause;  // in the query language
  PlannedQuery query;
};

/// The words, phrases and the like of a query that are looked for, in order, each as often as it occurs.
/// Throws as plan() does.
std::vector<ScoredPart> scored_parts(const Archive& archive, const Query& query, const std::string& locale);

}  // namespace broadsheet
