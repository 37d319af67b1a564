// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/variants.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>

#include "common/hash.h"
#include "common/in_parallel.h"
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

/// A name under one of its keys: only names with a key in common can be one person's.
struct Blocked {
  std::uint64_t key = 0;
  std::uint32_t name = 0;
  bool operator<(const Blocked& other) const { return key < other.key; }
};

struct Joint {
  std::size_t a = 0;
  std::size_t b = 0;
};

/// Two keys a name, in order of keys. What was parsed is thrown away: there may be millions of names.
std::vector<Blocked> blocks_of(const std::vector<PersonCount>& persons) {
  constexpr std::size_t kAtOnce = 1024;
  std::vector<Blocked> blocked(persons.size() * 2);
  in_parallel((persons.size() + kAtOnce - 1) / kAtOnce, [&](std::size_t part) {
    for (std::size_t i = part * kAtOnce; i < std::min(persons.size(), (part + 1) * kAtOnce); ++i) {
      const ParsedName name = parse_name(persons[i].name);
      blocked[2 * i] = {hash64(blocking_key(name)), static_cast<std::uint32_t>(i)};
      blocked[2 * i + 1] = {hash64(name.whole + '='), static_cast<std::uint32_t>(i)};
    }
  });
  std::sort(blocked.begin(), blocked.end());
  return blocked;
}

using Block = std::span<const Blocked>;

void join_block(const std::vector<PersonCount>& persons, Block block, std::vector<Joint>& joints) {
  std::vector<ParsedName> names;
  names.reserve(block.size());
  for (const Blocked& one : block) names.push_back(parse_name(persons[one.name].name));
  DisjointSets sets(block.size());
  for (std::size_t i = 0; i < block.size(); ++i) {
    for (std::size_t j = i + 1; j < block.size(); ++j) {
      if (sets.find(i) == sets.find(j) || !same_person_name(names[i], names[j])) continue;
      sets.join(i, j);
      joints.push_back({block[i].name, block[j].name});
    }
  }
}

/// The blocks of two names or more whose first name is among those from begin to end.
template <typename Use>
void for_each_block(const std::vector<Blocked>& blocked, std::size_t begin, std::size_t end, Use use) {
  while (begin > 0 && begin < end && blocked[begin].key == blocked[begin - 1].key) ++begin;
  for (std::size_t next = begin; begin < end; begin = next) {
    while (next < blocked.size() && blocked[next].key == blocked[begin].key) ++next;
    if (next - begin > 1) use(std::span(blocked).subspan(begin, next - begin));
  }
}

/// Pairs of names that are one person's, enough to lead from each to all others of that person.
std::vector<Joint> joints_of(const std::vector<PersonCount>& persons) {
  constexpr std::size_t kAtOnce = 4096;
  const std::vector<Blocked> blocked = blocks_of(persons);
  std::vector<std::vector<Joint>> parts((blocked.size() + kAtOnce - 1) / kAtOnce);
  in_parallel(parts.size(), [&](std::size_t part) {
    for_each_block(blocked, part * kAtOnce, std::min(blocked.size(), (part + 1) * kAtOnce),
                   [&](Block block) { join_block(persons, block, parts[part]); });
  });
  std::vector<Joint> joints;
  for (const auto& part : parts) joints.insert(joints.end(), part.begin(), part.end());
  return joints;
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
  DisjointSets sets(persons.size());
  for (const Joint& joint : joints_of(persons)) sets.join(joint.a, joint.b);
  std::map<std::size_t, VariantGroup> by_root;
  for (std::size_t i = 0; i < persons.size(); ++i) {
    if (const std::size_t root = sets.find(i); root != i) by_root[root].push_back(i);
  }
  std::vector<VariantGroup> groups;
  for (auto& [root, group] : by_root) {
    group.push_back(root);
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
