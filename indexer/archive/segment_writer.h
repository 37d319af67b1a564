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

namespace broadsheet {

/// Documents in, one segment out: a compacted Xapian database of its own with its columns file beside it,
/// every document of which was read back. Not thread-safe. Throws Xapian::Error, std::system_error.
class SegmentWriter {
 public:
  /// Builds in the scratch folder, which must not exist; it is removed with the writer.
  explicit SegmentWriter(std::filesystem::path scratch);
  ~SegmentWriter();
  SegmentWriter(const SegmentWriter&) = delete;
  SegmentWriter& operator=(const SegmentWriter&) = delete;

  Xapian::docid add(const BuiltDocument& built);
  /// Adds a version that was superseded before it came; data as encode_article wrote it.
  void add_superseded(const std::string& data);
  /// Makes a document of this writer a superseded version: readable, not searchable.
  void supersede(Xapian::docid docid);
  /// Takes all versions of an article out of this writer.
  void remove(const std::string& identity);
  std::string data(Xapian::docid docid) const;

  /// Writes what is held in memory to the scratch folder.
  void flush();

  std::uint64_t documents() const { return documents_; }
  /// Bytes that are held to the end, whatever is flushed.
  std::uint64_t kept_bytes() const { return kept_bytes_; }

  /// Writes the segment under the name given into the archive's segments folder, synced to disk. The writer
  /// is done.
  SegmentEntry finish(const std::filesystem::path& archive, const std::string& name);

 private:
  /// The data of documents that Xapian might not read back, even while it is writing them.
  enum class Fate { Live, Superseded, Removed };
  struct Kept {
    std::string data;
    Fate fate = Fate::Live;
  };

  void keep(Xapian::docid docid, const std::string& data, std::uint64_t term_bytes);
  /// What becomes of the document; nothing if it is to be left out.
  std::optional<Xapian::Document> final_document(Xapian::docid docid) const;

  std::filesystem::path scratch_;
  Xapian::WritableDatabase database_;
  std::map<std::pair<Facet, ValueId>, std::string> labels_;
  std::unordered_map<Xapian::docid, Kept> kept_;
  std::uint64_t kept_bytes_ = 0;
  std::uint64_t documents_ = 0;
  bool has_leavers_ = false;   // documents that do not stay what they were added as
  bool must_rebuild_ = false;  // some of them only as their fate says
};

/// What becomes of the documents of a published segment in its next edition; the others stay.
struct SegmentChanges {
  std::set<Xapian::docid> superseded;
  std::set<Xapian::docid> removed;
  bool empty() const { return superseded.empty() && removed.empty(); }
};

/// A published segment with changes, as a new segment. The old one stays as it is.
SegmentEntry rewrite_segment(const std::filesystem::path& archive, const std::string& old_name,
                             const std::string& new_name, const SegmentChanges& changes);

/// Several segments as one new one. False (and nothing written) if the result would not read back.
bool merge_segments(const std::filesystem::path& archive, const std::vector<std::string>& names,
                    const std::string& new_name, SegmentEntry& entry);

/// The documents that stock Xapian cannot read back. Xapian 1.4 (CompressionStream::decompress_chunk) takes a
/// compressed tag whose last bytes are used up exactly when an 8,192-byte block of output is full for one
/// that is cut short: the data or termlist of such a document is lost to every reader, though nothing is
/// wrong with the bytes.
std::vector<Xapian::docid> unreadable_documents(const Xapian::Database& database);

}  // namespace broadsheet
