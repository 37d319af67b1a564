// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/person_variants.h"

#include <unordered_map>

#include "common/in_parallel.h"
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

/// The persons of the segments with the number of articles each.
std::vector<PersonCount> count_persons(const std::vector<SegmentView>& segments) {
  std::vector<std::vector<PersonCount>> by_segment(segments.size());
  in_parallel(segments.size(), [&](std::size_t i) { by_segment[i] = persons_of(segments[i]); });
  PersonsById by_id;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const auto ids = segments[i].columns.dictionary(Facet::Person);
    for (std::size_t person = 0; person < ids.size(); ++person)
      take(by_id, ids[person], std::move(by_segment[i][person]));
    by_segment[i] = {};
  }
  std::vector<PersonCount> persons;
  persons.reserve(by_id.size());
  for (auto& [id, person] : by_id) persons.push_back(std::move(person));
  return persons;
}

}  // namespace

std::string make_variants(const std::vector<SegmentView>& segments) {
  const std::vector<PersonCount> persons = count_persons(segments);
  std::string lines = "# one person a line: the preferred name, then its variants; made anew by every run\n";
  for (const VariantGroup& group : group_variants(persons)) {
    for (const std::size_t& index : group)
      lines += (&index == group.data() ? "" : "\t") + persons[index].name;
    lines += '\n';
  }
  return lines;
}

}  // namespace broadsheet
