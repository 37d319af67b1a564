// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <algorithm>

#include "common/schema.h"
#include "searcher/match/match_set.h"
#include "searcher/match/planned_query.h"

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

/// Xapian finds no phrase in a title, whose words have no positions of their own (common/schema.h).
inline bool has_title_phrase(const PlannedQuery& query, bool in_phrase = false) {
  in_phrase = in_phrase || query.kind == PlannedQuery::Kind::Phrase;
  if (in_phrase && is_title_term(query.term)) return true;
  return std::any_of(query.children.begin(), query.children.end(),
                     [&](const PlannedQuery& child) { return has_title_phrase(child, in_phrase); });
}

}  // namespace broadsheet::test
