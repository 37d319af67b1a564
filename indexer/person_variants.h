// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/archive/derive.h"

namespace broadsheet {

/// The variants file (common/person_groups.h) of an archive's segments: which of the persons that occur in
/// them are one, by indexer/entities/persons/variants.h. Depends only on what the segments hold, not on how
/// it is cut into them.
std::string make_variants(const std::vector<SegmentView>& segments);

}  // namespace broadsheet
