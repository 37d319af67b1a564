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

MappedFile map_file(const std::filesystem::path& path);

}  // namespace broadsheet
