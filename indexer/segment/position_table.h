// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

#include "common/glass_format.h"
#include "indexer/segment/merged_runs.h"
#include "indexer/segment/value_lists.h"

namespace broadsheet::glass {

/// Writes position.glass, if any document has positions; else the root is that of an absent table. Throws as
/// TableWriter does.
TableRoot write_positions(const std::filesystem::path& folder, MergedRuns runs, const Removed& removed,
                          FileSums& sums);

}  // namespace broadsheet::glass
