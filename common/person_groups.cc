// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/person_groups.h"

#include <algorithm>
#include <fstream>

#include "common/error.h"
#include "common/fold.h"
#include "common/printable.h"

namespace broadsheet {
namespace {

using Decision = PersonGroups::Decision;

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  for (std::size_t begin = 0; begin <= line.size();) {
    const auto tab = std::min(line.find('\t', begin), line.size());
    if (std::string cell = tidy_value(line.substr(begin, tab - begin)); !cell.empty())
      cells.push_back(std::move(cell));
    begin = tab + 1;
  }
  return cells;
}

template <typename Use>
void for_each_row(const std::filesystem::path& path, Use use) {
  std::ifstream file(path);
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    const auto cells = cells_of(line);
    if (!cells.empty() && cells.front().front() != '#')
      use(cells, path.string() + ":" + std::to_string(number));
  }
}

}  // namespace

Decision parse_decision(const std::vector<std::string>& cells, const std::string& where) {
  static const std::vector<std::pair<std::string, Decision::Kind>> kinds = {
      {"merge", Decision::Kind::Merge},
      {"split", Decision::Kind::Split},
      {"rename", Decision::Kind::Rename},
      {"drop", Decision::Kind::Drop}};
  const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                 [&](const auto& known) { return known.first == cells.front(); });
  if (kind == kinds.end()) {
    throw InputError(where + ": \"" + one_line(cells.front(), 40) +
                     "\" is no decision; a line starts with merge, split, rename or drop and a tab");
  }
  const std::vector<std::string> names(cells.begin() + 1, cells.end());
  const bool pair = kind->second == Decision::Kind::Rename;
  if (pair ? names.size() != 2 : names.size() < (kind->second == Decision::Kind::Merge ? 2u : 1u)) {
    throw InputError(where + ": " + cells.front() +
                     (pair ? " takes a name and the name to show" : " takes more names") +
                     ", separated by tabs");
  }
  return {kind->second, names};
}

PersonGroups PersonGroups::load(const std::filesystem::path& archive, const Manifest& manifest) {
  PersonGroups groups;
  if (!manifest.variants.empty()) {
    for_each_row(archive / manifest.variants, [&](const auto& cells, const std::string&) {
      groups.apply({Decision::Kind::Merge, cells});
    });
  }
  for_each_row(archive / "authority.tsv", [&](const auto& cells, const std::string& where) {
    groups.apply(parse_decision(cells, where));
  });
  return groups;
}

void PersonGroups::apply(const Decision& decision) {
  switch (decision.kind) {
    case Decision::Kind::Merge:
      merge(decision.names);
      break;
    case Decision::Kind::Split:
      for (const std::string& name : decision.names) split(name);
      break;
    case Decision::Kind::Rename:
      shown_[person(value_id(decision.names[0]))] = decision.names[1];
      break;
    case Decision::Kind::Drop:
      for (const std::string& name : decision.names) dropped_.insert(value_id(name));
      break;
  }
}

void PersonGroups::merge(const std::vector<std::string>& names) {
  const ValueId preferred = value_id(names.front());
  std::vector<ValueId> all = {preferred};
  for (const std::string& name : names) {
    const ValueId old_person = person(value_id(name));
    for (ValueId member : this->names(old_person)) {
      if (std::find(all.begin(), all.end(), member) == all.end()) all.push_back(member);
    }
    members_.erase(old_person);
    shown_.erase(old_person);
  }
  for (ValueId member : all) person_of_[member] = preferred;
  if (all.size() > 1) members_[preferred] = std::move(all);
  shown_[preferred] = names.front();
}

void PersonGroups::split(const std::string& name) {
  const ValueId id = value_id(name);
  const ValueId old_person = person(id);
  std::vector<ValueId> rest = names(old_person);
  std::erase(rest, id);
  const std::string shown = shown_name(old_person);
  members_.erase(old_person);
  person_of_.erase(id);
  if (id == old_person) shown_.erase(id);
  for (ValueId member : rest) person_of_[member] = rest.front();
  if (rest.empty()) return;
  if (old_person != id && !shown.empty()) shown_[rest.front()] = shown;
  if (rest.size() > 1) members_[rest.front()] = rest;
}

ValueId PersonGroups::person(ValueId name) const {
  const auto found = person_of_.find(name);
  return found == person_of_.end() ? name : found->second;
}

std::vector<ValueId> PersonGroups::names(ValueId person_id) const {
  const auto found = members_.find(person_id);
  return found == members_.end() ? std::vector<ValueId>{person_id} : found->second;
}

const std::string& PersonGroups::shown_name(ValueId person_id) const {
  static const std::string none;
  const auto found = shown_.find(person_id);
  return found == shown_.end() ? none : found->second;
}

}  // namespace broadsheet
