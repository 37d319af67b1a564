// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/place_tables.h"

#include <set>

#include "common/country.h"
#include "common/hash.h"
#include "indexer/entities/table_making/tables.h"

namespace broadsheet {

TableFileWriter make_place_tables() {
  const PlaceTablesSource places = make_place_tables(load_place_forms());
  TableFileWriter writer;
  writer.add(EntityTable::PlaceForms, places.forms);
  writer.add(EntityTable::PlaceSequences, places.sequences);
  writer.add(EntityTable::PlaceFirstWords, places.first_words);
  writer.add(EntityTable::PlaceLongerSequences, places.longer_sequences);
  writer.add(EntityTable::PlaceTexts, places.texts);
  std::set<std::uint64_t> countries;
  for (const std::string& key : all_country_keys()) countries.insert(hash64(key));
  std::vector<HashSlot> slots;
  for (const std::uint64_t key : countries) slots.push_back({key, 1, 0});
  writer.add(EntityTable::CountryNames, make_hash_table(slots));
  return writer;
}

}  // namespace broadsheet
