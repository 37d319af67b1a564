// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/match/match_set.h"
#include "searcher/match/ranking_parameters.h"
#include "searcher/match/walk.h"
#include "searcher/query/tree.h"

namespace broadsheet {

enum class SortOrder { Relevance, Newest, Oldest };

struct RankedArticle {
  Location location;
  double score = 0;
  double nearness = 0;  // the part of the score that is for words near each other, whatever the article's age
  double age = 0;       // what the score lost for the article's age: 0 or less
};

/// What articles are scored by.
struct Scoring {
  PlannedQuery query;        // what BM25 looks for
  std::vector<Query> words;  // whose nearness counts (proximity.h); fewer than two: none does
  bool feedback = false;     // the first articles' own words are looked for, too (feedback.h)
  RankingParameters parameters = {};
  std::uint32_t recency = 0;         // days of age that halve a score (recency.h); 0: age does not matter
  const ScoredSet* found = nullptr;  // find_scored() of query, if it is at hand
};

/// The articles at ranks [offset, offset + limit) of a selection. By relevance: BM25 over all the archive's
/// segments (bm25.h), less for old ones if so asked (recency.h), and for the first of them the nearness of
/// the words; scores rounded to 9 significant digits; ties, and the other orders, by date (newest first,
/// undated last both ways), then by identity. So the order depends neither on the order of input nor on how
/// it is cut into segments, nor on the page that is asked for.
std::vector<RankedArticle> rank(const Archive& archive, const Scoring& scoring, const MatchSet& selected,
                                SortOrder order, std::uint64_t offset, std::uint64_t limit);

/// What a part of a query gives each of these articles, in their order; 0 where it does not match.
std::vector<double> scores_of(const Archive& archive, const PlannedQuery& part,
                              const RankingParameters& parameters,
                              const std::vector<RankedArticle>& articles);

/// The query that feedback makes of a scoring: the words as typed and the first articles' own, for articles
/// of the selection. terms, if given, gets the latter by themselves.
PlannedQuery with_feedback(const Archive& archive, const Scoring& scoring, const MatchSet& selected,
                           PlannedQuery* terms = nullptr);

}  // namespace broadsheet
