// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/text_page.h"

namespace broadsheet {
namespace {

constexpr std::size_t kShortestRun = 3;  // rows without articles that become one
constexpr std::size_t kMostYears = 24;   // beyond, decades

bool is_period(const FacetRow& row) {
  return !row.value.empty() && row.value.front() >= '0' && row.value.front() <= '9';
}

std::string decade_of(const FacetRow& year) {
  return year.value.substr(0, year.value.size() - 1) + "0s";
}

FacetTable by_decade(const FacetTable& years) {
  FacetTable decades = years;
  decades.rows.clear();
  for (const FacetRow& row : years.rows) {
    const std::string name = is_period(row) ? decade_of(row) : row.value;
    if (decades.rows.empty() || decades.rows.back().value != name)
      decades.rows.push_back({name, is_period(row) ? name : row.label, 0, false, false});
    decades.rows.back().count += row.count;
  }
  return decades;
}

}  // namespace

FacetTable without_empty_runs(const FacetTable& table) {
  if (static_cast<std::size_t>(table.facet) < kValueFacetCount) return table;
  FacetTable shorter = table;
  shorter.rows.clear();
  for (std::size_t i = 0; i < table.rows.size();) {
    std::size_t end = i;
    while (end < table.rows.size() && table.rows[end].count == 0 && is_period(table.rows[end])) ++end;
    if (end - i < kShortestRun) {
      end = i + 1;
      shorter.rows.push_back(table.rows[i]);
    } else {
      const bool is_year = table.facet == Facet::Year;
      const std::string name = table.rows[i].value + (is_year ? "-" : "..") + table.rows[end - 1].value;
      shorter.rows.push_back({name, name, 0, false, false});
    }
    i = end;
  }
  return shorter;
}

FacetTable condensed(const FacetTable& table) {
  FacetTable shorter = without_empty_runs(table);
  if (table.facet != Facet::Year || shorter.rows.size() <= kMostYears) return shorter;
  return without_empty_runs(by_decade(table));
}

}  // namespace broadsheet
