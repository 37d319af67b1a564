// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace broadsheet {

/// Writes a file and syncs it to disk. Throws std::system_error naming the path.
void write_synced(const std::filesystem::path& path, std::string_view bytes);

/// Syncs a folder's entry list, or every file in a folder and the folder itself.
void sync_folder(const std::filesystem::path& folder);
void sync_tree(const std::filesystem::path& folder);

/// hash64 over the names and bytes of a folder's files, in order of name.
std::uint64_t hash_folder(const std::filesystem::path& folder);

/// The whole file; empty if it cannot be read.
std::string read_file(const std::filesystem::path& path);

}  // namespace broadsheet
