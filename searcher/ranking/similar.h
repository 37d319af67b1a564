// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/match/planned_query.h"

namespace broadsheet {

/// A query for articles like this one, without the article itself: its most telling stems, by what BM25 gives
/// them in it.
PlannedQuery query_like(const Archive& archive, Location location);

}  // namespace broadsheet
