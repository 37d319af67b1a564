// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facets/selection_counts.h"

#include <algorithm>
#include <set>

#include "common/error.h"
#include "searcher/facets/facet_counts.h"
#include "searcher/match/names.h"

namespace broadsheet {
namespace {

constexpr std::size_t kMostCells = 1'000'000;  // a spreadsheet holds no more rows

bool is_date(Facet facet) {
  return facet >= Facet::Year;
}

std::string next_period(const std::string& period) {
  if (period.size() == 4) {
    std::string next = std::to_string(std::stoi(period) + 1);
    return std::string(4 - std::min<std::size_t>(4, next.size()), '0') + next;
  }
  const auto moment = parse_iso_moment(period);
  const std::string day = day_to_iso(moment->last_day() + 1);
  return day.substr(0, period.size());
}

/// In order of time, without gaps, then what is no period.
std::vector<std::string> without_gaps(const std::set<std::string>& names) {
  std::vector<std::string> periods;
  std::vector<std::string> rest;
  for (const std::string& name : names) (name.front() <= '9' ? periods : rest).push_back(name);
  std::vector<std::string> filled;
  constexpr std::size_t kMostPeriods = 40'000;
  if (!periods.empty()) {
    for (std::string period = periods.front(); filled.size() < kMostPeriods; period = next_period(period)) {
      filled.push_back(period);
      if (period >= periods.back()) break;
    }
    if (filled.back() < periods.back()) filled = periods;  // too long to fill: only what occurs
  }
  std::sort(rest.begin(), rest.end(), std::greater<>());  // "unknown" before "undated"
  filled.insert(filled.end(), rest.begin(), rest.end());
  return filled;
}

}  // namespace

SelectionCounts::SelectionCounts(const Archive& archive, const std::vector<Facet>& facets)
    : archive_(archive), facets_(facets), names_(facets.size()) {
  for (Facet facet : facets_) values_.emplace_back(archive, is_date(facet) ? Facet::Language : facet);
  for (std::size_t i = 0; i < facets_.size(); ++i) names_[i].resize(values_[i].size());
}

std::vector<std::string> SelectionCounts::names_of(std::size_t facet, Location location) {
  if (is_date(facets_[facet])) {
    const Columns& columns = archive_.segments()[location.segment].columns;
    return {DateCounter::key(columns, location.docid, facets_[facet])};
  }
  std::vector<std::string> names;
  for (std::uint32_t number : values_[facet].of(location)) {
    std::string& name = names_[facet][number];
    if (name.empty())
      name = number == 0 ? "none" : option_value(archive_, facets_[facet], values_[facet].id(number));
    names.push_back(name);
  }
  return names;
}

std::vector<SelectionCounts::Key> SelectionCounts::keys_of(Location location) {
  std::vector<Key> keys = {{}};
  for (std::size_t facet = 0; facet < facets_.size(); ++facet) {
    std::vector<Key> longer;
    for (const std::string& name : names_of(facet, location)) {
      for (Key key : keys) {
        key.push_back(name);
        longer.push_back(std::move(key));
      }
    }
    keys = std::move(longer);
  }
  return keys;
}

SelectionCounts::Cell& SelectionCounts::cell(Key key) {
  Cell& cell = cells_[std::move(key)];
  if (cells_.size() > kMostCells) fail_too_many();
  return cell;
}

void SelectionCounts::add(Location location) {
  for (Key& key : keys_of(location)) ++cell(std::move(key)).articles;
}

void SelectionCounts::add_total(Location location) {
  for (Key& key : keys_of(location)) ++cell(std::move(key)).total;
}

void SelectionCounts::fail_too_many() const {
  std::string names;
  for (Facet facet : facets_) names += (names.empty() ? "" : ",") + std::string(info(facet).name);
  throw InputError("--counts " + names + " has more than " + std::to_string(kMostCells) +
                   " cells; count a facet of fewer values, or narrow by dates, source or another filter");
}

std::vector<std::string> SelectionCounts::all_names(std::size_t facet) const {
  std::set<std::string> names;
  for (const auto& [key, cell] : cells_) names.insert(key[facet]);
  if (is_date(facets_[facet])) return without_gaps(names);
  return {names.begin(), names.end()};
}

CountsTable SelectionCounts::table() const {
  CountsTable table;
  table.facets = facets_;
  std::vector<Key> keys = {{}};
  for (std::size_t facet = 0; facet < facets_.size(); ++facet) {
    const auto names = all_names(facet);
    if (keys.size() * names.size() > kMostCells) fail_too_many();
    std::vector<Key> longer;
    for (const Key& key : keys) {
      for (const std::string& name : names) {
        longer.push_back(key);
        longer.back().push_back(name);
      }
    }
    keys = std::move(longer);
  }
  for (Key& key : keys) {
    const auto found = cells_.find(key);
    const Cell cell = found == cells_.end() ? Cell{} : found->second;
    table.cells.push_back({std::move(key), cell.articles, cell.total});
  }
  return table;
}

}  // namespace broadsheet
