// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "indexer/segment/table_writer.h"

namespace broadsheet::glass {

/// Reads entries of a table that is being written, or was written, by its writer. Not thread-safe. Throws
/// std::system_error; std::runtime_error if the file is not what was written.
class TableReader {
 public:
  /// Begins with the first entry that begins in a leaf or behind it. Must not outlive the table, to which
  /// nothing may be added meanwhile.
  explicit TableReader(const TableWriter& table, std::uint32_t leaf = 0);

  /// Goes to the next entry, at first to the first; false at the end.
  bool next();
  const std::string& key() const { return key_; }
  const std::string& tag() const { return tag_; }
  bool compressed() const { return compressed_; }

 private:
  /// The next item of the leaves, or null.
  const char* next_item();

  const TableWriter& table_;
  std::uint32_t next_block_;
  std::string block_;
  std::size_t at_ = 0;  // in the block's directory
  std::size_t directory_end_ = 0;
  std::string key_;
  std::string tag_;
  bool compressed_ = false;
};

}  // namespace broadsheet::glass
