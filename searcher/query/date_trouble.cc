// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/date_trouble.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "common/moment.h"
#include "searcher/query/letters.h"

namespace broadsheet {
namespace {

constexpr std::string_view forms = "2019, 2019-03, 2019-03-05 or \"last month\"";

/// A date in figures, taken apart: "03/05/2019", "5.3.2019", "2019-3-5".
struct Figures {
  std::vector<std::string_view> parts;

  bool have(std::initializer_list<std::size_t> most) const {
    return parts.size() == most.size() &&
           std::equal(parts.begin(), parts.end(), most.begin(),
                      [](auto part, auto size) { return part.size() <= size; });
  }
  int value(std::size_t i) const {
    int number = 0;
    std::from_chars(parts[i].data(), parts[i].data() + parts[i].size(), number);
    return number;
  }
};

std::optional<Figures> take_apart(std::string_view text) {
  Figures figures;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of("/.-", begin), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    if (part.empty() || part.size() > 8 || !std::all_of(part.begin(), part.end(), is_digit))
      return std::nullopt;
    figures.parts.push_back(part);
    begin = end + 1;
  }
  return figures;
}

std::string iso(CivilDay day) {
  return day_to_iso(day_number(day));
}

std::string spelled(CivilDay day) {
  constexpr std::string_view months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
  return std::to_string(day.day) + ' ' + std::string(months[day.month - 1]) + ' ' + std::to_string(day.year);
}

/// 03/05/2019: day or month first, nobody can tell.
Trouble year_last(Span date, const Figures& figures) {
  const CivilDay day_first{figures.value(2), figures.value(1), figures.value(0)};
  const CivilDay month_first{figures.value(2), figures.value(0), figures.value(1)};
  const std::string shown = quoted(date.text);
  if (is_valid(day_first) && is_valid(month_first) && day_first != month_first) {
    return {date.at, shown + " can be " + spelled(day_first) + " or " + spelled(month_first),
            iso(day_first) + " or " + iso(month_first)};
  }
  for (const CivilDay& day : {day_first, month_first}) {
    if (is_valid(day)) return {date.at, shown + " is not how dates are typed here", iso(day)};
  }
  return {date.at, shown + " is no day of the calendar", std::string(forms)};
}

Trouble year_first(Span date, const Figures& figures) {
  const CivilDay day{figures.value(0), figures.value(1), figures.value(2)};
  if (is_valid(day)) return {date.at, quoted(date.text) + " is not how dates are typed here", iso(day)};
  const bool is_month = is_valid({day.year, day.month, 1});
  if (!is_month) return {date.at, quoted(date.text) + " is no day of the calendar", std::string(forms)};
  const int last = days_in_month(day.year, day.month);
  return {date.at, quoted(date.text) + " is no day of the calendar", iso({day.year, day.month, last})};
}

Trouble year_and_month(Span date, const Figures& figures) {
  const CivilDay first{figures.value(0), figures.value(1), 1};
  if (is_valid(first))
    return {date.at, quoted(date.text) + " is not how dates are typed here", iso(first).substr(0, 7)};
  return {date.at, quoted(date.text) + " is no month of the calendar", "a month from 01 to 12"};
}

std::optional<Trouble> in_figures(Span date) {
  const auto figures = take_apart(date.text);
  if (!figures) return std::nullopt;
  if (figures->have({2, 2, 4}) && figures->parts[2].size() == 4) return year_last(date, *figures);
  if (figures->have({4, 2, 2}) && figures->parts[0].size() == 4) return year_first(date, *figures);
  if (figures->have({4, 2}) && figures->parts[0].size() == 4) return year_and_month(date, *figures);
  if (figures->have({8}) && date.text.size() == 8) {
    const std::string text(date.text);
    return Trouble{date.at, quoted(text) + " is not how dates are typed here",
                   text.substr(0, 4) + '-' + text.substr(4, 2) + '-' + text.substr(6)};
  }
  if (figures->have({2}) || figures->have({2, 2, 2})) {
    return Trouble{date.at, quoted(date.text) + " lacks the century", "a year of four digits, such as 1987"};
  }
  return std::nullopt;
}

std::optional<Trouble> compared(Span date) {
  if (!date.text.starts_with('<') && !date.text.starts_with('>')) return std::nullopt;
  const std::string bound =
      shortened(date.text.substr(std::min(date.text.find_first_not_of("<>="), date.text.size())));
  return Trouble{date.at, "\"<\" and \">\" have no meaning here",
                 date.text.starts_with('<') ? ".." + bound : bound + ".."};
}

std::optional<Trouble> joined(Span date) {
  const std::string lower = ascii_lower(date.text);
  for (const std::string_view join : {" to ", " - ", " until ", "\u2013", "\u2014"}) {
    const std::size_t at = lower.find(join);
    if (at == std::string::npos) continue;
    return Trouble{date.at + at, quoted(date.text) + " is not how a range is typed here",
                   shortened(date.text.substr(0, at)) + ".." + shortened(date.text.substr(at + join.size()))};
  }
  return std::nullopt;
}

std::optional<Trouble> unquoted_words(Span date) {
  const std::string lower = ascii_lower(date.text);
  const bool is_number =
      !lower.empty() && lower.size() < 4 && std::all_of(lower.begin(), lower.end(), is_digit);
  if (lower != "last" && lower != "this" && !is_number) return std::nullopt;
  return Trouble{date.at, quoted(date.text) + " alone is no date",
                 "\"last month\", \"this year\" or \"2 weeks ago\", in quotes; years have four digits"};
}

}  // namespace

Trouble date_trouble(Span date) {
  for (const auto check : {compared, joined, unquoted_words, in_figures}) {
    if (auto trouble = check(date)) return *trouble;
  }
  return {date.at, quoted(date.text) + " is no date", std::string(forms)};
}

Trouble range_for_one_date(Span date) {
  const std::size_t dots = date.text.find("..");
  const std::string_view one = dots > 0 ? date.text.substr(0, dots) : date.text.substr(2);
  return {date.at, quoted(date.text) + " is a range where one date is asked for", shortened(one)};
}

Trouble range_without_ends(Span dates) {
  return {dates.at, "a range of dates needs at least one end", "2019-03..2019-05, 2019.. or ..2001"};
}

Trouble too_many_dots(Span dates, std::string_view from, std::string_view to) {
  const std::size_t dates_begin = std::min(to.find_first_not_of('.'), to.size());
  return {dates.at + from.size(), "a range of dates has two dots",
          shortened(from) + ".." + shortened(to.substr(dates_begin))};
}

Trouble backward_range(Span dates, std::string_view from, std::string_view to) {
  return {dates.at, "the range begins after it ends", shortened(to) + ".." + shortened(from)};
}

}  // namespace broadsheet
