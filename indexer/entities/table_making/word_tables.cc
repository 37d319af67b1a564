// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/table_making/tables.h"
#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

std::vector<HashSlot> slots_of(const WordKinds& words) {
  std::vector<HashSlot> entries;
  words.for_each([&](std::uint64_t word, std::uint32_t kinds) { entries.push_back({word, kinds, 0}); });
  return make_hash_table(entries);
}

}  // namespace

TableFileWriter make_word_tables() {
  const LexiconSource lexicon = read_lexicon();
  TableFileWriter writer;
  writer.add(EntityTable::Words, slots_of(lexicon.words));
  writer.add(EntityTable::ContextWords, slots_of(lexicon.context));
  return writer;
}

}  // namespace broadsheet
