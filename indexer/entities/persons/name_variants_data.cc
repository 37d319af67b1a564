// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/name_variants_data.h"

#include <algorithm>
#include <sstream>

#include "common/data_file.h"
#include "indexer/entities/authority/authority.h"
#include "indexer/entities/persons/name_spelling.h"

namespace broadsheet {

namespace {

bool is_initial(std::string_view word) {
  return word.size() == 1 || word.find('.') != std::string_view::npos;
}

/// "William Jefferson Clinton" and "Larry Summers" are one person's; "John Kennedy" for "John F. Kennedy" is
/// many persons' name, and the rules judge it.
bool has_telling_given_names(const std::string& form, const AuthorityPerson& person) {
  if (std::count(form.begin(), form.end(), ' ') > 1) return true;
  const std::string_view given = std::string_view(form).substr(0, form.find(' '));
  const std::string_view own = std::string_view(person.name).substr(0, person.name.find(' '));
  return given != own && !is_initial(given) && !is_initial(own);
}

/// True if the form is no other person's name as well.
bool is_telling(const std::string& form, const AuthorityPerson& person) {
  if (form.find(' ') == std::string::npos) return false;
  const std::string own = lone_surname(person.name, person);
  const std::string surname = lone_surname(form, person);
  if (own.empty())
    return form.substr(0, form.find(' ')) != person.name.substr(0, person.name.find(' '));  // "Juan Pablo II"
  if (surname.empty()) return false;
  return has_surname_first(person) || surname != own || has_telling_given_names(form, person);
}

}  // namespace

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
  for (const AuthorityPerson& person : Authority::instance().persons()) {
    const std::string whole = latin_letters(person.name);
    whole_names_.try_emplace(whole, whole);
    for (const std::string& form : person.forms) {
      if (is_telling(form, person)) whole_names_.try_emplace(latin_letters(form), whole);
    }
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
