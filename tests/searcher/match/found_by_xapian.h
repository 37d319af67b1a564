// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <algorithm>

#include "searcher/match/match_set.h"

namespace broadsheet::test {

/// Every live article of a segment that Xapian's matcher finds, docids ascending.
inline std::vector<Xapian::docid> matches_in(const Segment& segment, const Xapian::Query& query) {
  Xapian::Enquire enquire(segment.database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet found = enquire.get_mset(0, segment.database.get_doccount());
  std::vector<Xapian::docid> docids;
  docids.reserve(found.size());
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    if (segment.columns.is_live(*hit)) docids.push_back(*hit);
  }
  std::sort(docids.begin(), docids.end());
  return docids;
}

/// What Xapian's own matcher finds, as an oracle.
inline MatchSet found_by_xapian(const Archive& archive, const Xapian::Query& query) {
  MatchSet matches;
  for (const Segment& segment : archive.segments()) matches.push_back(matches_in(segment, query));
  return matches;
}

}  // namespace broadsheet::test
