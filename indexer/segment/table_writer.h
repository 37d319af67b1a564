// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/glass_format.h"
#include "indexer/segment/output_file.h"

namespace broadsheet::glass {

/// How blocks are filled. A tag that does not fit into what is left of a block goes into the next one whole
/// where it can, so that it is read with one block; or it is cut wherever a block ends, so that no room is
/// lost: up to a fifth where tags are about as large as the largest item.
enum class Filling { Whole, Tight };

/// Writes one table of a glass database: a B-tree (common/glass_format.h), in the order of its keys, each
/// block once, already compact. Not thread-safe. Throws std::system_error, and std::length_error for what
/// does not fit the format.
class TableWriter {
 public:
  /// Makes the file, which is complete after finish() only.
  explicit TableWriter(const std::filesystem::path& file, Filling filling = Filling::Whole);

  /// Keys of 1 to 255 bytes, each greater than the one before: else throws std::logic_error.
  void add(std::string_view key, std::string_view tag, bool compressed = false);

  /// Writes what is left. The writer is done, but for its blocks. The file is not synced.
  TableRoot finish();

  /// Of the complete file.
  FileSum sum() const { return file_.sum(); }
  const std::filesystem::path& path() const { return file_.path(); }

  /// The leaf where the next entry begins, or the one after it.
  std::uint32_t current_leaf() const { return blocks_; }
  /// A block, complete or not; empty behind the last.
  std::string block(std::uint32_t number) const;

 private:
  struct Block {
    std::string bytes = std::string(kBlockBytes, '\0');
    std::size_t directory_end = 0;
    std::size_t lowest_item = 0;
    std::size_t free() const { return lowest_item - directory_end; }
  };
  struct Branch {
    Block block;
    bool in_use = false;
    std::string first_key;  // of its first item, which is left out there
    unsigned first_piece = 0;
  };

  static void clear(Block& block);
  /// Room for an item, which must be there.
  static char* reserve(Block& block, std::size_t size);
  void add_piece(std::string_view key, std::string_view piece, unsigned number, unsigned flags);
  /// How much of what is left of a tag goes into its next piece.
  std::size_t piece_size(std::size_t key_size, std::size_t left, unsigned number) const;
  static void write_head(Block& block, unsigned level);
  std::uint32_t write_block(Block& block, unsigned level);
  void write_leaf();
  void add_child(unsigned level, std::string_view key, unsigned piece, std::uint32_t child);
  std::uint32_t write_branch(unsigned level);
  /// Writes a level's branch block and enters it in the level above.
  void write_up(unsigned level);

  OutputFile file_;
  Filling filling_;
  bool finished_ = false;
  Block leaf_;
  std::string leaf_key_;  // what stands for the current leaf in the branch above
  unsigned leaf_piece_ = 0;
  std::string last_key_;
  std::vector<Branch> branches_;  // by level - 1
  std::uint32_t blocks_ = 0;
  std::uint64_t entries_ = 0;
};

}  // namespace broadsheet::glass
