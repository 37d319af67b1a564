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

Docids matches_in(const Segment& segment, const Xapian::Query& query) {
  Xapian::Enquire enquire(segment.database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet found = enquire.get_mset(0, segment.database.get_doccount());
  Docids docids;
  docids.reserve(found.size());
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    if (segment.columns.is_live(*hit)) docids.push_back(*hit);
  }
  std::sort(docids.begin(), docids.end());
  return docids;
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

/// One facet's choices.
struct Choice {
  FacetValues values;
  std::vector<char> chosen;  // by number

  bool has(Location location) {
    const auto& numbers = values.of(location);
    return std::any_of(numbers.begin(), numbers.end(), [&](auto number) { return chosen[number] != 0; });
  }
};

class Sieve {
 public:
  Sieve(const Archive& archive, const Selection& selection) : archive_(archive), selection_(selection) {
    for (const auto& [facet, values] : selection.choices) {
      Choice& choice = choices_.emplace_back(Choice{FacetValues(archive, facet), {}});
      choice.chosen.assign(choice.values.size(), 0);
      sifted_.only_failing[facet].resize(archive.segments().size());
      for (const ResolvedValue& value : values) {
        if (value.none) choice.chosen[0] = 1;
        for (ValueId id : value.ids) {
          if (const auto number = choice.values.number(id); number != 0) choice.chosen[number] = 1;
        }
      }
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
    for (Choice& choice : choices_) {
      if (choice.has(location)) continue;
      if (fails) return;
      fails = choice.values.facet();
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
