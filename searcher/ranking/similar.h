// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/match/planned_query.h"

namespace broadsheet {

/// A query for articles like this one: its most telling stems (Xapian's expansion by Robertson's
/// "probabilistic" weight, Robertson 1990), without the article itself.
PlannedQuery query_like(const Archive& archive, Location location);

}  // namespace broadsheet
