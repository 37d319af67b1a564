// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

namespace broadsheet {

/// A file's bytes in memory, read-only, as they were when it was mapped. Copies share them.
struct MappedFile {
  std::shared_ptr<const void> owner;  // null if the file could not be had, or is empty
  std::string_view bytes;
};

/// When the bytes are read: as they are asked for, with what is near or (Scattered) without; or all before
/// map_file() returns.
enum class Paging { OnDemand, Scattered, AtOnce };

/// Maps a regular file. Never throws for the file's sake. Any thread.
MappedFile map_file(const std::filesystem::path& path, Paging paging = Paging::OnDemand);

}  // namespace broadsheet
