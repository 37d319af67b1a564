// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>

#include "indexer/request.h"

namespace broadsheet {

/// Shows what an index run would understand and writes nothing: the first record as an article, then over the
/// first 1,000 records how many have a date, title, source and body, the oldest and newest date, and the keys
/// not used. Returns the exit status: 0, or 1 if nothing was read.
int dry_run(const IndexRequest& request, std::ostream& out);

}  // namespace broadsheet
