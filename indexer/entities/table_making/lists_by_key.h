// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "indexer/entities/tables/hash_table.h"

namespace broadsheet {

/// Lists by the hash of a key, as files of tables hold them: one array of all items, and a hash table that
/// says which of them are a key's.
template <typename Item>
class ListsByKey {
 public:
  std::vector<Item>& operator[](std::uint64_t key) { return lists_[HashTable::key_of(key)]; }

  /// Calls change(list) for each list.
  template <typename Change>
  void for_each(Change change) {
    for (auto& [key, list] : lists_) change(list);
  }

  std::vector<HashSlot> slots() const {
    std::vector<HashSlot> entries;
    std::uint32_t begin = 0;
    for (const auto& [key, list] : lists_) {
      const auto size = static_cast<std::uint32_t>(list.size());
      entries.push_back({key, begin, size});
      begin += size;
    }
    return make_hash_table(entries);
  }

  std::vector<Item> items() const {
    std::vector<Item> all;
    for (const auto& [key, list] : lists_) all.insert(all.end(), list.begin(), list.end());
    return all;
  }

 private:
  std::map<std::uint64_t, std::vector<Item>> lists_;
};

}  // namespace broadsheet
