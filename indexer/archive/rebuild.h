// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "indexer/archive/archive_writer.h"

namespace broadsheet {

/// An article of an archive as it is stored.
struct StoredVersion {
  StoredArticle stored;
  std::size_t bytes = 0;    // as stored
  bool superseded = false;  // readable, not searched
};

/// Writes all articles of an archive into new segments that take the place of the old ones in one
/// publication: give out, build again, take back. Ledger, and with it the tombstones, stay. Not thread-safe.
/// Throws Xapian::Error, std::system_error and InputError (see ArchiveFolder); the archive is then as it was.
class ArchiveRebuild {
 public:
  /// The archive may be of an earlier schema.
  ArchiveRebuild(const std::filesystem::path& archive, ArchiveWriter::Settings settings);

  /// In all.
  std::uint64_t documents() const;
  /// The next ones, at most so many; none at the end. Throws InputError for one that cannot be read.
  std::vector<StoredVersion> next(std::size_t most);

  void add(const BuiltDocument& built);
  void add_superseded(const StoredArticle& stored);

  /// Makes what was added the archive.
  void publish();

 private:
  bool open_next_segment();
  SegmentWriter& writer();
  void finish_segment();
  StoredVersion read(Xapian::docid docid) const;

  ArchiveFolder folder_;
  ArchiveWriter::Settings settings_;
  std::size_t opened_ = 0;  // segments so far
  Xapian::Database source_;
  Xapian::PostingIterator at_;
  std::unique_ptr<SegmentWriter> writer_;
  std::vector<SegmentEntry> segments_;
};

}  // namespace broadsheet
