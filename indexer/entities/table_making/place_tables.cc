// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/place_tables.h"

#include <set>

#include "common/country.h"
#include "common/hash.h"
#include "indexer/entities/table_making/tables.h"

namespace broadsheet {

TableWriter make_place_tables() {
  const PlaceTablesSource places = make_place_tables(load_place_forms());
  TableWriter writer;
  writer.add(TableId::PlaceForms, places.forms);
  writer.add(TableId::PlaceSequences, places.sequences);
  writer.add(TableId::PlaceFirstWords, places.first_words);
  writer.add(TableId::PlaceLongerSequences, places.longer_sequences);
  writer.add(TableId::PlaceTexts, places.texts);
  std::set<std::uint64_t> countries;
  for (const std::string& key : all_country_keys()) countries.insert(hash64(key));
  std::vector<HashSlot> slots;
  for (const std::uint64_t key : countries) slots.push_back({key, 1, 0});
  writer.add(TableId::CountryNames, make_hash_table(slots));
  return writer;
}

}  // namespace broadsheet
