// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "searcher/archive/archive.h"
#include "searcher/archive/postings.h"
#include "searcher/match/planned_query.h"
#include "searcher/match/ranking_parameters.h"
#include "searcher/match/rarity.h"

namespace broadsheet {

/// What Xapian's BM25Weight (k2 = 0, k3 = 1, least length 0.5) gives terms and stems over a whole archive, so
/// that scores do not depend on how it is cut into segments. An article's length is its number of words, not
/// Xapian's, which depends on which terms there are. Requires that the archive outlives it. Not thread-safe.
class Bm25 {
 public:
  Bm25(const Archive& archive, const RankingParameters& parameters)
      : archive_(archive),
        parameters_(parameters),
        articles_(archive.all().get_doccount()),
        per_mean_(1 / archive.mean_words()) {}

  /// In how many articles a term or stem occurs.
  double frequency(const PlannedQuery& leaf) {
    const auto [found, is_new] = frequencies_.try_emplace({leaf.kind, leaf.term});
    if (!is_new) return found->second;
    found->second = leaf.kind == PlannedQuery::Kind::Stem ? stem_frequency(archive_, leaf.term)
                                                          : archive_.all().get_termfreq(leaf.term);
    return found->second;
  }

  /// The most that an occurrence of a term or stem can be worth.
  double weight(const PlannedQuery& leaf) {
    return rarity_of(frequency(leaf), articles_) * (parameters_.k1 + 1);
  }

  /// What a term of this weight scores in an article of so many words in which it occurs wdf times.
  double score(double weight, Xapian::termcount wdf, std::uint32_t words) const {
    constexpr double kLeastLength = 0.5;  // of the mean; Xapian's default
    const double relative = std::max(words * per_mean_, kLeastLength);
    const double norm = parameters_.k1 * (relative * parameters_.b + (1 - parameters_.b));
    return weight * (wdf / (norm + wdf));
  }

 private:
  const Archive& archive_;
  RankingParameters parameters_;
  double articles_;
  double per_mean_;  // of the articles' numbers of words
  std::map<std::pair<PlannedQuery::Kind, std::string>, double> frequencies_;
};

}  // namespace broadsheet
