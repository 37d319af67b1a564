// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/moment.h"

#include <doctest/doctest.h>

using namespace broadsheet;

TEST_CASE("ISO dates are read as far as they go and print as they were") {
  const struct {
    const char* text;
    const char* iso;
  } cases[] = {
      {"1987", "1987"},
      {"1987-02", "1987-02"},
      {"1987-02-26", "1987-02-26"},
      {"19870226", "1987-02-26"},
      {"1987-02-26T15:01", "1987-02-26T15:01Z"},
      {"1987-02-26 15:01:09", "1987-02-26T15:01:09Z"},
      {"1987-02-26T15:01:09.123+01:00", "1987-02-26T15:01:09+01:00"},
      {"1987-02-26T00:30-0530", "1987-02-26T00:30-05:30"},
      {"1850-12-31", "1850-12-31"},
      {"2020-02-29", "2020-02-29"},
      {"19890317T100000Z", "1989-03-17T10:00:00Z"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto moment = parse_iso_moment(c.text);
    REQUIRE(moment);
    CHECK(to_iso(*moment) == c.iso);
  }
}

TEST_CASE("what names no real moment is no date") {
  for (const char* text :
       {"", "198", "1989-13", "1989-02-29", "1989-02-26T25:00", "1989-02-26T10", "1989-02-26X", "1989/02/26",
        "26-02-1989", "1989-0226", "1989-02-26T10:00+99:00", "198902"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_moment(text));
  }
}

TEST_CASE("the published day is the local day as printed") {
  const auto late = parse_iso_moment("2019-03-05T23:30:00-08:00");
  REQUIRE(late);
  CHECK(day_to_iso(late->first_day()) == "2019-03-05");
  CHECK(to_display(*late) == "2019-03-05 23:30");
}

TEST_CASE("a month and a year cover all their days") {
  const auto month = parse_iso_moment("2020-02", 60);
  REQUIRE(month);
  CHECK(day_to_iso(month->first_day()) == "2020-02-01");
  CHECK(day_to_iso(month->last_day()) == "2020-02-29");
  const auto year = parse_iso_moment("1850", -300);
  REQUIRE(year);
  CHECK(day_to_iso(year->first_day()) == "1850-01-01");
  CHECK(day_to_iso(year->last_day()) == "1850-12-31");
}

TEST_CASE("day numbers count from 1970 in both directions") {
  CHECK(day_number({1970, 1, 1}) == 0);
  CHECK(day_number({1969, 12, 31}) == -1);
  for (std::int32_t day = -200000; day < 200000; day += 37) REQUIRE(day_number(civil_day(day)) == day);
}
