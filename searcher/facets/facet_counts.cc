// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facets/facet_counts.h"

#include <algorithm>

#include "common/words.h"
#include "searcher/match/names.h"

namespace broadsheet {
namespace {

/// Numbers periods so that neighbours follow each other: years, months since year 0, days.
std::int32_t period_of(std::int32_t day_number, Facet step) {
  if (step == Facet::Day) return day_number;
  const CivilDay day = civil_day(day_number);
  return step == Facet::Year ? day.year : day.year * 12 + day.month - 1;
}

std::int32_t first_day_of(std::int32_t period, Facet step) {
  if (step == Facet::Day) return period;
  return step == Facet::Year ? day_number({period, 1, 1}) : day_number({period / 12, period % 12 + 1, 1});
}

std::string period_name(std::int32_t period, Facet step) {
  const std::string day = day_to_iso(first_day_of(period, step));
  return step == Facet::Day ? day : day.substr(0, step == Facet::Year ? 4 : 7);
}

Precision needed(Facet step) {
  if (step == Facet::Year) return Precision::Year;
  return step == Facet::Month ? Precision::Month : Precision::Day;
}

/// True if each typed word is the beginning of one of the name's.
bool begins_words(const std::string& name, const std::vector<Word>& typed) {
  const std::vector<Word> words = split_words(name);
  return std::all_of(typed.begin(), typed.end(), [&](const Word& beginning) {
    return std::any_of(words.begin(), words.end(),
                       [&](const Word& word) { return word.folded.starts_with(beginning.folded); });
  });
}

class ValueCounter final : public FacetCounter {
 public:
  ValueCounter(const Archive& archive, Facet facet, const Selection& selection)
      : archive_(archive), values_(archive, facet), counts_(values_.size()), chosen_(values_.size()) {
    const auto choices = selection.choices.find(facet);
    if (choices == selection.choices.end()) return;
    for (const ResolvedValue& value : choices->second) {
      if (value.none) chosen_[0] = 1;
      for (ValueId id : value.ids) {
        if (const auto number = values_.number(id); number != 0) chosen_[number] = 1;
      }
    }
  }

  using FacetCounter::add;

  void add(std::uint32_t segment, const Docids& articles) override {
    const Columns& columns = archive_.segments()[segment].columns;
    const bool is_plain = archive_.numbers(values_.facet()).is_plain();
    const auto begins = columns.value_begins(values_.facet());
    const auto indexes = columns.value_indexes(values_.facet());
    if (begins.empty()) {
      counts_[0] += static_cast<std::uint32_t>(articles.size());
      return;
    }
    const auto& numbers = archive_.numbers(values_.facet()).of_segment(segment);
    for (Xapian::docid docid : articles) {
      const std::uint32_t begin = begins[docid];
      const std::uint32_t end = begins[docid + 1];
      if (begin == end) {
        ++counts_[0];
      } else if (is_plain) {
        for (std::uint32_t i = begin; i < end; ++i) ++counts_[numbers[indexes[i]]];
      } else if (end - begin == 1 && numbers[indexes[begin]] != FacetNumbers::kDropped) {
        ++counts_[numbers[indexes[begin]]];
      } else {
        for (std::uint32_t number : values_.of({segment, docid})) ++counts_[number];
      }
    }
  }

  FacetTable table(const FacetView& view) const override {
    FacetTable table;
    table.facet = values_.facet();
    table.find = view.find;
    const std::vector<std::uint32_t> numbers = numbers_to_show(view);
    const std::uint64_t least = count_at(numbers, view.limit);
    for (std::uint32_t number : numbers) {
      // Labels are looked up for the rows that can be shown only: an archive may have a million persons.
      if (counts_[number] >= least || chosen_[number] != 0) table.rows.push_back(row(number, view.locale));
    }
    std::sort(table.rows.begin(), table.rows.end(), [](const FacetRow& a, const FacetRow& b) {
      return a.count != b.count ? a.count > b.count : a.label < b.label;
    });
    cut(table, view.limit);
    table.further_values = numbers.size() - table.rows.size();
    return table;
  }

 private:
  std::vector<std::uint32_t> numbers_to_show(const FacetView& view) const {
    const std::vector<Word> typed = split_words(view.find);
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t number = 0; number < counts_.size(); ++number) {
      if (counts_[number] == 0 && chosen_[number] == 0) continue;
      if (view.find.empty() || is_found(number, typed, view.locale)) numbers.push_back(number);
    }
    return numbers;
  }

  /// By the name shown, the name that the option takes, or any spelling of a person.
  bool is_found(std::uint32_t number, const std::vector<Word>& typed, const std::string& locale) const {
    if (number == 0 || typed.empty()) return false;
    const ValueId id = values_.id(number);
    const Facet facet = values_.facet();
    if (begins_words(shown_value(archive_, facet, id, locale), typed)) return true;
    if (begins_words(option_value(archive_, facet, id), typed)) return true;
    if (facet != Facet::Person) return false;
    const auto names = archive_.persons().names(id);
    return std::any_of(names.begin(), names.end(),
                       [&](ValueId name) { return begins_words(archive_.label(facet, name), typed); });
  }

  std::uint64_t count_at(const std::vector<std::uint32_t>& numbers, std::size_t limit) const {
    if (limit == 0 || numbers.size() <= limit) return 0;
    std::vector<std::uint32_t> counts;
    counts.reserve(numbers.size());
    for (std::uint32_t number : numbers) counts.push_back(counts_[number]);
    const auto nth = counts.begin() + static_cast<std::ptrdiff_t>(limit - 1);
    std::nth_element(counts.begin(), nth, counts.end(), std::greater<>());
    return *nth;
  }

