// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "searcher/match/match_set.h"

namespace broadsheet {

/// Scores that fade with age: an article that is so many days older than another scores half of what it
/// would. Only the distance between two articles counts, so no day is "today". Undated ones are as old as the
/// oldest.
class Recency {
 public:
  /// Among these articles. half_life: days, 1 or more; 0: nothing fades. archive must outlive it.
  Recency(const Archive& archive, const MatchSet& articles, std::uint32_t half_life);

  /// What an article's score is multiplied by: 1 for the newest, more than 0 for all.
  double factor(Location at) const;

 private:
  const Archive& archive_;
  double half_life_;         // seconds
  std::int64_t newest_ = 0;  // seconds since 1970
  std::int64_t oldest_ = 0;
};

}  // namespace broadsheet
