// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/name_variants_data.h"

#include "common/hash.h"

namespace broadsheet {

NameVariantTables::NameVariantTables()
    : given_names_(person_names_file().table<HashSlot>(EntityTable::GivenNames)),
      given_name_entries_(person_names_file().table<StoredGivenName>(EntityTable::GivenNameEntries)),
      whole_names_(person_names_file().table<HashSlot>(EntityTable::WholeNames)),
      texts_(person_names_file().text(EntityTable::NameTexts)) {}

const NameVariantTables& NameVariantTables::instance() {
  static const NameVariantTables tables;
  return tables;
}

const StoredGivenName* NameVariantTables::find(std::string_view given_name) const {
  const HashSlot* found = given_names_.find(hash64(given_name));
  return found == nullptr ? nullptr : &given_name_entries_[found->first];
}

std::string_view NameVariantTables::given_name(std::string_view name) const {
  const StoredGivenName* found = find(name);
  return found == nullptr ? name : found->preferred.in(texts_);
}

std::string_view NameVariantTables::tradition(std::string_view given_name) const {
  const StoredGivenName* found = find(given_name);
  return found == nullptr ? std::string_view() : found->tradition.in(texts_);
}

bool NameVariantTables::is_arabic(std::string_view given_name) const {
  return tradition(given_name) == "arabic";
}
bool NameVariantTables::is_slavic(std::string_view given_name) const {
  return tradition(given_name) == "slavic";
}

std::string_view NameVariantTables::whole_name(std::string_view name) const {
  const HashSlot* found = whole_names_.find(hash64(name));
  return found == nullptr ? name : TextRange{found->first, found->second}.in(texts_);
}

}  // namespace broadsheet
