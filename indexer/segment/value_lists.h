// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/segment/table_writer.h"

namespace broadsheet::glass {

/// The documents that were taken out again.
class Removed {
 public:
  void insert(Xapian::docid docid) {
    if (removed_.size() <= docid) removed_.resize(docid + 1);
    count_ += removed_[docid] ? 0 : 1;
    removed_[docid] = true;
  }
  bool contains(Xapian::docid docid) const { return docid < removed_.size() && removed_[docid]; }
  std::uint64_t size() const { return count_; }

 private:
  std::vector<bool> removed_;
  std::uint64_t count_ = 0;
};

/// The values of all documents by slot, in memory. Not thread-safe.
class ValueLists {
 public:
  /// docid: greater than that of the call before. values: none is empty.
  void add(Xapian::docid docid, const std::map<Xapian::valueno, std::string>& values);

  using Visitor = std::function<void(Xapian::docid, std::string_view)>;
  void visit(Xapian::valueno slot, const Removed& removed, const Visitor& visitor) const;

  /// Writes the statistics of all slots and then their values into the postlist table.
  void write(TableWriter& table, const Removed& removed) const;

  std::uint64_t bytes_in_memory() const { return bytes_; }

 private:
  struct Slot {
    std::string values;  // (uint gap, string value) for each document
    Xapian::docid last = 0;
  };

  void write_statistics(TableWriter& table, Xapian::valueno slot, const Removed& removed) const;
  void write_chunks(TableWriter& table, Xapian::valueno slot, const Removed& removed) const;

  std::map<Xapian::valueno, Slot> slots_;
  std::uint64_t bytes_ = 0;
};

}  // namespace broadsheet::glass
