// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <iosfwd>

#include "searcher/request.h"

namespace broadsheet {

/// Carries out a request: query -> tree -> plan -> matches -> selection -> facets and ranks -> page. The
/// answer goes to out; what went wrong with a line of --queries or of authority.tsv to messages. Returns the
/// exit status: 0 found, 1 nothing found. Throws InputError (QueryError among them) and Xapian::Error.
int run_search(const SearchRequest& request, std::int32_t today, std::ostream& out, std::ostream& messages);

}  // namespace broadsheet
