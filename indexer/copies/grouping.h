// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/copies/likeness.h"

namespace broadsheet {

/// Which of these articles are copies of each other. Gives for each the number of the one that leads its
/// story: the first before it that leads a story and that it is a copy of (likeness.h), or itself. So every
/// member is a copy of the one that leads, and stories do not grow by chains of small changes.
///
/// Pairs are looked at only if three neighbouring hashes of their signatures agree somewhere (locality
/// sensitive hashing by bands: Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", section 3.4), which
/// takes time and memory in proportion to the number of articles.
std::vector<std::uint32_t> group_copies(const std::vector<const CopyCandidate*>& in_order);

}  // namespace broadsheet
