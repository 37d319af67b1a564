// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "searcher/archive/effort.h"
#include "searcher/match/match_set.h"
#include "searcher/query/tree.h"

namespace broadsheet {

/// A stretch of an article by the positions of its first and last word (positions are schema.h's: 100 are
/// left out behind a title, 10 behind a paragraph).
struct Stretch {
  Xapian::termpos first = 0;
  Xapian::termpos last = 0;
  auto operator<=>(const Stretch&) const = default;
};

/// The stretches that a Near or Adj node of this kind and distance finds in those of its two operands: one of
/// each, apart from each other, the later one beginning at most distance words behind the end of the earlier
/// one. Both ascending, each once; so is the result.
std::vector<Stretch> near_spans(Query::Kind kind, std::uint32_t distance, const std::vector<Stretch>& first,
                                const std::vector<Stretch>& second, Effort& effort);

/// Those of candidates that match a Near or Adj node, exactly: the positions of its words are read where all
/// of them occur. A word stands for the archive's words that share its stem in the language of the article, a
/// phrase for its exact words. Throws InputError where a word stands for more than 1,000, or where the effort
/// is too much.
MatchSet find_near(const Archive& archive, const Query& near, const MatchSet& candidates, Effort& effort);

}  // namespace broadsheet
