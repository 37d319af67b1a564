// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace broadsheet {

/// What a hash table of a table file knows of one key: two numbers, often where a list begins and how long it
/// is.
struct HashSlot {
  std::uint64_t key = 0;  // 0: empty
  std::uint32_t first = 0;
  std::uint32_t second = 0;
};

/// Slots by hash64() or a hash as good, of open addressing with linear probing, used where they lie. What was
/// hashed is not kept: two of one hash are one. Hash 0 counts as 1.
class HashTable {
 public:
  HashTable() = default;

  /// Of slots as make_hash_table() makes them; keeps no copy.
  explicit HashTable(std::span<const HashSlot> slots) : slots_(slots) {}

  /// Null if there is none.
  const HashSlot* find(std::uint64_t hash) const {
    const std::uint64_t key = key_of(hash);
    std::size_t at = first_of(key, slots_.size());
    for (std::size_t tried = 0; tried < slots_.size() && slots_[at].key != 0; ++tried) {
      if (slots_[at].key == key) return &slots_[at];
      at = at + 1 == slots_.size() ? 0 : at + 1;
    }
    return nullptr;
  }

  static std::uint64_t key_of(std::uint64_t hash) { return hash == 0 ? 1 : hash; }
  /// The upper half of the hash scaled to the number of slots.
  static std::size_t first_of(std::uint64_t key, std::size_t slots) {
    return static_cast<std::size_t>(((key >> 32U) * slots) >> 32U);
  }

 private:
  std::span<const HashSlot> slots_;
};

/// The slots of a table of these entries, whose keys differ; at most two thirds of them are used.
std::vector<HashSlot> make_hash_table(const std::vector<HashSlot>& entries);

/// A piece of a text table.
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
  std::string_view in(std::string_view text) const { return text.substr(begin, size); }
};

}  // namespace broadsheet
