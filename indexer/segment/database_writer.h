// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/segment/document.h"
#include "indexer/segment/document_store.h"
#include "indexer/segment/inversion.h"
#include "indexer/segment/merged_runs.h"
#include "indexer/segment/term_run.h"
#include "indexer/segment/value_lists.h"

namespace broadsheet::glass {

/// Writes a whole new Xapian database at once: documents in, a compact glass database out, equal entry by
/// entry to one that Xapian's own writer and compaction make of them, at many times the speed. Postings are
/// inverted in memory; when that is full, sorted runs go to the scratch folder and are merged at the end.
/// What is by document is written to its tables, in the scratch folder, at once. Kept in memory to the end: 8
/// bytes a document, the values and the metadata. Not thread-safe; finish() works with three threads. Throws
/// std::system_error and std::length_error (a document that Xapian's format cannot hold); the database is
/// then not written.
class DatabaseWriter {
 public:
  /// scratch: an existing folder, where names beginning with "run" and "documents" are the writer's own.
  /// memory: bytes that the inversion may take; at least some megabytes are taken whatever is said.
  DatabaseWriter(std::filesystem::path scratch, std::uint64_t memory);

  Xapian::docid add(const Document& document);
  /// Takes a document out again; its docid stays unused. Twice is once.
  void remove(Xapian::docid docid) { removed_.insert(docid); }

  std::string data(Xapian::docid docid) const { return documents_.data(docid); }
  void set_metadata(const std::string& key, const std::string& value) { metadata_[key] = value; }
  void visit_values(Xapian::valueno slot, const ValueLists::Visitor& visitor) const;

  /// Without those that were removed.
  std::uint64_t documents() const { return documents_.last_docid() - removed_.size(); }

  /// Writes the database into an existing empty folder, on the file system of the scratch folder. The files
  /// are not synced. Returns their sums by their names. The writer is done. meanwhile: called as soon as the
  /// folder is the database but for its positions, which take longest.
  FileSums finish(const std::filesystem::path& folder, const std::function<void()>& meanwhile = {});

 private:
  void write_run();
  std::vector<Posting> lengths() const;
  /// All runs; that in memory is read in order.
  MergedRuns all_runs(const std::vector<std::uint32_t>& order, RunPart part) const;

  std::filesystem::path scratch_;
  std::uint64_t memory_;
  Inversion inversion_;
  std::vector<std::unique_ptr<RunFile>> runs_;
  DocumentStore documents_;
  ValueLists values_;
  Removed removed_;
  std::map<std::string, std::string> metadata_;
};

}  // namespace broadsheet::glass
