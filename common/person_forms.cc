// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/person_forms.h"

#include <algorithm>
#include <charconv>

#include "common/fold.h"
#include "common/hash.h"
#include "common/mapped_file.h"

namespace broadsheet {
namespace {

constexpr std::size_t kIdDigits = 16;

bool has_id(std::string_view line) {
  return line.size() >= kIdDigits && line.find('\t') == std::min(line.size(), kIdDigits) &&
         line.find_first_not_of("0123456789abcdef") == kIdDigits;
}

std::vector<std::string> tab_cells(std::string_view line) {
  std::vector<std::string> cells;
  while (true) {
    const std::size_t tab = line.find('\t');
    cells.emplace_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

std::string line_of_earlier(std::string_view line) {
  std::vector<std::string> forms = tab_cells(line);
  const std::string name = std::move(forms.front());
  forms.erase(forms.begin());
  return PersonForms::line(name, forms);
}

PersonForms::Person person_of_line(std::string_view line) {
  PersonForms::Person person;
  std::from_chars(line.data(), line.data() + kIdDigits, person.name, 16);
  std::vector<std::string> cells = tab_cells(line);
  for (std::size_t i = 1; i < cells.size(); i += 2) person.forms.push_back(std::move(cells[i]));
  return person;
}

}  // namespace

std::string PersonForms::line(std::string_view name, const std::vector<std::string>& forms) {
  std::string line = to_hex(value_id(name));
  for (const std::string& form : forms) line += '\t' + form + '\t' + fold_value(form);
  return line + '\n';
}

PersonForms PersonForms::from_text(std::string_view text) {
  PersonForms forms;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.empty() || line.front() == '#') continue;
    if (has_id(line)) {
      forms.lines_.append(line).append("\n");
    } else {
      forms.lines_ += line_of_earlier(line);
    }
  }
  return forms;
}

PersonForms PersonForms::load(const std::filesystem::path& archive, const Manifest& manifest) {
  const auto path = derived_path(archive, manifest, "forms");
  if (path.empty()) return {};
  const MappedFile file = map_file(path);
  return from_text(file.bytes);
}

std::vector<PersonForms::Person> PersonForms::with_words(const std::vector<std::string>& folded) const {
  std::vector<Person> persons;
  const std::string_view first = folded.empty() ? std::string_view() : std::string_view(folded.front());
  const std::string_view lines = lines_;
  for (std::size_t at = lines.find(first, 1); at < lines.size(); at = lines.find(first, at)) {
    const std::size_t begin = lines.rfind('\n', at - 1) + 1;
    at = lines.find('\n', at) + 1;
    const std::string_view line = lines.substr(begin, at - 1 - begin);
    const bool has_all = std::all_of(folded.begin(), folded.end(), [&](const std::string& word) {
      return line.find(word) != std::string_view::npos;
    });
    if (has_all) persons.push_back(person_of_line(line));
  }
  return persons;
}

std::vector<std::string> PersonForms::of(ValueId name) const {
  const std::size_t found = lines_.find('\n' + to_hex(name));
  if (found == std::string::npos) return {};
  const std::string_view line = std::string_view(lines_).substr(found + 1);
  return person_of_line(line.substr(0, line.find('\n'))).forms;
}

}  // namespace broadsheet
