// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/table_writer.h"

#include <algorithm>
#include <stdexcept>

#include "indexer/segment/same_bytes.h"

namespace broadsheet::glass {
namespace {

constexpr std::size_t kBranchItemBytes = 7;  // without the key
constexpr std::size_t kMaxItemBytes = (kBlockBytes - kHeaderBytes - 4 * kDirectoryEntry) / 4;
constexpr std::size_t kMaxPieces = 0xffff;
constexpr unsigned kMaxLevel = 9;

void put(char* place, std::uint32_t number, unsigned bytes) {
  for (; bytes-- > 0; ++place) *place = static_cast<char>(number >> (8 * bytes));
}

std::string_view shortest_separator(std::string_view before, std::string_view after) {
  const auto differ = std::mismatch(after.begin(), after.end(), before.begin(), before.end()).first;
  const auto common = static_cast<std::size_t>(differ - after.begin());
  return after.substr(0, common + 1);  // all of it, where a piece of the same tag follows
}

}  // namespace

TableWriter::TableWriter(const std::filesystem::path& file, Filling filling)
    : file_(file, FileUse::Lasting), filling_(filling) {
  clear(leaf_);
  char* item = reserve(leaf_, kLeafItemHeader);
  put(item, kFirstPiece | kLastPiece, 2);
  item[2] = 0;
}

void TableWriter::clear(Block& block) {
  block.directory_end = kHeaderBytes;
  block.lowest_item = kBlockBytes;
}

char* TableWriter::reserve(Block& block, std::size_t size) {
  block.lowest_item -= size;
  put(block.bytes.data() + block.directory_end, static_cast<std::uint32_t>(block.lowest_item), 2);
  block.directory_end += kDirectoryEntry;
  return block.bytes.data() + block.lowest_item;
}

void TableWriter::add(std::string_view key, std::string_view tag, bool compressed) {
  if (key.empty() || key.size() > kMaxKeyBytes) throw std::length_error("a key is too long for a segment");
  if (key <= last_key_) throw std::logic_error("keys of a table out of order");
  const unsigned kind = compressed ? kCompressed : 0;
  ++entries_;
  for (unsigned number = 1;; ++number) {
    const std::size_t size = piece_size(key.size(), tag.size(), number);
    const bool is_last = size == tag.size();
    add_piece(key, tag.substr(0, size), number,
              kind | (number == 1 ? kFirstPiece : 0) | (is_last ? kLastPiece : 0));
    if (is_last) break;
    if (number == kMaxPieces) throw std::length_error("a document is too large for a segment");
    tag.remove_prefix(size);
  }
}

/// Fills up the rest of the current leaf where that is worth it: before a tag that is cut anyway, as Xapian's
/// compaction does, or always.
std::size_t TableWriter::piece_size(std::size_t key_size, std::size_t left, unsigned number) const {
  constexpr std::size_t kWorthIt = 36;
  const std::size_t head = kLeafItemHeader + key_size + (number > 1 ? kPieceNumber : 0);
  const std::size_t capacity = kMaxItemBytes - head;
  const std::size_t largest = std::min(left, capacity);
  if (filling_ == Filling::Whole && (left <= capacity || number > 1)) return largest;
  const std::size_t room =
      filling_ == Filling::Tight ? leaf_.free() : leaf_.free() % (kMaxItemBytes + kDirectoryEntry);
  const std::size_t taken = kDirectoryEntry + head;
  return room >= taken + kWorthIt ? std::min(largest, room - taken) : largest;
}

void TableWriter::add_piece(std::string_view key, std::string_view piece, unsigned number, unsigned flags) {
  const bool is_numbered = number > 1;
  const std::size_t size = kLeafItemHeader + key.size() + piece.size() + (is_numbered ? kPieceNumber : 0);
  if (leaf_.free() < size + kDirectoryEntry) {
    write_leaf();
    leaf_key_ = shortest_separator(last_key_, key);
    leaf_piece_ = number;
  }
  char* place = reserve(leaf_, size);
  put(place, static_cast<std::uint32_t>(size - kLeafItemHeader) | flags, 2);
  place[2] = static_cast<char>(key.size());
  place += kLeafItemHeader;
  copy_bytes(place, key);
  place += key.size();
  if (is_numbered) {
    put(place, number, kPieceNumber);
    place += kPieceNumber;
  }
  copy_bytes(place, piece);
  last_key_ = key;
}

void TableWriter::write_head(Block& block, unsigned level) {
  char* start = block.bytes.data();
  const auto free = static_cast<std::uint32_t>(block.free());
  put(start, 1, 4);
  start[kLevelPlace] = static_cast<char>(level);
  put(start + 5, free, 2);
  put(start + 7, free, 2);
  put(start + kDirectoryEndPlace, static_cast<std::uint32_t>(block.directory_end), 2);
  std::fill_n(start + block.directory_end, free, '\0');
}

std::uint32_t TableWriter::write_block(Block& block, unsigned level) {
  write_head(block, level);
  file_.append(block.bytes);
  clear(block);
  return blocks_++;
}

void TableWriter::write_leaf() {
  add_child(1, leaf_key_, leaf_piece_, write_block(leaf_, 0));
}

void TableWriter::add_child(unsigned level, std::string_view key, unsigned piece, std::uint32_t child) {
  if (level > kMaxLevel) throw std::length_error("a table is too large for a segment");
  if (branches_.size() < level) branches_.emplace_back();
  if (branches_[level - 1].in_use &&
      branches_[level - 1].block.free() < kBranchItemBytes + key.size() + kDirectoryEntry)
    write_up(level);
  Branch& branch = branches_[level - 1];
  if (!branch.in_use) {
    branch.in_use = true;
    clear(branch.block);
    branch.first_key = key;
    branch.first_piece = piece;
    key = {};
    piece = 0;
  }
  char* place = reserve(branch.block, kBranchItemBytes + key.size());
  put(place, child, 4);
  place[4] = static_cast<char>(key.size());
  place = std::copy(key.begin(), key.end(), place + 5);
  put(place, piece, 2);
}

std::uint32_t TableWriter::write_branch(unsigned level) {
  branches_[level - 1].in_use = false;
  return write_block(branches_[level - 1].block, level);
}

void TableWriter::write_up(unsigned level) {
  const std::uint32_t number = write_branch(level);
  const std::string key = branches_[level - 1].first_key;  // a copy: a new level moves the others
  add_child(level + 1, key, branches_[level - 1].first_piece, number);
}

TableRoot TableWriter::finish() {
  TableRoot root;
  root.absent = false;
  root.entries = entries_;
  if (branches_.empty()) {
    root.root_block = write_block(leaf_, 0);
  } else {
    write_leaf();
    for (unsigned level = 1; level < branches_.size(); ++level) write_up(level);
    root.level = static_cast<unsigned>(branches_.size());
    root.root_block = write_branch(root.level);
  }
  root.blocks = blocks_;
  file_.flush();
  finished_ = true;
  return root;
}

std::string TableWriter::block(std::uint32_t number) const {
  if (number < blocks_) return file_.read(std::uint64_t{number} * kBlockBytes, kBlockBytes);
  if (number > blocks_ || finished_) return {};
  Block leaf = leaf_;
  write_head(leaf, 0);
  return leaf.bytes;
}

}  // namespace broadsheet::glass
