// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "searcher/archive/archive.h"
#include "searcher/response.h"

namespace broadsheet {

/// What the archive holds: articles by source, year and language, dates, the last run.
Inventory take_inventory(const Archive& archive, const std::string& locale);

/// Every person that the name could mean (its words are words of one of the person's spellings), with all
/// spellings, most articles first. Empty if there is none.
std::vector<VariantList> list_variants(const Archive& archive, const std::string& name);

}  // namespace broadsheet
