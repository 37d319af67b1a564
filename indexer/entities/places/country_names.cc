// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/country_names.h"

#include "common/country.h"
#include "common/hash.h"
#include "indexer/entities/places/place_tables.h"

namespace broadsheet {

bool is_country_name(std::string_view name) {
  static const HashTable names(place_table_file().table<HashSlot>(EntityTable::CountryNames));
  return names.find(hash64(country_key(name))) != nullptr;
}

}  // namespace broadsheet
