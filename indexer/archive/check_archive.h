// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/archive/check_segment.h"

namespace broadsheet {

/// What a whole archive was found to be.
struct ArchiveCheck {
  std::vector<Finding> findings;
  std::vector<std::string> notes;  // what could not be told, or is no error
  std::uint64_t segments = 0;
  std::uint64_t files = 0;     // with checksums
  std::uint64_t articles = 0;  // that are searched
};

/// Reads an archive to its last byte: the stub, each segment (check_segment), derived files and ledger, the
/// reports in runs/; and whether they agree: documents in all, each article once, no deleted one among them.
/// The user's own authority.tsv is not looked at. Takes no lock: what a writer replaces meanwhile is passed
/// over, and what it publishes is looked at. Throws InputError if there is no archive, if the manifest itself
/// is damaged, or if the archive does not come to rest.
ArchiveCheck check_archive(const std::filesystem::path& archive);

}  // namespace broadsheet
