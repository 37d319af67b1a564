// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/file_sum.h"

namespace broadsheet {

/// One segment of an archive: a compacted glass database that is never written to again.
struct SegmentEntry {
  std::string name;             // "0007": the folder segments/0007 and the file segments/0007.columns
  std::uint64_t documents = 0;  // superseded versions included
  FileSums files = {};          // of both; empty: written before there were checksums
  bool operator==(const SegmentEntry&) const = default;
};

/// A file that is made from all segments together, one per generation, and can always be made again.
struct DerivedFile {
  std::string name;    // "variants.12"
  bool stale = false;  // made from other segments than these: a run was broken off
  bool operator==(const DerivedFile&) const = default;
};

/// The kinds of derived files. Who writes an archive has a function for each (ArchiveWriter::Settings).
constexpr std::array<std::string_view, 3> kDerivedKinds = {"variants", "forms", "copies"};

/// What an archive is at one moment: the content of its file XAPIANDB. That file is a Xapian stub database,
/// so that any Xapian tool opens the archive, with our facts in the comment lines, which Xapian skips:
///
///     # broadsheet 2 0123456789abcdef         schema version; hash64 of it, a line's end and all that
///     follows # generation 12 # last-segment 3 # variants variants.12                  each derived file;
///     or: # variants variants.11 stale # forms forms.12                        the same # copies copies.12
///     the same # ledger ledger.12 # segment 0001 10000                    name, documents # file
///     segments/0001/iamglass 142 89abcdef01234567     each file that the above name: size, hash64 auto
///     segments/0001
///
/// Manifests of earlier versions have no hash and no files. (Stub format:
/// https://xapian.org/docs/admin_notes.html#stub-databases.)
struct Manifest {
  int schema = 0;
  std::uint64_t generation = 0;
  unsigned last_segment = 0;  // the highest number that a segment ever had here: names are not used twice
  std::map<std::string, DerivedFile, std::less<>> derived;  // by kind
  std::string ledger;  // file name within the archive; empty if there is none, as of a derived file
  FileSums files;      // of derived files and ledger
  std::vector<SegmentEntry> segments;
  bool operator==(const Manifest&) const = default;

  /// Of a kind; empty if there is none.
  std::string derived_name(std::string_view kind) const;
  /// Whether it says how each file must be. (Not so if an earlier version wrote it.)
  bool has_checksums() const;
};

constexpr std::string_view kManifestName = "XAPIANDB";

/// Which schema an archive may have: today's, or also an earlier one, of which only the stored articles are
/// read.
enum class Schemas { Today, EarlierToo };

/// Throws InputError if the text is no manifest of ours, is damaged, or is of another schema.
Manifest parse_manifest(std::string_view text, const std::string& archive_name,
                        Schemas schemas = Schemas::Today);
std::string format_manifest(const Manifest& manifest);

/// Reads the archive's manifest. Throws InputError naming the path and the remedy if there is no archive.
Manifest read_manifest(const std::filesystem::path& archive, Schemas schemas = Schemas::Today);

/// Where the derived file of a kind is, found to be as it was written (if its checksum is known); empty if
/// there is none. Throws InputError if it is missing or damaged.
std::filesystem::path derived_path(const std::filesystem::path& archive, const Manifest& manifest,
                                   std::string_view kind);

/// Those of a segment's files that cannot be made again: all but the columns.
FileSums database_files(const SegmentEntry& segment);

std::filesystem::path segment_path(const std::filesystem::path& archive, const std::string& name);
std::filesystem::path columns_path(const std::filesystem::path& archive, const std::string& name);

}  // namespace broadsheet
