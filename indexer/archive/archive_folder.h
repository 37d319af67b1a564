// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "common/manifest.h"

namespace broadsheet {

/// An archive's directory while one program writes to it: the lock, the sweeping of leftovers, and
/// publishing. What readers see changes in publish() only, by one rename. Not thread-safe.
class ArchiveFolder {
 public:
  /// Opens the archive for writing, making an empty one if there is none. Removes what an earlier writer left
  /// behind: files that no manifest names. Throws InputError if another writer has the lock, if the path is
  /// something else than an archive, or if its schema is another.
  explicit ArchiveFolder(std::filesystem::path path, Schemas schemas = Schemas::Today);
  ~ArchiveFolder();
  ArchiveFolder(const ArchiveFolder&) = delete;
  ArchiveFolder& operator=(const ArchiveFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  const Manifest& manifest() const { return manifest_; }

  /// A segment name that was never used in this archive since it was opened, nor is published.
  std::string next_segment_name();

  /// How many leftovers were removed when it was opened.
  std::size_t swept() const { return swept_; }

  /// Makes this the archive. The manifest's files must be complete and synced; its generation is set to the
  /// next one, and the sums of its derived files and ledger are taken where it has none yet.
  void publish(Manifest manifest);

  /// "variants.13" for the generation to be published next.
  std::string next_file_name(const std::string& stem) const;

 private:
  void take_lock();
  void sweep();
  void sum_files(Manifest& manifest) const;

  std::filesystem::path path_;
  Manifest manifest_;
  unsigned last_segment_ = 0;
  std::size_t swept_ = 0;
  int lock_ = -1;
};

}  // namespace broadsheet
