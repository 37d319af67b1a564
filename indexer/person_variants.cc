// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/person_variants.h"

#include <map>

#include "common/schema.h"
#include "indexer/entities/persons/variants.h"

namespace broadsheet {
namespace {

/// The persons of the segments with the number of articles each, in the order of their folded names.
std::vector<PersonCount> count_persons(const std::vector<Xapian::Database>& segments) {
  std::map<std::string, std::pair<std::string, std::uint64_t>> by_term;
  const std::string key_prefix = label_key_prefix(Facet::Person);
  for (const Xapian::Database& segment : segments) {
    for (auto key = segment.metadata_keys_begin(key_prefix); key != segment.metadata_keys_end(key_prefix);
         ++key) {
      const std::string name = segment.get_metadata(*key);
      const std::string term = make_value_term(Facet::Person, name);
      const auto [found, is_new] = by_term.try_emplace(term, name, 0);
      if (!is_new) found->second.first = better_label(found->second.first, name);
      found->second.second += segment.get_termfreq(term);
    }
  }
  std::vector<PersonCount> persons;
  for (auto& [term, person] : by_term) {
    if (person.second > 0) persons.push_back({std::move(person.first), person.second});
  }
  return persons;
}

}  // namespace

std::string make_variants(const std::vector<Xapian::Database>& segments) {
  const std::vector<PersonCount> persons = count_persons(segments);
  std::string lines = "# one person a line: the preferred name, then its variants; made anew by every run\n";
  for (const VariantGroup& group : group_variants(persons)) {
    std::string line;
    for (std::size_t index : group) line += (line.empty() ? "" : "\t") + persons[index].name;
    lines += line + '\n';
  }
  return lines;
}

}  // namespace broadsheet
