// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/match_set.h"

#include <algorithm>
#include <optional>

#include "searcher/archive/facet_values.h"
#include "searcher/match/scored.h"

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

namespace {

/// One facet's choices. Requires that the archive outlives it.
class Choice {
 public:
  Choice(const Archive& archive, Facet facet, const std::vector<ResolvedValue>& values)
      : archive_(archive), facet_(facet) {
    const FacetNumbers& numbers = archive.numbers(facet);
    std::vector<char> chosen(numbers.size());
    for (const ResolvedValue& value : values) {
      has_none_ = has_none_ || value.none;
      for (ValueId id : value.ids) chosen[numbers.number(person_of(id))] = 1;
    }
    chosen[0] = 0;  // of ids that do not occur
    for (std::uint32_t s = 0; s < archive.segments().size(); ++s) {
      auto& fits = fits_.emplace_back();
      for (std::uint32_t number : numbers.of_segment(s))
        fits.push_back(number == FacetNumbers::kDropped ? Fit::Dropped : Fit{chosen[number]});
    }
  }

  Facet facet() const { return facet_; }

  bool has(Location location) const {
    bool is_none = true;
    for (std::uint32_t index : archive_.segments()[location.segment].columns.values(facet_, location.docid)) {
      const Fit fit = fits_[location.segment][index];
      if (fit == Fit::Chosen) return true;
      is_none = is_none && fit == Fit::Dropped;
    }
    return is_none && has_none_;
  }

 private:
  enum class Fit : char { Other, Chosen, Dropped };

  ValueId person_of(ValueId id) const { return facet_ == Facet::Person ? archive_.persons().person(id) : id; }

  const Archive& archive_;
  Facet facet_;
  std::vector<std::vector<Fit>> fits_;  // by segment and index of the dictionary
  bool has_none_ = false;
};

class Sieve {
 public:
  Sieve(const Archive& archive, const Selection& selection) : archive_(archive), selection_(selection) {
    for (const auto& [facet, values] : selection.choices) {
      choices_.emplace_back(archive, facet, values);
      sifted_.only_failing[facet].resize(archive.segments().size());
    }
  }

  Sifted sift(const MatchSet& matches) {
    sifted_.selected.resize(matches.size());
    for_each(matches, [&](Location location) { sift(location); });
    return std::move(sifted_);
  }

 private:
  void sift(Location location) {
    const Columns& columns = archive_.segments()[location.segment].columns;
    if (columns.word_count(location.docid) < selection_.min_words) return;
    std::optional<Facet> fails;
    for (const Choice& choice : choices_) {
      if (choice.has(location)) continue;
      if (fails) return;
      fails = choice.facet();
    }
    if (!is_dated_right(columns, location.docid, !fails)) return;
    MatchSet& articles = fails ? sifted_.only_failing[*fails] : sifted_.selected;
    articles[location.segment].push_back(location.docid);
  }

  bool is_dated_right(const Columns& columns, Xapian::docid docid, bool counts) {
    if (!selection_.has_dates()) return true;
    const DateFit fit = date_fit(selection_.dates, columns, docid);
    if (fit == DateFit::Inside || (fit == DateFit::Undated && selection_.include_undated)) return true;
    if (counts) {
      sifted_.left_out.undated += fit == DateFit::Undated;
      sifted_.left_out.imprecise += fit == DateFit::Imprecise;
    }
    return false;
  }

  const Archive& archive_;
  const Selection& selection_;
  std::vector<Choice> choices_;
  Sifted sifted_;
};

}  // namespace

Sifted sift(const Archive& archive, const Selection& selection, MatchSet matches) {
  if (selection.is_empty()) return {std::move(matches), {}, {}};
  return Sieve(archive, selection).sift(matches);
}

}  // namespace broadsheet
