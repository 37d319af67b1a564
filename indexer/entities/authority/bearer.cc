// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/authority/bearer.h"

#include <algorithm>

namespace broadsheet {
namespace {

using Bearers = Authority::Bearers;

template <typename Condition>
Bearers those_who(const Bearers& bearers, Condition condition) {
  Bearers found;
  std::copy_if(bearers.begin(), bearers.end(), std::back_inserter(found), condition);
  return found;
}

bool acts_for(const AuthorityPerson& person, const std::vector<std::string>& countries) {
  return std::any_of(person.countries.begin(), person.countries.end(), [&](const std::string& country) {
    return std::find(countries.begin(), countries.end(), country) != countries.end();
  });
}

/// Papers write of people before and after their years of prominence, but give them a first name then.
bool is_prominent(const AuthorityPerson& person, int year) {
  return year >= person.first_year - 1 && year <= person.last_year + 2;
}

}  // namespace

const AuthorityPerson* bearer_of(std::string_view surname, const NameSetting& setting) {
  const Bearers all = Authority::instance().of_surname(surname);
  Bearers left = those_who(all, [&](const AuthorityPerson* person) {
    return !setting.year || *setting.year >= person->first_year - 1;
  });
  if (left.size() > 1 && setting.year)
    left =
        those_who(left, [&](const AuthorityPerson* person) { return is_prominent(*person, *setting.year); });
  left = those_who(left, [&](const AuthorityPerson* person) { return acts_for(*person, setting.countries); });
  if (left.size() > 1) left = those_who(left, [](const AuthorityPerson* person) { return person->leads(); });
  return left.size() == 1 ? left.front() : nullptr;
}

const AuthorityPerson* leader_of(std::string_view surname, int year) {
  const Bearers leaders = those_who(
      Authority::instance().of_surname(surname),
      [&](const AuthorityPerson* person) { return is_prominent(*person, year) && person->leads(); });
  return leaders.size() == 1 ? leaders.front() : nullptr;
}

}  // namespace broadsheet
