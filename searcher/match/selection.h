// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "searcher/archive/archive.h"
#include "searcher/match/names.h"

namespace broadsheet {

/// What an answer is narrowed to beside its query: values chosen in facets (one of them inside a facet, all
/// facets between), dates, length.
struct Selection {
  std::map<Facet, std::vector<ResolvedValue>> choices;
  DayRange dates;
  bool include_undated = false;
  std::uint32_t min_words = 0;

  bool is_empty() const { return choices.empty() && !has_dates() && min_words == 0; }
  bool has_dates() const { return dates.first.has_value() || dates.last.has_value(); }
};

/// How an article stands to a range of days.
enum class DateFit { Inside, Outside, Undated, Imprecise };

/// Imprecise: the interval that the article's precision leaves open is not wholly inside, but overlaps.
DateFit date_fit(const DayRange& range, const Columns& columns, Xapian::docid docid);

}  // namespace broadsheet
