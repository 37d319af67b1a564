// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "common/glass_format.h"
#include "indexer/segment/merged_runs.h"
#include "indexer/segment/table_writer.h"
#include "indexer/segment/value_lists.h"

namespace broadsheet::glass {

/// The postlist table of a segment. Parts come in the order of the functions here. Not
/// thread-safe. Throws as TableWriter does.
class PostingTable {
 public:
  explicit PostingTable(const std::filesystem::path& folder);

  void add_metadata(const std::map<std::string, std::string>& entries);
  void add_values(const ValueLists& values, const Removed& removed);
  /// lengths: of all documents, ascending, wdf being the length.
  void add_lengths(std::span<const Posting> lengths);
  void add_terms(MergedRuns runs, const Removed& removed);

  TableRoot finish() { return table_.finish(); }
  /// Of the complete file.
  FileSum sum() const { return table_.sum(); }
  Xapian::termcount largest_wdf() const { return largest_wdf_; }

 private:
  void add_term(std::span<TermRun* const> runs, const Removed& removed);
  void add_list(std::string_view first_key, std::string_view later_key, bool count);

  TableWriter table_;
  std::vector<Posting> postings_;  // of the current list
  Xapian::termcount largest_wdf_ = 0;
};

}  // namespace broadsheet::glass
