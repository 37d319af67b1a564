// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/match/match_set.h"

namespace broadsheet {

/// How many stories a match set tells: copies of each other (common/stories.h) count once. Exact.
std::uint64_t count_stories(const Archive& archive, const MatchSet& matches);

/// One article of each story of a match set: of those that match the one that leads the story, that is a
/// corrected version before the others, then the earliest published (undated last), then by identity. So the
/// list does not depend on the order that is asked for, and its size is count_stories().
MatchSet fold_copies(const Archive& archive, const MatchSet& matches);

/// The other articles of an article's story.
struct StoryCopies {
  Location leader;               // of the story; the article itself if it has no copies
  std::vector<Location> others;  // in the order in which they lead
  std::uint64_t sources = 0;     // different outlets of the others and the article
};

/// All of them, or those of a match set.
StoryCopies copies_of(const Archive& archive, Location article);
StoryCopies copies_of(const Archive& archive, Location article, const MatchSet& among);

}  // namespace broadsheet
