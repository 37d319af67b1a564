// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/archive/derive.h"

namespace broadsheet {

/// The copies file (common/stories.h) of an archive's segments: which of their live articles are copies of
/// each other, by indexer/copies. The first article of a story leads it: corrected versions before the
/// others, then the earliest published (undated last), then by identity. Depends only on what the segments
/// hold, not on how it is cut into them. Takes about 200 bytes of memory an article.
std::string make_copies(const std::vector<SegmentView>& segments);

}  // namespace broadsheet
