// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/recency.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broadsheet {

Recency::Recency(const Archive& archive, std::uint32_t half_life)
    : archive_(archive), half_life_(half_life * 86'400.0) {
  if (half_life == 0) return;
  newest_ = std::numeric_limits<std::int64_t>::min();
  oldest_ = std::numeric_limits<std::int64_t>::max();
  for (const Segment& segment : archive.segments()) {
    for (Xapian::docid docid = 1; docid <= segment.columns.last_docid(); ++docid) {
      if (segment.columns.precision(docid) == Precision::Unknown) continue;
      const std::int64_t seconds = segment.columns.published(docid).seconds;
      newest_ = std::max(newest_, seconds);
      oldest_ = std::min(oldest_, seconds);
    }
  }
}

double Recency::factor(Location at) const {
  if (half_life_ == 0 || newest_ <= oldest_) return 1;
  const Columns& columns = archive_.segments()[at.segment].columns;
  const bool is_dated = columns.precision(at.docid) != Precision::Unknown;
  const std::int64_t seconds = is_dated ? columns.published(at.docid).seconds : oldest_;
  return std::exp2((static_cast<double>(seconds) - static_cast<double>(newest_)) / half_life_);
}

}  // namespace broadsheet
