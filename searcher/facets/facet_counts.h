// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "searcher/archive/facet_values.h"
#include "searcher/match/match_set.h"
#include "searcher/match/scored.h"
#include "searcher/response.h"

namespace broadsheet {

/// How a facet's table is to be shown.
struct FacetView {
  std::size_t limit = 0;  // rows; 0: all. Date facets are zero-filled and never limited
  std::string locale = "en";
  std::string find = {};  // only values that have each of these words at the beginning of one of theirs
};

/// Counts one facet over sifted articles.
class FacetCounter {
 public:
  virtual ~FacetCounter() = default;
  /// Articles of a segment, docids ascending.
  virtual void add(std::uint32_t segment, const Docids& articles) = 0;
  void add(const MatchSet& articles);
  virtual FacetTable table(const FacetView& view) const = 0;
};

std::unique_ptr<FacetCounter> make_counter(const Archive& archive, Facet facet, const Selection& selection);

/// Rows of a date facet by key ("1987-03"), for articles dated at least so exactly; the rest apart.
class DateCounter final : public FacetCounter {
 public:
  /// step is Year, Month or Day.
  DateCounter(const Archive& archive, Facet step) : archive_(archive), step_(step) {}
  using FacetCounter::add;
  void add(std::uint32_t segment, const Docids& articles) override;
  FacetTable table(const FacetView& view) const override;

  /// The row that an article is counted in: "1987-03", "unknown" or "undated".
  static std::string key(const Columns& columns, Xapian::docid docid, Facet step);

 private:
  void count_day(std::int32_t day);
  std::map<std::int32_t, std::uint64_t> by_period() const;

  const Archive& archive_;
  Facet step_;
  std::vector<std::uint32_t> by_day_;  // from first_day_ on, as far as days are dense
  std::int32_t first_day_ = 0;
  std::map<std::int32_t, std::uint64_t> far_days_;
  std::uint64_t unknown_ = 0;
  std::uint64_t undated_ = 0;
};

/// The step that gives a timeline of these days a readable number of rows.
Facet timeline_step(std::int32_t first_day, std::int32_t last_day);

}  // namespace broadsheet
