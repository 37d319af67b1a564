// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/person_groups.h"

#include <algorithm>
#include <fstream>

#include "common/error.h"
#include "common/fold.h"
#include "common/printable.h"
#include "common/tab_rows.h"

namespace broadsheet {
namespace {

using Decision = PersonGroups::Decision;

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
  if (const auto path = derived_path(archive, manifest, "variants"); !path.empty()) {
    std::ifstream file(path);
    if (!file)
      groups.troubles_.push_back(path.filename().string() + " cannot be read; no spellings are joined");
    for_each_tab_row(file, [&](const auto& cells, const std::string&, std::size_t) {
      groups.apply({Decision::Kind::Merge, cells});
    });
  }
  groups.read_authority(archive / "authority.tsv");
  return groups;
}

void PersonGroups::read_authority(const std::filesystem::path& path) {
  constexpr std::size_t kMostTroubles = 5;
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return;
  std::ifstream file(path);
  if (!file || !std::filesystem::is_regular_file(path, error)) {
    troubles_.push_back(path.string() + " cannot be read; nothing that it decides is applied");
    return;
  }
  std::size_t bad_lines = 0;
  for_each_tab_row(file, [&](const auto& cells, const std::string& line, std::size_t number) {
    const std::string where = path.string() + ":" + std::to_string(number);
    try {
      if (!is_utf8(line)) throw InputError(where + ": this is not UTF-8; save the file as UTF-8");
      apply(parse_decision(cells, where));
    } catch (const InputError& trouble) {
      if (++bad_lines <= kMostTroubles) troubles_.emplace_back(trouble.what());
    }
  });
  if (bad_lines > kMostTroubles) {
    troubles_.push_back(path.string() + ": " + std::to_string(bad_lines - kMostTroubles) +
                        " more lines cannot be read");
  }
}

void PersonGroups::apply(const Decision& decision) {
  if (decision.kind != Decision::Kind::Drop) {
    const auto last =
        decision.kind == Decision::Kind::Rename ? decision.names.begin() + 1 : decision.names.end();
    for (auto name = decision.names.begin(); name != last; ++name) dropped_.erase(value_id(*name));
  }
  switch (decision.kind) {
    case Decision::Kind::Merge:
      merge(decision.names);
      break;
    case Decision::Kind::Split:
      for (const std::string& name : decision.names) split(value_id(name));
      break;
    case Decision::Kind::Rename:
      show(person(value_id(decision.names[0])), decision.names[1]);
      break;
    case Decision::Kind::Drop:
      for (const std::string& name : decision.names) {
        split(value_id(name));
        dropped_.insert(value_id(name));
      }
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
    hide(old_person);
  }
  for (ValueId member : all) person_of_[member] = preferred;
  if (all.size() > 1) members_[preferred] = std::move(all);
  show(preferred, names.front());
}

void PersonGroups::split(ValueId id) {
  const ValueId old_person = person(id);
  std::vector<ValueId> rest = names(old_person);
  std::erase(rest, id);
  members_.erase(old_person);
  person_of_.erase(id);
  if (id == old_person) hide(id);
  for (ValueId member : rest) person_of_[member] = rest.front();
  if (rest.size() > 1) members_[rest.front()] = rest;
}

void PersonGroups::show(ValueId person_id, const std::string& name) {
  hide(person_id);
  shown_[person_id] = name;
  if (const ValueId shown = value_id(name); shown != person_id) person_shown_[shown] = person_id;
}

void PersonGroups::hide(ValueId person_id) {
  const auto found = shown_.find(person_id);
  if (found == shown_.end()) return;
  const auto shown = person_shown_.find(value_id(found->second));
  if (shown != person_shown_.end() && shown->second == person_id) person_shown_.erase(shown);
  shown_.erase(found);
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

std::optional<ValueId> PersonGroups::shown_as(ValueId shown) const {
  if (const auto found = person_shown_.find(shown); found != person_shown_.end()) return found->second;
  return members_.contains(shown) ? std::optional(shown) : std::nullopt;
}

}  // namespace broadsheet
