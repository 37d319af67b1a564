// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/match/planned_query.h"

namespace broadsheet {

/// A stem of an article's text.
struct ArticleStem {
  PlannedQuery leaf;  // finds it, here and in other articles
  std::uint32_t times = 0;
};

/// All of an article, titles' words counted for more (common/schema.h); in byte order of their terms. Throws
/// Xapian::Error.
std::vector<ArticleStem> article_stems(const Archive& archive, Location location);

}  // namespace broadsheet
