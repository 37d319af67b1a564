// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/match/match_set.h"

namespace broadsheet {

enum class SortOrder { Relevance, Newest, Oldest };

struct RankedArticle {
  Location location;
  double score = 0;
};

/// The articles at ranks [offset, offset + limit) of a selection. By relevance: BM25 over all the archive's
/// segments (Robertson et al., TREC-3, 1994; Xapian's BM25Weight), scores rounded to 9 significant digits;
/// ties, and the other orders, by date (newest first, undated last both ways), then by identity. So the order
/// depends neither on the order of input nor on how it is cut into segments.
std::vector<RankedArticle> rank(const Archive& archive, const Xapian::Query& query, const MatchSet& selected,
                                SortOrder order, std::uint64_t offset, std::uint64_t limit);

/// Xapian's own words on how an article scored, for --explain.
std::string describe(const Xapian::Query& query);

}  // namespace broadsheet
