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

/// Of a father and a son who both led, the one who came last; nobody if they came at the same time, or have a
/// name that half a country has.
const AuthorityPerson* latest(const Bearers& leaders) {
  constexpr int generation = 8;  // years
  if (leaders.empty()) return nullptr;
  const AuthorityPerson* last = leaders.front();
  for (const AuthorityPerson* leader : leaders) {
    if (leader->first_year > last->first_year) last = leader;
  }
  const bool is_clear = std::all_of(leaders.begin(), leaders.end(), [&](const AuthorityPerson* leader) {
    return leader == last ||
           (leader->first_year + generation <= last->first_year && !has_surname_first(*leader));
  });
  return is_clear ? last : nullptr;
}

/// The same among those who had been known for a while.
Bearers known_by(const Bearers& leaders, const std::optional<int>& year) {
  if (!year || leaders.size() < 2) return leaders;
  return those_who(leaders, [&](const AuthorityPerson* leader) { return leader->first_year < *year; });
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
  if (left.size() > 1 && !setting.year) return nullptr;
  return latest(known_by(left, setting.year));
}

const AuthorityPerson* leader_of(std::string_view surname, int year) {
  const Bearers leaders = those_who(
      Authority::instance().of_surname(surname),
      [&](const AuthorityPerson* person) { return is_prominent(*person, year) && person->leads(); });
  return latest(known_by(leaders, year));
}

}  // namespace broadsheet
