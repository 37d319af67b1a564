// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>

#include "indexer/request.h"

namespace broadsheet {

/// Says what an index run would understand and writes nothing. Shows the first record as an article, then
/// over the first 1,000 records how many have a date, title, source and body, the oldest and newest date, and
/// the keys not used. With --quiet everything is read to its end instead, and the one line says what came of
/// it: read R = articles A + skipped S + rejected X. Returns the exit status, as run_pipeline does.
int dry_run(const IndexRequest& request, std::ostream& out);

}  // namespace broadsheet
