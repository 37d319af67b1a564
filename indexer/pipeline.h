// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>

#include "indexer/request.h"

namespace broadsheet {

/// Carries out a request: inputs -> records -> articles -> entities -> documents -> segments -> archive, or
/// the dry run of it. Results go to out (the balance last), progress and summary to messages. Returns the
/// exit status: 0 done, 1 nothing read, 3 done but over 5 % rejected. Throws InputError, Xapian::Error,
/// std::system_error; what was published before stays.
int run_pipeline(const IndexRequest& request, std::ostream& out, std::ostream& messages);

}  // namespace broadsheet
