// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/match/match_set.h"

namespace broadsheet::test {

/// What Xapian's own matcher finds, as an oracle.
inline MatchSet found_by_xapian(const Archive& archive, const Xapian::Query& query) {
  MatchSet matches;
  for (const Segment& segment : archive.segments()) matches.push_back(matches_in(segment, query));
  return matches;
}

}  // namespace broadsheet::test
