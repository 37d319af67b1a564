// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <unordered_map>

#include "searcher/archive/archive.h"
#include "searcher/match/ranking_parameters.h"
#include "searcher/match/rarity.h"

namespace broadsheet {

/// What Xapian's BM25Weight (k2 = 0, k3 = 1, least length 0.5) gives terms over a whole archive, so that
/// scores do not depend on how it is cut into segments. Requires that the archive outlives it. Not
/// thread-safe.
class Bm25 {
 public:
  Bm25(const Archive& archive, const RankingParameters& parameters)
      : archive_(archive), parameters_(parameters), articles_(archive.all().get_doccount()) {
    const double mean = archive.all().get_avlength();
    per_mean_ = mean > 0 ? 1 / mean : 0;
  }

  /// In how many articles a term occurs.
  double frequency(const std::string& term) {
    const auto [found, is_new] = frequencies_.try_emplace(term);
    if (!is_new) return found->second;
    for (const Segment& segment : archive_.segments()) {
      const auto count = segment.columns.frequent_postings().count(term);
      found->second += count ? *count : segment.database.get_termfreq(term);
    }
    return found->second;
  }

  /// The most that an occurrence of a term can be worth.
  double weight(const std::string& term) {
    return rarity_of(frequency(term), articles_) * (parameters_.k1 + 1);
  }

  /// What a term of this weight scores in an article of this length in which it occurs wdf times.
  double score(double weight, Xapian::termcount wdf, std::uint32_t length) const {
    constexpr double kLeastLength = 0.5;  // of the mean; Xapian's default
    const double relative = std::max(length * per_mean_, kLeastLength);
    const double norm = parameters_.k1 * (relative * parameters_.b + (1 - parameters_.b));
    return weight * (wdf / (norm + wdf));
  }

 private:
  const Archive& archive_;
  RankingParameters parameters_;
  double articles_;
  double per_mean_ = 0;
  std::unordered_map<std::string, double> frequencies_;
};

}  // namespace broadsheet
