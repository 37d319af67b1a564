// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/match_set.h"

#include <algorithm>

namespace broadsheet {

DateFit date_fit(const DayRange& range, const Columns& columns, Xapian::docid docid) {
  if (columns.precision(docid) == Precision::Unknown) return DateFit::Undated;
  const std::int32_t first = columns.first_day(docid);
  const std::int32_t last = columns.last_day(docid);
  const bool inside = (!range.first || first >= *range.first) && (!range.last || last <= *range.last);
  if (inside) return DateFit::Inside;
  const bool overlaps = (!range.first || last >= *range.first) && (!range.last || first <= *range.last);
  return overlaps ? DateFit::Imprecise : DateFit::Outside;
}

MatchSet find_matches(const Archive& archive, const Xapian::Query& query) {
  MatchSet matches;
  for (const Segment& segment : archive.segments()) {
    Xapian::Enquire enquire(segment.database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const Xapian::MSet found = enquire.get_mset(0, segment.database.get_doccount());
    auto& docids = matches.emplace_back();
    docids.reserve(found.size());
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      if (segment.columns.is_live(*hit)) docids.push_back(*hit);
    }
    std::sort(docids.begin(), docids.end());
  }
  return matches;
}

MatchSet all_articles(const Archive& archive) {
  MatchSet matches;
  for (const Segment& segment : archive.segments()) {
    auto& docids = matches.emplace_back();
    for (Xapian::docid docid = 1; docid <= segment.columns.last_docid(); ++docid) {
      if (segment.columns.is_live(docid)) docids.push_back(docid);
    }
  }
  return matches;
}

std::uint64_t size(const MatchSet& matches) {
  std::uint64_t total = 0;
  for (const auto& docids : matches) total += docids.size();
  return total;
}

Sieve::Sieve(const Archive& archive, const Selection& selection) : archive_(archive), selection_(selection) {
  for (const auto& [facet, values] : selection.choices) {
    Choice& choice = choices_.emplace_back(Choice{FacetValues(archive, facet), {}});
    choice.chosen.assign(choice.values.size(), 0);
    for (const ResolvedValue& value : values) {
      if (value.none) choice.chosen[0] = 1;
      for (ValueId id : value.ids) {
        if (const auto number = choice.values.number(id); number != 0) choice.chosen[number] = 1;
      }
    }
  }
}

int Sieve::failing(Location location, std::optional<Facet>& facet) {
  int failures = 0;
  for (Choice& choice : choices_) {
    const auto& numbers = choice.values.of(location);
    const bool passes =
        std::any_of(numbers.begin(), numbers.end(), [&](auto number) { return choice.chosen[number] != 0; });
    if (passes) continue;
    facet = choice.values.facet();
    if (++failures > 1) break;
  }
  return failures;
}

LeftOut Sieve::sift(const MatchSet& matches, const std::function<void(const Sifted&)>& use) {
  LeftOut left_out;
  for (std::uint32_t s = 0; s < matches.size(); ++s) {
    const Columns& columns = archive_.segments()[s].columns;
    for (Xapian::docid docid : matches[s]) {
      if (columns.word_count(docid) < selection_.min_words) continue;
      Sifted sifted;
      sifted.location = {s, docid};
      const int failures = failing(sifted.location, sifted.only_fails);
      if (failures > 1) continue;
      if (selection_.has_dates()) {
        const DateFit fit = date_fit(selection_.dates, columns, docid);
        const bool kept = fit == DateFit::Inside || (fit == DateFit::Undated && selection_.include_undated);
        if (failures == 0 && !kept) {
          left_out.undated += fit == DateFit::Undated;
          left_out.imprecise += fit == DateFit::Imprecise;
        }
        if (!kept) continue;
      }
      sifted.selected = failures == 0;
      use(sifted);
    }
  }
  return left_out;
}

}  // namespace broadsheet
