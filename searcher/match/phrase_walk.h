// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/archive/archive.h"
#include "searcher/match/planned_query.h"
#include "searcher/match/scored.h"

namespace broadsheet {

/// Those of some articles of a segment (docids ascending) in which the words of a Phrase stand one behind the
/// other, which are quickest to tell if all have all the words. Throws Xapian::DatabaseCorruptError.
Docids in_order(const Segment& segment, const PlannedQuery& phrase, const Docids& among);

}  // namespace broadsheet
