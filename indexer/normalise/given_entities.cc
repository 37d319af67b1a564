// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/given_entities.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "common/country.h"
#include "common/fold.h"
#include "common/printable.h"
#include "indexer/normalise/text/characters.h"
#include "indexer/normalise/text/clean_text.h"

namespace broadsheet {
namespace {

// "III" of "William H III", "Jr." of "Martin Luther Jr.": it stands last in reading order too.
std::string_view generation_of(std::string_view first_names) {
  constexpr std::array<std::string_view, 7> suffixes = {"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"};
  const auto space = first_names.rfind(' ');
  if (space == std::string_view::npos) return {};
  const auto last = first_names.substr(space + 1);
  return std::find(suffixes.begin(), suffixes.end(), last) == suffixes.end() ? std::string_view() : last;
}

// "Kohl, Helmut", but not "Kohl, 57" or "Kohl, Helmut, Dr."
std::string in_reading_order(const std::string& name) {
  const auto comma = name.find(',');
  const bool is_inverted = comma != std::string::npos && name.find(',', comma + 1) == std::string::npos &&
                           std::none_of(name.begin(), name.end(), is_ascii_digit);
  if (!is_inverted) return name;
  const auto last = trimmed(std::string_view(name).substr(0, comma));
  auto first = trimmed(std::string_view(name).substr(comma + 1));
  const auto suffix = generation_of(first);
  first = trimmed(first.substr(0, first.size() - suffix.size()));
  const auto whole =
      std::string(first).append(" ").append(last).append(suffix.empty() ? "" : " ").append(suffix);
  return std::string(trimmed(whole));
}

std::vector<NameTag> name_tags(const std::vector<std::string>& names) {
  std::vector<NameTag> tags;
  for (const auto& name : distinct_values(names)) tags.push_back({name, true});
  return tags;
}

std::vector<CountryTag> country_tags(const std::vector<std::string>& names,
                                     std::vector<std::string>& problems) {
  std::vector<CountryTag> tags;
  for (const auto& name : distinct_values(names)) {
    const auto code = find_country(name);
    if (!code) {
      problems.push_back("unknown country \"" + one_line(name) + "\": left out");
    } else if (std::none_of(tags.begin(), tags.end(),
                            [&](const CountryTag& tag) { return tag.code == *code; })) {
      tags.push_back({.code = *code, .about = false, .given = true});
    }
  }
  return tags;
}

}  // namespace

std::vector<std::string> distinct_values(const std::vector<std::string>& values) {
  std::vector<std::string> distinct;
  std::unordered_set<std::string> seen;
  for (const auto& value : values) {
    auto shown = clean_line(value);
    if (!shown.empty() && seen.insert(fold_value(shown)).second) distinct.push_back(std::move(shown));
  }
  return distinct;
}

Entities given_entities(const Record& record, std::vector<std::string>& problems) {
  std::vector<std::string> persons;
  for (const auto& name : record.persons) persons.push_back(in_reading_order(clean_line(name)));
  return {name_tags(persons), name_tags(record.organisations), country_tags(record.countries, problems)};
}

}  // namespace broadsheet
