// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

#include "common/manifest.h"
#include "searcher/archive/archive.h"

namespace broadsheet {

/// Has open() open what the archive's manifest names, again while another generation is published meanwhile:
/// glass takes a table that is missing for an empty one, and a writer removes what it has superseded. Returns
/// the manifest that was opened. Throws what open() throws if the archive stood still, InputError if it does
/// not come to rest.
Manifest open_settled(const std::filesystem::path& archive, const std::function<void(const Manifest&)>& open);

/// An archive that is opened anew when another generation was published, or what was being read is gone.
class ReopenedArchive {
 public:
  explicit ReopenedArchive(const std::filesystem::path& path);

  const Archive& now() const { return *archive_; }

  /// What use() gives for the archive as it is published now; if it fails on a file that is missing or
  /// damaged, use() is called once more with the archive opened anew. What use() gave before may refer to the
  /// archive only until the next call.
  template <typename Use>
  auto read(Use use) {
    if (stamp() != stamp_) open();
    try {
      return use(*archive_);
    } catch (const Xapian::DatabaseError&) {
      open();
    }
    return use(*archive_);
  }

 private:
  /// Of the manifest's file: inode, size, time. Each publication is another file.
  using Stamp = std::array<std::int64_t, 4>;

  /// Keeps the archive that it had if that fails.
  void open();
  Stamp stamp() const;

  std::filesystem::path path_;
  std::unique_ptr<const Archive> archive_;
  Stamp stamp_{};
};

}  // namespace broadsheet