  FacetRow row(std::uint32_t number, const std::string& locale) const {
    FacetRow row;
    row.count = counts_[number];
    row.chosen = chosen_[number] != 0;
    if (number == 0) {
      row.value = "none";
      row.label = "(none)";
      return row;
    }
    const ValueId id = values_.id(number);
    row.value = option_value(archive_, values_.facet(), id);
    row.label = shown_value(archive_, values_.facet(), id, locale);
    row.joined = values_.facet() == Facet::Person && archive_.persons().is_joined(id);
    return row;
  }

  /// Chosen values stay, whatever their count: whoever chose them wants to see them.
  static void cut(FacetTable& table, std::size_t limit) {
    if (limit == 0 || table.rows.size() <= limit) return;
    std::vector<FacetRow> kept(table.rows.begin(), table.rows.begin() + static_cast<std::ptrdiff_t>(limit));
    for (std::size_t i = limit; i < table.rows.size(); ++i) {
      if (table.rows[i].chosen) kept.push_back(table.rows[i]);
    }
    table.rows = std::move(kept);
  }

  const Archive& archive_;
  FacetValues values_;
  std::vector<std::uint32_t> counts_;  // Xapian numbers documents with 32 bits
  std::vector<char> chosen_;
};

}  // namespace

std::string DateCounter::key(const Columns& columns, Xapian::docid docid, Facet step) {
  const Precision precision = columns.precision(docid);
  if (precision == Precision::Unknown) return "undated";
  if (precision < needed(step)) return "unknown";
  return period_name(period_of(columns.first_day(docid), step), step);
}

void DateCounter::add(std::uint32_t segment, const Docids& articles) {
  const Columns& columns = archive_.segments()[segment].columns;
  for (Xapian::docid docid : articles) {
    const Precision precision = columns.precision(docid);
    if (precision == Precision::Unknown) {
      ++undated_;
    } else if (precision < needed(step_)) {
      ++unknown_;
    } else {
      count_day(columns.first_day(docid));
    }
  }
}

void DateCounter::count_day(std::int32_t day) {
  constexpr std::int64_t kMostDays = 200'000;  // five centuries
  if (by_day_.empty()) first_day_ = day;
  const std::int64_t first = std::min<std::int64_t>(first_day_, day);
  const std::int64_t end =
      std::max<std::int64_t>(first_day_ + static_cast<std::int64_t>(by_day_.size()), day + std::int64_t{1});
  if (end - first > kMostDays) {
    ++far_days_[day];
    return;
  }
  if (day < first_day_) {
    by_day_.insert(by_day_.begin(), static_cast<std::size_t>(first_day_ - day), 0);
    first_day_ = day;
  }
  const auto at = static_cast<std::size_t>(day - first_day_);
  if (at >= by_day_.size()) by_day_.resize(at + 1);
  ++by_day_[at];
}

std::map<std::int32_t, std::uint64_t> DateCounter::by_period() const {
  std::map<std::int32_t, std::uint64_t> periods;
  for (const auto& [day, count] : far_days_) periods[period_of(day, step_)] += count;
  for (std::size_t i = 0; i < by_day_.size(); ++i) {
    if (by_day_[i] > 0) periods[period_of(first_day_ + static_cast<std::int32_t>(i), step_)] += by_day_[i];
  }
  return periods;
}

FacetTable DateCounter::table(const FacetView&) const {
  constexpr std::int32_t kLongestFill =
      40'000;  // rows: a century of days; beyond, only the periods that occur
  FacetTable table;
  table.facet = step_;
  const std::map<std::int32_t, std::uint64_t> periods = by_period();
  const auto add_row = [&](const std::string& name, std::uint64_t count) {
    table.rows.push_back({name, name, count, false, false});
  };
  if (!periods.empty() && periods.rbegin()->first - periods.begin()->first < kLongestFill) {
    auto next = periods.begin();
    for (std::int32_t period = next->first; next != periods.end(); ++period) {
      const bool here = next->first == period;
      add_row(period_name(period, step_), here ? next->second : 0);
      if (here) ++next;
    }
  } else {
    for (const auto& [period, count] : periods) add_row(period_name(period, step_), count);
  }
  if (unknown_ > 0) add_row("unknown", unknown_);
  if (undated_ > 0) add_row("undated", undated_);
  return table;
}

void FacetCounter::add(const MatchSet& articles) {
  for (std::uint32_t s = 0; s < articles.size(); ++s) add(s, articles[s]);
}

std::unique_ptr<FacetCounter> make_counter(const Archive& archive, Facet facet, const Selection& selection) {
  if (facet >= Facet::Year) return std::make_unique<DateCounter>(archive, facet);
  return std::make_unique<ValueCounter>(archive, facet, selection);
}

Facet timeline_step(std::int32_t first_day, std::int32_t last_day) {
  constexpr std::int32_t kDays = 31;
  constexpr std::int32_t kMonths = 24 * 31;
  if (first_day > last_day) return Facet::Year;  // nothing is dated
  if (last_day - first_day <= kDays) return Facet::Day;
  return last_day - first_day <= kMonths ? Facet::Month : Facet::Year;
}

}  // namespace broadsheet
