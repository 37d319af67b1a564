// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/segment/glass_format.h"
#include "indexer/segment/output_file.h"

namespace broadsheet::glass {

/// Writes one table of a glass database: a B-tree, in the order of its keys, each block once, already
/// compact.
///
/// Format (glass_table.h, glass_table.cc; numbers big-endian): block n is at n * 8192.
///    0  revision, 4 bytes (1)            4  level, 1 byte (0: leaf)
///    5  free bytes in one piece, 2       7  free bytes, 2 (the same: there are no holes)
///    9  end of the directory, 2         11  directory: 2 bytes the place of each item, in order of keys
///   Items fill the block from its end downwards.
/// Leaf item: 2 bytes size of the item - 3, with flags (8000 compressed, 4000 last piece, 2000 first piece);
///   1 byte key length; key; in all but the first piece 2 bytes its number, from 2 on; the piece of the tag.
///   An item has at most 2043 bytes; longer tags are cut into pieces, all under one key. The first item of
///   the first leaf has no key and no tag.
/// Branch item: 4 bytes block; 1 byte key length; key; 2 bytes number of the piece. The first of a block: no
///   key, 0. The key above a leaf is the shortest start of its first key that is no start of the key before.
/// Blocks are numbered as they are filled, the root last; so leaves ascend ("sequential").
///
constexpr std::size_t kHeaderBytes = 11;
constexpr std::size_t kLevelPlace = 4;
constexpr std::size_t kDirectoryEndPlace = 9;
constexpr std::size_t kDirectoryEntry = 2;
constexpr std::size_t kLeafItemHeader = 3;
constexpr std::size_t kPieceNumber = 2;
constexpr unsigned kCompressed = 0x8000;
constexpr unsigned kLastPiece = 0x4000;
constexpr unsigned kFirstPiece = 0x2000;
constexpr unsigned kItemSize = 0x1fff;

/// How blocks are filled. A tag that does not fit into what is left of a block goes into the next one whole
/// where it can, so that it is read with one block; or it is cut wherever a block ends, so that no room is
/// lost: up to a fifth where tags are about as large as the largest item.
enum class Filling { Whole, Tight };

/// Not thread-safe. Throws std::system_error, and std::length_error for what does not fit the format.
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
