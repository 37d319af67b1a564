// SPDX-License-Identifier: GPL-2.0-or-later
#include <ostream>

#include "searcher/render/display.h"
#include "searcher/render/text_page.h"

namespace broadsheet {
namespace {

/// Asks for the spellings of a person of the page that has several.
std::string names_hint(const ResponseHead& head) {
  for (const FacetTable& table : head.facets) {
    if (table.facet != Facet::Person) continue;
    for (const FacetRow& row : table.rows) {
      if (row.joined) return "Names: --variants " + shell_word(single_line(row.label));
    }
  }
  return "";
}

std::vector<std::string> hints(const ResponseHead& head) {
  std::vector<std::string> all;
  if (!head.narrow_hint.empty()) all.push_back("Narrow: " + single_line(head.narrow_hint));
  if (head.last > 0 && head.last < listed(head)) all.push_back("Next: --offset " + std::to_string(head.last));
  if (head.folded && head.stories < head.matches) all.emplace_back("Copies: --copies show");
  if (std::string names = names_hint(head); !names.empty()) all.push_back(std::move(names));
  return all;
}

}  // namespace

void write_hints(const TextPage& page, const ResponseHead& head) {
  std::string line;
  for (const std::string& hint : hints(head)) {
    if (!line.empty() && display_width(line) + 4 + display_width(hint) > page.columns) {
      page.out << line << '\n';
      line.clear();
    }
    line += (line.empty() ? "" : "    ") + hint;
  }
  if (!line.empty()) page.out << line << '\n';
}

}  // namespace broadsheet
