// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/table_reader.h"

#include <stdexcept>

#include "common/glass_format.h"

namespace broadsheet::glass {
namespace {

std::size_t number_at(const char* place) {
  return std::size_t{static_cast<unsigned char>(place[0])} << 8 | static_cast<unsigned char>(place[1]);
}

[[noreturn]] void damaged() {
  throw std::runtime_error("a table changed while it was being written");
}

}  // namespace

TableReader::TableReader(const TableWriter& table, std::uint32_t leaf) : table_(table), next_block_(leaf) {}

const char* TableReader::next_item() {
  while (at_ == directory_end_) {
    block_ = table_.block(next_block_++);
    if (block_.empty()) return nullptr;
    if (block_.size() != kBlockBytes) damaged();
    const bool is_leaf = block_[kLevelPlace] == 0;
    at_ = kHeaderBytes;
    directory_end_ = is_leaf ? number_at(block_.data() + kDirectoryEndPlace) : at_;
    if (directory_end_ < at_ || directory_end_ > kBlockBytes) damaged();
  }
  const std::size_t item = number_at(block_.data() + at_);
  at_ += kDirectoryEntry;
  if (item + kLeafItemHeader > kBlockBytes) damaged();
  const std::size_t size = (number_at(block_.data() + item) & kItemSize) + kLeafItemHeader;
  const std::size_t key = static_cast<unsigned char>(block_[item + 2]);
  if (item + size > kBlockBytes || kLeafItemHeader + key > size) damaged();
  return block_.data() + item;
}

bool TableReader::next() {
  tag_.clear();
  bool begun = false;
  for (const char* item = next_item(); item != nullptr; item = next_item()) {
    const std::size_t head = number_at(item);
    const bool is_first = (head & kFirstPiece) != 0;
    const std::size_t key_size = static_cast<unsigned char>(item[2]);
    if (key_size == 0 || (!is_first && !begun)) continue;  // the null item; the rest of what began before
    const std::size_t before = kLeafItemHeader + key_size + (is_first ? 0 : kPieceNumber);
    const std::size_t size = (head & kItemSize) + kLeafItemHeader;
    if (size < before) damaged();
    begun = true;
    tag_.append(item + before, size - before);
    if ((head & kLastPiece) == 0) continue;
    key_.assign(item + kLeafItemHeader, key_size);
    compressed_ = (head & kCompressed) != 0;
    return true;
  }
  return false;
}

}  // namespace broadsheet::glass
