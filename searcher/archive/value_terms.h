// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/archive/archive.h"

namespace broadsheet {

/// The values of a facet whose folded spelling has each of these folded words in it, and perhaps others that
/// have them as parts of words; ascending. Nothing if that cannot be told from the facet's terms. Throws
/// Xapian::DatabaseCorruptError.
std::optional<std::vector<ValueId>> values_with_words(const Archive& archive, Facet facet,
                                                      const std::vector<std::string>& folded);

}  // namespace broadsheet
