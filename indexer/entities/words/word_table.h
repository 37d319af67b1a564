// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace broadsheet {

/// Values by the hash64() of words, in one array of open addressing: the words themselves are not kept, two
/// of one hash are one (in a million words that happens once in 37 million tables). Hash 0 counts as 1.
template <typename Value>
class WordTable {
 public:
  /// Room for this many words at first.
  explicit WordTable(std::size_t words = 8) : slots_(std::bit_ceil(2 * words + 2)) {}

  /// The value of a word, which is added if it is new. Ends the life of earlier references.
  Value& operator[](std::uint64_t word) {
    if (2 * size_ >= slots_.size()) grow();
    Slot& slot = slots_[place_of(key_of(word))];
    if (slot.key == 0) ++size_;
    slot.key = key_of(word);
    return slot.value;
  }

  /// Null if the word is not in the table.
  Value* find(std::uint64_t word) {
    Slot& slot = slots_[place_of(key_of(word))];
    return slot.key == 0 ? nullptr : &slot.value;
  }
  const Value* find(std::uint64_t word) const { return const_cast<WordTable*>(this)->find(word); }

  /// Calls use(word, value) for all words, in no order.
  template <typename Use>
  void for_each(Use use) const {
    for (const Slot& slot : slots_) {
      if (slot.key != 0) use(slot.key, slot.value);
    }
  }

 private:
  struct Slot {
    std::uint64_t key = 0;  // 0: empty
    Value value{};
  };

  static std::uint64_t key_of(std::uint64_t word) { return word == 0 ? 1 : word; }

  std::size_t place_of(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = key & mask;
    while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
    for (Slot& slot : old) {
      if (slot.key != 0) slots_[place_of(slot.key)] = std::move(slot);
    }
  }

  std::vector<Slot> slots_;  // a power of two, never more than half full
  std::size_t size_ = 0;
};

}  // namespace broadsheet
