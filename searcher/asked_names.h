// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/match/planner.h"
#include "searcher/match/selection.h"
#include "searcher/query/tree.h"

namespace broadsheet {

/// The names of the persons and organisations that an answer is narrowed to, in the query (but for what it
/// excludes) or beside it: in every spelling that articles have and every form that the authority file has.
/// What a snippet shows of them. Two hundred at most. values: of the query, as it was planned.
std::vector<std::string> asked_names(const Archive& archive, const Query& query, const QueryValues& values,
                                     const Selection& selection);

}  // namespace broadsheet
