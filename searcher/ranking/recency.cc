// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/recency.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broadsheet {

Recency::Recency(const Archive& archive, const MatchSet& articles, std::uint32_t half_life)
    : archive_(archive), half_life_(half_life * 86'400.0) {
  if (half_life == 0) return;
  newest_ = std::numeric_limits<std::int64_t>::min();
  oldest_ = std::numeric_limits<std::int64_t>::max();
  for_each(articles, [&](Location at) {
    const Columns& columns = archive.segments()[at.segment].columns;
    if (columns.precision(at.docid) == Precision::Unknown) return;
    const std::int64_t seconds = columns.published(at.docid).seconds;
    newest_ = std::max(newest_, seconds);
    oldest_ = std::min(oldest_, seconds);
  });
}

double Recency::factor(Location at) const {
  if (half_life_ == 0 || newest_ <= oldest_) return 1;
  const Columns& columns = archive_.segments()[at.segment].columns;
  const bool is_dated = columns.precision(at.docid) != Precision::Unknown;
  const std::int64_t seconds = is_dated ? columns.published(at.docid).seconds : oldest_;
  constexpr double kOldest = -900;  // half-lives; a score is a number above 0 still
  return std::exp2(
      std::max((static_cast<double>(seconds) - static_cast<double>(newest_)) / half_life_, kOldest));
}

}  // namespace broadsheet
