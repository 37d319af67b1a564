// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "searcher/query/parser.h"

using namespace broadsheet;

namespace {

const std::int32_t wednesday = day_number({2019, 5, 15});  // a Wednesday

std::string shown(const DayRange& range) {
  return (range.first ? day_to_iso(*range.first) : "") + ".." + (range.last ? day_to_iso(*range.last) : "");
}

struct DateCase {
  std::string text;
  std::string days;
};

const DateCase dates[] = {
    {"2019", "2019-01-01..2019-12-31"},          {"2019-02", "2019-02-01..2019-02-28"},
    {"2020-02", "2020-02-01..2020-02-29"},       {"2019-03-05", "2019-03-05..2019-03-05"},
    {" 2019-03-05 ", "2019-03-05..2019-03-05"},  {"1851", "1851-01-01..1851-12-31"},
    {"today", "2019-05-15..2019-05-15"},         {"Yesterday", "2019-05-14..2019-05-14"},
    {"this week", "2019-05-13..2019-05-19"},     {"last week", "2019-05-06..2019-05-12"},
    {"this month", "2019-05-01..2019-05-31"},    {"last month", "2019-04-01..2019-04-30"},
    {"last  Month", "2019-04-01..2019-04-30"},   {"last_month", "2019-04-01..2019-04-30"},
    {"this year", "2019-01-01..2019-12-31"},     {"last year", "2018-01-01..2018-12-31"},
    {"2 weeks ago", "2019-05-01..2019-05-01"},   {"1 day ago", "2019-05-14..2019-05-14"},
    {"3 months ago", "2019-02-15..2019-02-15"},  {"1 year ago", "2018-05-15..2018-05-15"},
    {"last 7 days", "2019-05-09..2019-05-15"},   {"last 1 day", "2019-05-15..2019-05-15"},
    {"last 2 weeks", "2019-05-02..2019-05-15"},  {"last 3 months", "2019-02-16..2019-05-15"},
    {"last 10 years", "2009-05-16..2019-05-15"},
};

}  // namespace

TEST_CASE("a date stands for all the days that it leaves open") {
  for (const DateCase& c : dates) {
    CAPTURE(c.text);
    CHECK(shown(parse_date(c.text, wednesday)) == c.days);
  }
}

TEST_CASE("the same day of a shorter month is its last") {
  CHECK(shown(parse_date("1 month ago", day_number({2019, 3, 31}))) == "2019-02-28..2019-02-28");
  CHECK(shown(parse_date("1 year ago", day_number({2020, 2, 29}))) == "2019-02-28..2019-02-28");
  CHECK(shown(parse_date("last month", day_number({2019, 1, 31}))) == "2018-12-01..2018-12-31");
  CHECK(shown(parse_date("this week", day_number({1969, 12, 28}))) == "1969-12-22..1969-12-28");
}

TEST_CASE("date: takes every date, and ranges of them") {
  const DateCase ranges[] = {
      {"2019-03..2019-05", "2019-03-01..2019-05-31"},
      {"2019-03-05..2019-05", "2019-03-05..2019-05-31"},
      {"2019..", "2019-01-01.."},
      {"..2001", "..2001-12-31"},
      {"1987\u20131989", "1987-01-01..1989-12-31"},
      {"1987-1989", "1987-01-01..1989-12-31"},
      {"last month..today", "2019-04-01..2019-05-15"},
      {"2 weeks ago..", "2019-05-01.."},
      {"2019 .. 2020", "2019-01-01..2020-12-31"},
      {"2019..2019", "2019-01-01..2019-12-31"},
  };
  for (const auto& table : {std::vector<DateCase>(std::begin(dates), std::end(dates)),
                            std::vector<DateCase>(std::begin(ranges), std::end(ranges))}) {
    for (const DateCase& c : table) {
      CAPTURE(c.text);
      CHECK(shown(parse_query("date:\"" + c.text + '"', {false, wednesday}).query.dates) == c.days);
    }
  }
}

TEST_CASE("what is no date is an error that shows how the one meant is typed") {
  const struct {
    std::string text;
    std::string cause;
    std::string remedy;
  } rejects[] = {
      {"", "is no date", "2019-03-05"},
      {"soon", "is no date", "2019-03-05"},
      {"03/05/2019", "3 May 2019 or 5 March 2019", "2019-05-03 or 2019-03-05"},
      {"3.5.2019", "3 May 2019 or 5 March 2019", "2019-05-03"},
      {"05/05/2019", "not how dates are typed", "2019-05-05"},
      {"25/12/2019", "not how dates are typed", "2019-12-25"},
      {"12/25/2019", "not how dates are typed", "2019-12-25"},
      {"31/02/2019", "no day of the calendar", "2019-03-05"},
      {"2019/03/05", "not how dates are typed", "2019-03-05"},
      {"2019-3-5", "not how dates are typed", "2019-03-05"},
      {"2019-3", "not how dates are typed", "2019-03"},
      {"20190305", "not how dates are typed", "2019-03-05"},
      {"2019-02-30", "no day of the calendar", "2019-02-28"},
      {"2019-13", "no month of the calendar", "01 to 12"},
      {"2019-00-01", "no day of the calendar", "2019-03-05"},
      {"0000", "is no date", "2019"},
      {"03-05-19", "lacks the century", "four digits"},
      {"87", "alone is no date", "four digits"},
      {"last", "alone is no date", "last month"},
      {"last 0 days", "is no date", "last month"},
      {"99999999 years ago", "is no date", "last month"},
      {"3000 years ago", "is no date", "last month"},
      {">2019", "no meaning here", "2019.."},
      {"<=2019", "no meaning here", "..2019"},
      {"2019 to 2020", "not how a range is typed", "2019..2020"},
      {"2019..2020", "one date is asked for", "2019"},
      {"99999999999999999999", "is no date", "2019"},
      {"\xC3(", "UTF-8", "2019"},
  };
  for (const auto& c : rejects) {
    CAPTURE(c.text);
    try {
      const std::string read = shown(parse_date(c.text, wednesday));
      FAIL_CHECK("no error, but read as: ", read);
    } catch (const QueryError& error) {
      CHECK_MESSAGE(error.cause().find(c.cause) != std::string::npos, error.cause());
      CHECK_MESSAGE(error.remedy().find(c.remedy) != std::string::npos, error.remedy());
    }
  }
}
