// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "searcher/ranking/ranking.h"

namespace broadsheet {

struct FeedbackTerm {
  PlannedQuery stem;  // a leaf
  double weight = 0;  // all of them together: 1
};

/// The stems that tell most of the first articles of a ranking, highest weight first: the relevance model of
/// Lavrenko and Croft (SIGIR 2001) with the articles' scores for their likelihoods, each stem times its
/// rarity.
std::vector<FeedbackTerm> feedback_terms(const Archive& archive, const std::vector<RankedArticle>& ranked,
                                         const RankingParameters& parameters);

}  // namespace broadsheet
