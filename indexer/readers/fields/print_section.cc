// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/fields/print_section.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

/// "Section A", "Part II", "Page 1, Column 6", "Pg. 1", "Col. 5"
bool is_place_in_print(std::string_view part) {
  constexpr std::string_view openers[] = {"section ", "part ",   "page ", "pg. ",
                                          "pg ",      "column ", "col. ", "p. "};
  const std::string lowered = lower(part);
  return part.empty() || std::any_of(std::begin(openers), std::end(openers),
                                     [&](std::string_view opener) { return lowered.starts_with(opener); });
}

}  // namespace

std::string_view print_section(std::string_view line) {
  const std::string_view first = trim(line.substr(0, line.find(';')));
  while (!line.empty()) {
    const std::string_view part = trim(line.substr(0, line.find(';')));
    if (!is_place_in_print(part)) return part;
    line.remove_prefix(std::min(line.find(';'), line.size() - 1) + 1);
  }
  return first;
}

}  // namespace broadsheet
