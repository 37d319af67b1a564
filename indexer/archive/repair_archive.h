// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/archive/derive.h"

namespace broadsheet {

/// Mends what can be mended with what the archive has: sweeps leftovers, makes columns and derived files anew
/// that are damaged or missing, forgets the inputs of a damaged ledger (they are read again; of the deleted
/// articles it keeps those that it can still read), and takes checksums where an earlier version took none.
/// Segments are left as they are. Returns what was done, a sentence each. Throws as ArchiveFolder, and
/// Xapian::Error, std::system_error.
std::vector<std::string> repair_archive(const std::filesystem::path& archive, const Derivations& derive);

}  // namespace broadsheet
