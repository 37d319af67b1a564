// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/name_variants_data.h"

#include <sstream>

#include "common/data_file.h"
#include "indexer/entities/name_spelling.h"

namespace broadsheet {

NameVariantTables::NameVariantTables() {
  for (const auto& row : read_data_table("given_name_variants.tsv")) {
    std::istringstream names(row[0]);
    std::string preferred;
    for (std::string name; names >> name;) {
      name = latin_letters(name);
      if (preferred.empty()) preferred = name;
      given_names_.try_emplace(name, GivenName{preferred, row.size() > 1 ? row[1] : ""});
    }
  }
  for (const auto& row : read_data_table("person_name_variants.tsv")) {
    for (const std::string& name : row) whole_names_.try_emplace(latin_letters(name), latin_letters(row[0]));
  }
}

const NameVariantTables& NameVariantTables::instance() {
  static const NameVariantTables tables;
  return tables;
}

std::string_view NameVariantTables::given_name(std::string_view name) const {
  const auto found = given_names_.find(std::string(name));
  return found == given_names_.end() ? name : std::string_view(found->second.preferred);
}

std::string_view NameVariantTables::tradition(std::string_view given_name) const {
  const auto found = given_names_.find(std::string(given_name));
  return found == given_names_.end() ? std::string_view() : std::string_view(found->second.tradition);
}

bool NameVariantTables::is_arabic(std::string_view given_name) const {
  return tradition(given_name) == "arabic";
}
bool NameVariantTables::is_slavic(std::string_view given_name) const {
  return tradition(given_name) == "slavic";
}

std::string_view NameVariantTables::whole_name(std::string_view name) const {
  const auto found = whole_names_.find(std::string(name));
  return found == whole_names_.end() ? name : std::string_view(found->second);
}

}  // namespace broadsheet
