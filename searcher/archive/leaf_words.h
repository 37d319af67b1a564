// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/archive/archive.h"
#include "searcher/archive/effort.h"
#include "searcher/query/tree.h"

namespace broadsheet {

/// The prefix of the terms of a field's words.
std::string_view term_prefix(Field field);

/// The terms that a leaf of exact words stands for: one for an Exact (and for a Word, taken as it is), those
/// of the archive for a Prefix or a Fuzzy. At most limit + 1.
std::vector<std::string> leaf_terms(const Archive& archive, const Query& leaf, std::size_t limit,
                                    Effort& effort);

}  // namespace broadsheet
