// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "searcher/match/match_set.h"

namespace broadsheet {

/// Articles as a query of their own, to join with others: matches exactly these, and scores nothing.
Xapian::Query query_for(const Archive& archive, MatchSet articles);

}  // namespace broadsheet
