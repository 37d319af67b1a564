// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/match/selection.h"
#include "searcher/query/tree.h"

namespace broadsheet {

/// The names, in every spelling that articles have, of the persons and organisations that an answer is
/// narrowed to, in the query (but for what it excludes) or beside it: what a snippet shows of them. A few
/// dozen at most. Throws InputError as resolve_value() does.
std::vector<std::string> asked_names(const Archive& archive, const Query& query, const Selection& selection);

}  // namespace broadsheet
