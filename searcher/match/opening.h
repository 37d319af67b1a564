// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <functional>
#include <optional>

#include "common/manifest.h"
#include "searcher/match/archive.h"

namespace broadsheet {

/// Has open() open what the archive's manifest names, again while another generation is published meanwhile:
/// glass takes a table that is missing for an empty one, and a writer removes what it has superseded. Returns
/// the manifest that was opened. Throws what open() throws if the archive stood still, InputError if it does
/// not come to rest.
Manifest open_settled(const std::filesystem::path& archive, const std::function<void(const Manifest&)>& open);

/// An archive that is opened anew when what was being read is gone.
class ReopenedArchive {
 public:
  explicit ReopenedArchive(const std::filesystem::path& path) : path_(path), archive_(path) {}

  const Archive& now() const { return *archive_; }

  /// What use() gives for the archive; if it fails on a file that is missing or damaged, use() is called once
  /// more with the archive as it is published then. What use() gave before may refer to the archive only
  /// until the next call.
  template <typename Use>
  auto read(Use use) {
    try {
      return use(*archive_);
    } catch (const Xapian::DatabaseError&) {
      archive_.emplace(path_);
    }
    return use(*archive_);
  }

 private:
  std::filesystem::path path_;
  std::optional<Archive> archive_;
};

}  // namespace broadsheet
