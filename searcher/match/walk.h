// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "searcher/match/planned_query.h"
#include "searcher/match/ranking_parameters.h"
#include "searcher/match/scored.h"

namespace broadsheet {

/// Scored articles by segment.
using ScoredSet = std::vector<Scored>;

/// Every live article that a query matches, exactly: a walk over posting lists and columns, the rarest parts
/// of an AND first, the others only where those are; positions are read for phrases only, and only where all
/// their words occur.
MatchSet find_matches(const Archive& archive, const PlannedQuery& query);

/// The same with what BM25 gives each (bm25.h), summed up as Xapian's matcher does.
ScoredSet find_scored(const Archive& archive, const PlannedQuery& query, const RankingParameters& parameters);

/// Only those among some articles.
ScoredSet find_scored_among(const Archive& archive, const PlannedQuery& query,
                            const RankingParameters& parameters, const MatchSet& among);

}  // namespace broadsheet
