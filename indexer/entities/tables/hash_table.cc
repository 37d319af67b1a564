// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tables/hash_table.h"

namespace broadsheet {

std::vector<HashSlot> make_hash_table(const std::vector<HashSlot>& entries) {
  std::vector<HashSlot> slots(entries.size() * 3 / 2 + 1);
  for (HashSlot entry : entries) {
    entry.key = HashTable::key_of(entry.key);
    std::size_t at = HashTable::first_of(entry.key, slots.size());
    while (slots[at].key != 0) at = at + 1 == slots.size() ? 0 : at + 1;
    slots[at] = entry;
  }
  return slots;
}

}  // namespace broadsheet
