// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/match/match_set.h"
#include "searcher/response.h"

namespace broadsheet {

/// An article as a hit: its facet values as the archive shows them.
Hit present(const Archive& archive, Location location);

/// The same of an article that is shown by itself, with its copies.
Hit present_with_copies(const Archive& archive, Location location);

/// Of the story of an article that matches: the copies that match, too.
HitStory story_of(const Archive& archive, Location location, const MatchSet& matches);

}  // namespace broadsheet
