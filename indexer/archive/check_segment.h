// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/manifest.h"

namespace broadsheet {

/// Something wrong in an archive.
struct Finding {
  enum class Remedy {
    Repair,   // broadsheet-index --repair mends it
    Restore,  // only a backup, or the dumps, have what is lost
    Delete,   // nothing depends on the file
  };
  std::string file;     // path within the archive
  std::string trouble;  // the rest of a sentence that begins with the file: "is missing"
  Remedy remedy = Remedy::Restore;
};

/// What one segment was found to be.
struct SegmentCheck {
  std::vector<Finding> findings;
  std::vector<std::uint64_t> articles;  // hash64 of the identity of each that is searched; if it can be read

  /// Whether all is there that cannot be made again.
  bool is_readable() const;
};

/// Reads a segment to its last byte: its files are those that the manifest has, with their checksums,
/// Xapian's own check finds nothing, every document can be read back, and the columns say what the segment
/// says. Does not throw for what is wrong with the segment.
SegmentCheck check_segment(const std::filesystem::path& archive, const SegmentEntry& entry);

}  // namespace broadsheet
