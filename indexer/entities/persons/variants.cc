// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/variants.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

#include "indexer/entities/persons/parsed_name.h"

namespace broadsheet {
namespace {

/// Sets of indexes that grow together (union-find with path halving).
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }

  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

 private:
  std::vector<std::size_t> parent_;
};

using Blocks = std::unordered_map<std::string, std::vector<std::size_t>>;

Blocks blocks_of(const std::vector<ParsedName>& names) {
  Blocks blocks;
  for (std::size_t i = 0; i < names.size(); ++i) {
    blocks[blocking_key(names[i])].push_back(i);
    std::string whole = names[i].whole;
    whole += '=';
    blocks[std::move(whole)].push_back(i);
  }
  return blocks;
}

void join_block(const std::vector<ParsedName>& names, const std::vector<std::size_t>& block,
                DisjointSets& sets) {
  for (std::size_t i = 0; i < block.size(); ++i) {
    for (std::size_t j = i + 1; j < block.size(); ++j) {
      if (sets.find(block[i]) != sets.find(block[j]) && same_person_name(names[block[i]], names[block[j]])) {
        sets.join(block[i], block[j]);
      }
    }
  }
}

void put_preferred_first(const std::vector<PersonCount>& persons, VariantGroup& group) {
  std::sort(group.begin(), group.end(), [&](std::size_t a, std::size_t b) {
    if (persons[a].articles != persons[b].articles) return persons[a].articles > persons[b].articles;
    if (persons[a].name != persons[b].name) return persons[a].name < persons[b].name;
    return a < b;
  });
}

}  // namespace

std::vector<VariantGroup> group_variants(const std::vector<PersonCount>& persons) {
  std::vector<ParsedName> names;
  names.reserve(persons.size());
  for (const PersonCount& person : persons) names.push_back(parse_name(person.name));
  DisjointSets sets(persons.size());
  for (const auto& [key, block] : blocks_of(names)) join_block(names, block, sets);
  std::map<std::size_t, VariantGroup> by_root;
  for (std::size_t i = 0; i < persons.size(); ++i) by_root[sets.find(i)].push_back(i);
  std::vector<VariantGroup> groups;
  for (auto& [root, group] : by_root) {
    if (group.size() < 2) continue;
    put_preferred_first(persons, group);
    groups.push_back(std::move(group));
  }
  std::sort(groups.begin(), groups.end(), [&](const VariantGroup& a, const VariantGroup& b) {
    return persons[a[0]].name < persons[b[0]].name;
  });
  return groups;
}

bool same_person_name(const std::string& a, const std::string& b) {
  return a == b || same_person_name(parse_name(a), parse_name(b));
}

}  // namespace broadsheet
