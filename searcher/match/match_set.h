// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <vector>

#include "searcher/match/archive.h"
#include "searcher/match/facet_values.h"
#include "searcher/match/selection.h"

namespace broadsheet {

/// Articles by segment, docids ascending.
using MatchSet = std::vector<std::vector<Xapian::docid>>;

/// Every live article that matches a planned query, exactly.
MatchSet find_matches(const Archive& archive, const Xapian::Query& query);
MatchSet all_articles(const Archive& archive);
std::uint64_t size(const MatchSet& matches);

template <typename Use>
void for_each(const MatchSet& matches, Use use) {
  for (std::uint32_t s = 0; s < matches.size(); ++s) {
    for (Xapian::docid docid : matches[s]) use(Location{s, docid});
  }
}

/// One article of a match set as sifting sees it.
struct Sifted {
  Location location;
  bool selected = false;            // it passes the whole selection
  std::optional<Facet> only_fails;  // it passes all but the choices of this facet
};

/// What the date filter alone keeps out.
struct LeftOut {
  std::uint64_t undated = 0;
  std::uint64_t imprecise = 0;
};

/// Holds a match set against a selection: calls use() for each article that passes it, or all of it but one
/// facet's choices. That one facet's counts are what the facet law asks for.
class Sieve {
 public:
  Sieve(const Archive& archive, const Selection& selection);

  LeftOut sift(const MatchSet& matches, const std::function<void(const Sifted&)>& use);

 private:
  struct Choice {
    FacetValues values;
    std::vector<char> chosen;  // by number
  };

  /// How many facets' choices fail, up to 2, and the last that does.
  int failing(Location location, std::optional<Facet>& facet);

  const Archive& archive_;
  const Selection& selection_;
  std::vector<Choice> choices_;
};

}  // namespace broadsheet
