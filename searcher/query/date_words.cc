// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/date_words.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "searcher/query/date_trouble.h"
#include "searcher/query/letters.h"

namespace broadsheet {
namespace {

constexpr int max_year = 9999;

DayRange one_day(std::int32_t day) {
  return {day, day};
}

DayRange month_of(int year, int month) {
  return {day_number({year, month, 1}), day_number({year, month, days_in_month(year, month)})};
}

DayRange year_of(int year) {
  return {day_number({year, 1, 1}), day_number({year, 12, 31})};
}

DayRange week_of(std::int32_t day) {
  const std::int32_t since_monday = ((day + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
  return {day - since_monday, day - since_monday + 6};
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return is_digit(digits.front()) ? std::optional(value) : std::nullopt;
}

/// The same day of another month, or that month's last day.
std::optional<std::int32_t> months_before(std::int32_t today, int months) {
  const CivilDay day = civil_day(today);
  const int total = day.year * 12 + day.month - 1 - months;
  if (total < 12) return std::nullopt;  // before the year 1
  const int year = total / 12;
  const int month = total % 12 + 1;
  return day_number({year, month, std::min(day.day, days_in_month(year, month))});
}

std::optional<std::int32_t> units_before(std::int32_t today, int count, std::string_view unit) {
  constexpr int most = 100'000;
  if (unit.ends_with('s')) unit.remove_suffix(1);
  if (count > most) return std::nullopt;
  if (unit == "month") return months_before(today, count);
  if (unit == "year") return months_before(today, count * 12);
  const std::int32_t day = today - count * (unit == "week" ? 7 : 1);
  return day >= day_number({1, 1, 1}) ? std::optional(day) : std::nullopt;
}

bool is_unit(std::string_view word) {
  constexpr std::string_view units[] = {"day", "days", "week", "weeks", "month", "months", "year", "years"};
  return std::find(std::begin(units), std::end(units), word) != std::end(units);
}

std::vector<std::string> words_of(std::string_view text) {
  std::string lower = ascii_lower(text);
  std::replace(lower.begin(), lower.end(), '_', ' ');
  std::vector<std::string> words;
  for (std::size_t begin = lower.find_first_not_of(' '); begin != std::string::npos;) {
    const std::size_t end = std::min(lower.find(' ', begin), lower.size());
    words.push_back(lower.substr(begin, end - begin));
    begin = lower.find_first_not_of(' ', end);
  }
  return words;
}

std::optional<DayRange> this_or_last(const std::string& which, const std::string& unit, std::int32_t today) {
  const bool last = which == "last";
  if (!last && which != "this") return std::nullopt;
  const CivilDay day = civil_day(today);
  if (unit == "week") return week_of(last ? today - 7 : today);
  if (unit == "month")
    return last && day.month == 1 ? month_of(day.year - 1, 12) : month_of(day.year, day.month - last);
  if (unit == "year") return year_of(day.year - last);
  return std::nullopt;
}

/// "last 7 days" ends today; "2 weeks ago" is a day.
std::optional<DayRange> counted(const std::vector<std::string>& words, std::int32_t today) {
  const bool ago = words[2] == "ago";
  const auto count = number(words[ago ? 0 : 1]);
  const std::string& unit = words[ago ? 1 : 2];
  if (!count || !is_unit(unit) || (!ago && (words[0] != "last" || *count == 0))) return std::nullopt;
  const auto day = units_before(today, *count, unit);
  if (!day) return std::nullopt;
  return ago ? one_day(*day) : DayRange{*day + 1, today};
}

std::optional<DayRange> in_words(std::string_view text, std::int32_t today) {
  const std::vector<std::string> words = words_of(text);
  if (words.size() == 1 && words[0] == "today") return one_day(today);
  if (words.size() == 1 && words[0] == "yesterday") return one_day(today - 1);
  if (words.size() == 2) return this_or_last(words[0], words[1], today);
  if (words.size() == 3) return counted(words, today);
  return std::nullopt;
}

/// YYYY, YYYY-MM, YYYY-MM-DD with the digits in full.
std::optional<DayRange> in_digits(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto year = number(text.substr(0, 4));
  if (!year || *year < 1 || *year > max_year) return std::nullopt;
  if (text.size() == 4) return year_of(*year);
  const auto month = number(text.substr(5, 2));
  if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
  if (text.size() == 7) return month_of(*year, *month);
  const auto day = number(text.substr(8, 2));
  if (text[7] != '-' || !day || !is_valid({*year, *month, *day})) return std::nullopt;
  return one_day(day_number({*year, *month, *day}));
}

bool is_year(std::string_view text) {
  return text.size() == 4 && number(text).has_value();
}

struct Cut {
  std::size_t begin;
  std::size_t bytes;
};

/// Where a range is cut in two: at "..", or at a dash or hyphen that stands between two years.
std::optional<Cut> find_cut(std::string_view text) {
  if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) return Cut{dots, 2};
  if (text.size() < 9 || !is_year(text.substr(0, 4))) return std::nullopt;
  const std::string_view rest = text.substr(4);
  for (std::string_view dash : {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014"}) {
    if (rest.starts_with(dash) && is_year(rest.substr(dash.size()))) return Cut{4, dash.size()};
  }
  return std::nullopt;
}

Span without_blanks(Span span) {
  const std::size_t begin = std::min(span.text.find_first_not_of(' '), span.text.size());
  return {trimmed(span.text), span.at + begin};
}

}  // namespace

DayRange read_date(Span text, std::int32_t today) {
  const Span date = without_blanks(text);
  if (date.text.find("..") != std::string_view::npos) throw range_for_one_date(date);
  if (const auto range = in_digits(date.text)) return *range;
  if (const auto range = in_words(date.text, today)) return *range;
  throw date_trouble(date);
}

DayRange read_dates(Span text, std::int32_t today) {
  const Span dates = without_blanks(text);
  const auto cut = find_cut(dates.text);
  if (!cut) return read_date(dates, today);
  const Span from = without_blanks(dates.part(0, cut->begin));
  const Span to = without_blanks(dates.part(cut->begin + cut->bytes));
  if (from.text.empty() && to.text.empty()) throw range_without_ends(dates);
  if (to.text.starts_with('.')) throw too_many_dots(dates, from.text, to.text);
  DayRange range;
  if (!from.text.empty()) range.first = read_date(from, today).first;
  if (!to.text.empty()) range.last = read_date(to, today).last;
  if (range.first && range.last && *range.first > *range.last)
    throw backward_range(dates, from.text, to.text);
  return range;
}

bool looks_like_date_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return false;
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(dots + 2);
  const auto is_date = [](std::string_view part) { return part.empty() || in_digits(part).has_value(); };
  return is_date(from) && is_date(to) && !(from.empty() && to.empty());
}

}  // namespace broadsheet
