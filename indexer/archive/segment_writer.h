// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/manifest.h"
#include "indexer/archive/document.h"
#include "indexer/segment/database_writer.h"

namespace broadsheet {

/// Where a segment of an archive is prepared; what was there is removed. number: 0, or another where two are
/// prepared at the same time.
std::filesystem::path fresh_scratch(const std::filesystem::path& archive, unsigned number = 0);

/// Documents in, one segment out: a compact Xapian database of its own with its columns file beside it, every
/// document of which can be read back. Not thread-safe. Throws Xapian::Error, std::system_error.
class SegmentWriter {
 public:
  /// Works in the scratch folder, which must not exist; it is removed with the writer. memory: bytes, about,
  /// that postings may take before they go to the scratch folder.
  SegmentWriter(std::filesystem::path scratch, std::uint64_t memory);
  SegmentWriter(const SegmentWriter&) = delete;
  SegmentWriter& operator=(const SegmentWriter&) = delete;

  Xapian::docid add(const BuiltDocument& built);
  /// Adds a version that was superseded before it came; data as encode_article wrote it.
  void add_superseded(const std::string& data);
  /// Makes a document of this writer a superseded version: readable, not searchable, under another docid.
  void supersede(Xapian::docid docid);
  /// Takes all versions of an article out of this writer.
  void remove(const std::string& identity);
  std::string data(Xapian::docid docid) const { return database_.data(docid); }

  std::uint64_t documents() const { return database_.documents(); }
  /// Bytes of the scratch folder, about.
  std::uint64_t scratch_bytes() const { return scratch_bytes_; }

  /// Writes the segment under the name given into the archive's segments folder, synced to disk. The writer
  /// is done.
  SegmentEntry finish(const std::filesystem::path& archive, const std::string& name);

 private:
  struct Scratch {
    explicit Scratch(std::filesystem::path folder);
    ~Scratch();
    std::filesystem::path path;
  };

  Xapian::docid insert(const BuiltDocument& built);
  std::set<std::pair<Facet, ValueId>> labels_in_use() const;

  Scratch scratch_;
  glass::DatabaseWriter database_;
  std::map<std::pair<Facet, ValueId>, std::string> labels_;
  std::unordered_map<std::string, std::vector<Xapian::docid>> versions_;  // by identity
  std::uint64_t scratch_bytes_ = 0;
  bool has_leavers_ = false;  // documents that did not stay what they were added as
};

/// What becomes of the documents of a published segment in its next edition; the others stay.
struct SegmentChanges {
  std::set<Xapian::docid> superseded;
  std::set<Xapian::docid> removed;
  bool empty() const { return superseded.empty() && removed.empty(); }
};

/// A published segment with changes, as a new segment. The old one stays as it is. memory: as of a
/// SegmentWriter. Throws InputError if it is damaged: a new segment would have the damage under a good
/// checksum.
SegmentEntry rewrite_segment(const std::filesystem::path& archive, const SegmentEntry& old_entry,
                             const std::string& new_name, const SegmentChanges& changes,
                             std::uint64_t memory);

/// The two ways of it, for a segment that is whole. A few changes are made by Xapian's own writer to a copy,
/// where all else keeps its docid; nothing if the result would not read back.
std::optional<SegmentEntry> change_segment(const std::filesystem::path& archive,
                                           const SegmentEntry& old_entry, const std::string& new_name,
                                           const SegmentChanges& changes);
/// Many take Xapian hours where building what stays anew from the stored articles takes seconds.
SegmentEntry rebuild_segment(const std::filesystem::path& archive, const SegmentEntry& old_entry,
                             const std::string& new_name, const SegmentChanges& changes,
                             std::uint64_t memory);

/// Several segments as one new one. False (and nothing written) if the result would not read back. Throws
/// InputError if one is damaged.
bool merge_segments(const std::filesystem::path& archive, const std::vector<SegmentEntry>& segments,
                    const std::string& new_name, SegmentEntry& entry);

/// The documents that stock Xapian cannot read back. Xapian 1.4 (CompressionStream::decompress_chunk) takes a
/// compressed tag whose last bytes are used up exactly when an 8,192-byte block of output is full for one
/// that is cut short: the data or termlist of such a document is lost to every reader, though nothing is
/// wrong with the bytes.
std::vector<Xapian::docid> unreadable_documents(const Xapian::Database& database);

}  // namespace broadsheet
