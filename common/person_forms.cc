// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/person_forms.h"

#include <algorithm>
#include <fstream>

#include "common/tab_rows.h"

namespace broadsheet {

PersonForms PersonForms::load(const std::filesystem::path& archive, const Manifest& manifest) {
  PersonForms forms;
  const auto path = derived_path(archive, manifest, "forms");
  if (path.empty()) return forms;
  std::ifstream file(path);
  for_each_tab_row(file, [&](const auto& cells, const std::string&, std::size_t) {
    forms.persons_.push_back({value_id(cells.front()), {cells.begin() + 1, cells.end()}});
  });
  return forms;
}

std::vector<std::string> PersonForms::of(ValueId name) const {
  const auto found = std::find_if(persons_.begin(), persons_.end(),
                                  [name](const Person& person) { return person.name == name; });
  return found == persons_.end() ? std::vector<std::string>() : found->forms;
}

}  // namespace broadsheet
