// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "searcher/ranking/ranking.h"

namespace broadsheet {

/// The words of a query whose nearness counts, in the order typed: words and exact words of title and text
/// that are not excluded; the first 64.
std::vector<Query> words_in_order(const Query& query);

/// What the nearness of words adds to each article's score, in the order of articles. For each two words that
/// stand near each other in the query, BM25 of the pair: its frequency is the sum over the first word's
/// places of one over the distance to the nearest second word within the window; its rarity is that among
/// these articles. After the sequential dependence model (Metzler and Croft, SIGIR 2005) with the discounted
/// counts of Tao and Zhai (SIGIR 2007).
std::vector<double> nearness_scores(const Archive& archive, const std::vector<Query>& words,
                                    const std::vector<RankedArticle>& articles,
                                    const RankingParameters& parameters);

}  // namespace broadsheet
