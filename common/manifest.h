// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// One segment of an archive: a compacted glass database that is never written to again.
struct SegmentEntry {
  std::string name;             // "0007": the folder segments/0007 and the file segments/0007.columns
  std::uint64_t documents = 0;  // superseded versions included
  std::uint64_t checksum = 0;   // of the folder's files, as hash_folder gives it
  bool operator==(const SegmentEntry&) const = default;
};

/// What an archive is at one moment: the content of its file XAPIANDB. That file is a Xapian stub database,
/// so that any Xapian tool opens the archive, with our facts in the comment lines, which Xapian skips:
///
///     # broadsheet 1                      schema version
///     # generation 12
///     # last-segment 3
///     # variants variants.12                     or: # variants variants.11 stale
///     # copies copies.12                         the same
///     # ledger ledger.12
///     # segment 0001 10000 89abcdef01234567     name, documents, checksum
///     auto segments/0001
///
/// (Stub format: https://xapian.org/docs/admin_notes.html#stub-databases.)
struct Manifest {
  int schema = 0;
  std::uint64_t generation = 0;
  unsigned last_segment = 0;    // the highest number that a segment ever had here: names are not used twice
  std::string variants;         // file names within the archive; empty if there is none
  bool variants_stale = false;  // made from other segments than these: a run was broken off
  std::string copies;           // the same of this file
  bool copies_stale = false;
  std::string ledger;
  std::vector<SegmentEntry> segments;
  bool operator==(const Manifest&) const = default;
};

constexpr std::string_view kManifestName = "XAPIANDB";

/// Throws InputError if the text is no manifest of ours or of a schema that this program does not know.
Manifest parse_manifest(std::string_view text, const std::string& archive_name);
std::string format_manifest(const Manifest& manifest);

/// Reads the archive's manifest. Throws InputError naming the path and the remedy if there is no archive.
Manifest read_manifest(const std::filesystem::path& archive);

std::filesystem::path segment_path(const std::filesystem::path& archive, const std::string& name);
std::filesystem::path columns_path(const std::filesystem::path& archive, const std::string& name);

}  // namespace broadsheet
