// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/asked_names.h"

#include <algorithm>

namespace broadsheet {
namespace {

constexpr std::size_t kMostNames = 200;

bool has_names(Facet facet) {
  return facet == Facet::Person || facet == Facet::Org;
}

void add_names(const Archive& archive, Facet facet, const ResolvedValue& value,
               std::vector<std::string>& names) {
  for (ValueId id : value.ids) {
    const std::string& name = archive.label(facet, id);
    if (!name.empty()) names.push_back(name);
    if (facet != Facet::Person) continue;
    const auto forms = archive.person_forms().of(id);
    names.insert(names.end(), forms.begin(), forms.end());
  }
  names.resize(std::min(names.size(), kMostNames));
}

void add_asked(const Archive& archive, const Query& query, const QueryValues& values,
               std::vector<std::string>& names) {
  const std::size_t asked = query.kind == Query::Kind::Not ? 1 : query.children.size();
  for (std::size_t i = 0; i < asked; ++i) add_asked(archive, query.children[i], values, names);
  if (query.kind != Query::Kind::Value || (query.field != Field::Person && query.field != Field::Org)) return;
  const auto value = values.find({query.field, query.text});
  if (value != values.end())
    add_names(archive, query.field == Field::Person ? Facet::Person : Facet::Org, value->second, names);
}

}  // namespace

std::vector<std::string> asked_names(const Archive& archive, const Query& query, const QueryValues& values,
                                     const Selection& selection) {
  std::vector<std::string> names;
  add_asked(archive, query, values, names);
  for (const auto& [facet, chosen] : selection.choices) {
    if (!has_names(facet)) continue;
    for (const ResolvedValue& value : chosen) add_names(archive, facet, value, names);
  }
  return names;
}

}  // namespace broadsheet
