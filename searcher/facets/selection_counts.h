// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "searcher/archive/facet_values.h"
#include "searcher/response.h"

namespace broadsheet {

/// The cells of --counts: one facet, or two crossed. An article counts once in every cell that its values
/// give. Throws InputError, naming the remedy, where the table would have more than 1,000,000 cells.
class SelectionCounts {
 public:
  SelectionCounts(const Archive& archive, const std::vector<Facet>& facets);

  void add(Location location);        // an article of the answer
  void add_total(Location location);  // an article under the same filters, whatever the query

  /// Every combination of the values that the totals have, zero-filled; date facets without gaps.
  CountsTable table() const;

 private:
  struct Cell {
    std::uint64_t articles = 0;
    std::uint64_t total = 0;
  };
  using Key = std::vector<std::string>;

  Cell& cell(Key key);
  [[noreturn]] void fail_too_many() const;
  std::vector<Key> keys_of(Location location);
  std::vector<std::string> names_of(std::size_t facet, Location location);
  std::vector<std::string> all_names(std::size_t facet) const;

  const Archive& archive_;
  std::vector<Facet> facets_;
  std::vector<FacetValues> values_;              // of the value facets, by position; empty ones for dates
  std::vector<std::vector<std::string>> names_;  // by number, filled as needed
  std::map<Key, Cell> cells_;
};

}  // namespace broadsheet
