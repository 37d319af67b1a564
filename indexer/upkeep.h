// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>

#include "indexer/request.h"

namespace broadsheet {

/// --check, --repair and --reindex. What was found and done goes to out, a line each, a summary last. Returns
/// the exit status: 0 if the archive is in order then, 2 if not. Throws InputError, Xapian::Error,
/// std::system_error; the archive is then as it was.
int run_check(const IndexRequest& request, std::ostream& out);
int run_repair(const IndexRequest& request, std::ostream& out);

/// Every stored article again through tagging and building, as today's tagger and schema have it. Text and
/// date stay as they were normalised when their records were read, and so do given entities.
int run_reindex(const IndexRequest& request, std::ostream& out, std::ostream& messages);

}  // namespace broadsheet
