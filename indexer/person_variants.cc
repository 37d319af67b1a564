// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/person_variants.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "common/in_parallel.h"
#include "indexer/entities/authority/authority.h"
#include "indexer/entities/persons/variants.h"

namespace broadsheet {
namespace {

using PersonsById = std::unordered_map<ValueId, PersonCount>;

/// The persons of a segment, in the order of its dictionary.
std::vector<PersonCount> persons_of(const SegmentView& segment) {
  const auto ids = segment.columns.dictionary(Facet::Person);
  std::vector<PersonCount> persons(ids.size());
  for (const std::uint32_t index : segment.columns.value_indexes(Facet::Person)) ++persons[index].articles;
  // In the order of their keys, so that Xapian reads each block of its table once.
  for (std::size_t i = 0; i < ids.size(); ++i)
    persons[i].name = segment.database.get_metadata(label_key(Facet::Person, ids[i]));
  return persons;
}

void take(PersonsById& all, ValueId id, PersonCount&& person) {
  const auto [found, is_new] = all.try_emplace(id);
  PersonCount& known = found->second;
  known.articles += person.articles;
  if (is_new || better_label(known.name, person.name) != known.name) known.name = std::move(person.name);
}

PersonsById count_persons(const std::vector<SegmentView>& segments) {
  std::vector<std::vector<PersonCount>> by_segment(segments.size());
  in_parallel(segments.size(), [&](std::size_t i) { by_segment[i] = persons_of(segments[i]); });
  PersonsById by_id;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const auto ids = segments[i].columns.dictionary(Facet::Person);
    for (std::size_t person = 0; person < ids.size(); ++person)
      take(by_id, ids[person], std::move(by_segment[i][person]));
    by_segment[i] = {};
  }
  return by_id;
}

/// The persons of an archive with the number of articles each.
struct Persons {
  std::vector<PersonCount> all;
  std::set<std::size_t> preferred;  // names that are the authority file's own
  std::set<std::size_t> respelt;    // those of them that articles print in a way it does not know
};

/// True of the countries whose main language is written in Latin letters (CLDR, likely subtags).
bool writes_in_latin(const std::string& country) {
  std::array<char, ULOC_FULLNAME_CAPACITY> likely{};
  std::array<char, ULOC_SCRIPT_CAPACITY> script{};
  UErrorCode error = U_ZERO_ERROR;
  uloc_addLikelySubtags(("und_" + country).c_str(), likely.data(), ULOC_FULLNAME_CAPACITY, &error);
  uloc_getScript(likely.data(), script.data(), ULOC_SCRIPT_CAPACITY, &error);
  return U_SUCCESS(error) && std::string_view(script.data()) == "Latn";
}

/// How a person writes the name, where newspapers in English leave accents away: the first of the forms that
/// differs in nothing else. Empty if there is none, or other letters are the person's own.
std::string own_spelling(const AuthorityPerson& person) {
  const ValueId id = value_id(person.name);
  const auto own = std::find_if(person.forms.begin(), person.forms.end(),
                                [id](const std::string& form) { return value_id(form) == id; });
  const bool is_latin = !person.countries.empty() && writes_in_latin(person.countries.front());
  return is_latin && own != person.forms.end() ? *own : "";
}

/// Where the authority file prefers a name, it is spelt as there or as the person does ("Lech Wałęsa").
Persons spelt_as_preferred(PersonsById by_id) {
  Persons persons;
  persons.all.reserve(by_id.size() + 1);
  for (const AuthorityPerson& known : Authority::instance().persons()) {
    const auto found = by_id.find(value_id(known.name));
    if (found == by_id.end()) continue;
    persons.preferred.insert(persons.all.size());
    PersonCount& person = found->second;
    if (person.name != known.name && person.name != own_spelling(known)) {
      persons.respelt.insert(persons.all.size());
      person.name = known.name;
    }
    persons.all.push_back(std::move(person));
    by_id.erase(found);
  }
  for (auto& [id, person] : by_id) persons.all.push_back(std::move(person));
  return persons;
}

std::string line_of(const Persons& persons, const VariantGroup& group) {
  std::string line;
  for (const std::size_t index : group) line += (line.empty() ? "" : "\t") + persons.all[index].name;
  return line + '\n';
}

}  // namespace

std::string make_variants(const std::vector<SegmentView>& segments) {
  Persons persons = spelt_as_preferred(count_persons(segments));
  std::string lines = "# one person a line: the preferred name, then its variants; made anew by every run\n";
  for (VariantGroup& group : group_variants(persons.all)) {
    std::stable_partition(group.begin(), group.end(),
                          [&](std::size_t i) { return persons.preferred.contains(i); });
    for (const std::size_t index : group) persons.respelt.erase(index);
    lines += line_of(persons, group);
  }
  // No group: a line that says how the name is shown.
  for (const std::size_t index : persons.respelt) lines += line_of(persons, {index});
  return lines;
}

}  // namespace broadsheet
