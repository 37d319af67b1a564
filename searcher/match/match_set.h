// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <vector>

#include "searcher/match/planned_query.h"
#include "searcher/match/selection.h"

namespace broadsheet {

MatchSet all_articles(const Archive& archive);
std::uint64_t size(const MatchSet& matches);

template <typename Use>
void for_each(const MatchSet& matches, Use use) {
  for (std::uint32_t s = 0; s < matches.size(); ++s) {
    for (Xapian::docid docid : matches[s]) use(Location{s, docid});
  }
}

/// What the date filter alone keeps out.
struct LeftOut {
  std::uint64_t undated = 0;
  std::uint64_t imprecise = 0;
};

/// A match set held against a selection.
struct Sifted {
  MatchSet selected;                       // what passes the whole selection
  std::map<Facet, MatchSet> only_failing;  // what passes all but the choices of this facet
  LeftOut left_out;
};

/// That one facet's counts are what the facet law asks for: those selected and those that only fail there.
Sifted sift(const Archive& archive, const Selection& selection, MatchSet matches);

}  // namespace broadsheet
