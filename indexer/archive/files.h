// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "common/file_sum.h"

namespace broadsheet {

/// Writes a file and syncs it to disk. Throws std::system_error naming the path.
void write_synced(const std::filesystem::path& path, std::string_view bytes);

/// Syncs a folder's entry list, or every file in a folder and the folder itself.
void sync_folder(const std::filesystem::path& folder);
void sync_tree(const std::filesystem::path& folder);

/// The file that Xapian makes when it opens a database for writing. It is empty and says nothing.
constexpr std::string_view kXapianLock = "flintlock";

/// The sums of a segment's files, by the names within the archive that they will have in the folder place.
FileSums sum_segment(const std::filesystem::path& folder, const std::string& place);

/// The whole file; empty if it cannot be read.
std::string read_file(const std::filesystem::path& path);

}  // namespace broadsheet
