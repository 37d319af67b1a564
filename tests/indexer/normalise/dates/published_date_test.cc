// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/dates/published_date.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/normalise/dates/month_names.h"
#include "indexer/normalise/news_sense/date_line.h"

namespace broadsheet {
namespace {

struct DateCase {
  std::string input;
  std::string iso;
  std::string language = "";
};

}  // namespace

TEST_CASE("dates are read as newsrooms write them, with the precision written") {
  const std::vector<DateCase> cases = {
      {"2019-03-05", "2019-03-05"},
      {"2019-03-05T10:00:00Z", "2019-03-05T10:00:00Z"},
      {"2019-03-05 10:00:00+01:00", "2019-03-05T10:00:00+01:00"},
      {"2019-03-05 10:00", "2019-03-05T10:00Z"},
      {"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01Z"},
      {" 2-MAR-1987 05:01:01.79RM", "1987-03-02T05:01:01Z"},
      {"2-MAR-1987 05:01:01.79F RM", "1987-03-02T05:01:01Z"},
      {"Tue, 05 Mar 2019 10:00:00 +0100", "2019-03-05T10:00:00+01:00"},
      {"Tue, 05 Mar 2019 10:00:00 EST", "2019-03-05T10:00:00-05:00"},
      {"Tue, 5 Mar 19 10:00 PDT", "2019-03-05T10:00-07:00"},
      {"Tue Mar  5 10:00:00 2019", "2019-03-05T10:00:00Z"},
      {"Tue Mar 05 10:00:00 +0000 2019", "2019-03-05T10:00:00Z"},
      {"Tue, 05 Mar 2019 10:00:00 +0000 (UTC)", "2019-03-05T10:00:00Z"},
      {"March 5, 2019", "2019-03-05"},
      {"5 March 2019", "2019-03-05"},
      {"5th of March, 2019", "2019-03-05"},
      {"Mar. 5, 2019 3:04 PM", "2019-03-05T15:04Z"},
      {"March 5, 2019, 12:10 a.m. ET", "2019-03-05T00:10-05:00"},
      {"6 a.m. March 5, 2019", "2019-03-05T06:00Z"},
      {"10.30 am, 5 March 2019", "2019-03-05T10:30Z"},
      {"0001 GMT 5 March 2019", "2019-03-05T00:01Z"},
      {"18 Uhr, 5. März 2019", "2019-03-05T18:00Z"},
      {"5. März 2019, 18 Uhr", "2019-03-05T18:00Z"},
      {"July 5, 2019 at 9 pm ET", "2019-07-05T21:00-04:00"},
      {"2019/03/05", "2019-03-05"},
      {"05.03.2019", "2019-03-05"},
      {"5.3.2019, 10.30 Uhr", "2019-03-05T10:30Z"},
      {"13/05/2019", "2019-05-13"},
      {"05/13/2019", "2019-05-13"},
      {"03/03/2019", "2019-03-03"},
      {"20190305", "2019-03-05"},
      {"20190305T100000Z", "2019-03-05T10:00:00Z"},
      {"20190305100000", "2019-03-05T10:00:00Z"},
      {"201903051000", "2019-03-05T10:00Z"},
      {"1551780000", "2019-03-05T10:00:00Z"},
      {"1551780000123", "2019-03-05T10:00:00Z"},
      {"1551780000.5", "2019-03-05T10:00:00Z"},
      {"2019年3月5日", "2019-03-05"},
      {"2019年3月5日 10时30分", "2019-03-05T10:30Z"},
      {"二〇一九年三月五日", "2019-03-05"},
      {"2019년 3월 5일 오후 3:04", "2019-03-05T15:04Z"},
      {"5 марта 2019 г.", "2019-03-05"},
      {"5 березня 2019 року", "2019-03-05"},
      {"5. März 2019", "2019-03-05"},
      {"Dienstag, 5. März 2019, 10:30 Uhr", "2019-03-05T10:30Z"},
      {"1er mars 2019", "2019-03-01"},
      {"mardi 5 mars 2019 à 10h30", "2019-03-05T10:30Z"},
      {"5 de marzo de 2019", "2019-03-05"},
      {"5 de março de 2019", "2019-03-05"},
      {"5 marca 2019", "2019-03-05"},
      {"5 Mart 2019 Salı", "2019-03-05"},
      {"ngày 5 tháng 3 năm 2019", "2019-03-05"},
      {"٥ مارس ٢٠١٩", "2019-03-05"},
      {"5 كانون الثاني 2019", "2019-01-05"},
      {"mar 5 mar 2019", "2019-03-05", "es"},
      {"3. listopada 2019", "2019-10-03", "hr"},
      {"3 listopada 2019", "2019-11-03", "pl"},
      {"Published: 2019-03-05 10:00", "2019-03-05T10:00Z"},
      {"March 1961", "1961-03"},
      {"1961-08", "1961-08"},
      {"08/1961", "1961-08"},
      {"1898", "1898"},
      {"12 April 1861", "1861-04-12"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.input);
    const auto reading = parse_published_date(c.input, 0, c.language);
    CHECK(to_iso(reading.moment) == c.iso);
    CHECK(reading.problem == "");
  }
}

TEST_CASE("a stamp without a zone is in the zone of the option") {
  CHECK(to_iso(parse_published_date("5 March 2019 10:00", 330).moment) == "2019-03-05T10:00+05:30");
  CHECK(to_iso(parse_published_date("2019-03-05T10:00:00Z", 330).moment) == "2019-03-05T10:00:00Z");
}

TEST_CASE("where day and month could be exchanged only the year is known and both readings are named") {
  const auto reading = parse_published_date("03/05/2019");
  CHECK(to_iso(reading.moment) == "2019");
  CHECK(reading.problem.find("2019-05-03") != std::string::npos);
  CHECK(reading.problem.find("2019-03-05") != std::string::npos);
}

TEST_CASE("a month that languages disagree about is no month until the language is known") {
  const auto reading = parse_published_date("3 listopada 2019");
  CHECK(to_iso(reading.moment) == "2019");
  CHECK(reading.problem != "");
}

TEST_CASE("impossible dates are no dates, and a problem") {
  for (const std::string input : {"1989-13-45", "30 February 2019", "2019-02-30", "20191340", "31.04.2019",
                                  "1599-01-01", "2201", "0001-01-01T00:00:00Z", "00/00/2019"}) {
    CAPTURE(input);
    const auto reading = parse_published_date(input);
    CHECK_FALSE(reading.moment.known());
    CHECK(reading.problem != "");
  }
}

TEST_CASE("an impossible time leaves the day") {
  const auto reading = parse_published_date("5 March 2019 25:61");
  CHECK(to_iso(reading.moment) == "2019-03-05");
  CHECK(reading.problem != "");
}

TEST_CASE("what is no date is none") {
  for (const std::string input :
       {"", "yesterday", "March", "March 5", "5/3", "10:00", "the 5 stars of 2019 were", "page 12", "1,234",
        "12", "123456", "99999999999999999999", "v2.0", "-", "2019-", "Tue"}) {
    CAPTURE(input);
    CHECK_FALSE(parse_published_date(input).moment.known());
  }
}

TEST_CASE("months and weekdays are known in every language of ICU") {
  CHECK(calendar_word("september").month == 9);
  CHECK(calendar_word("sept").month == 9);
  CHECK(calendar_word("января").month == 1);
  CHECK(calendar_word("janner", "de").month == 1);
  CHECK(calendar_word("mar", "es").is_weekday);
  CHECK(calendar_word("thursday").is_weekday);
  CHECK_FALSE(calendar_word("newspaper").known());
  CHECK_FALSE(calendar_word("").known());
}

TEST_CASE("a paragraph is a date line only if it is nothing but a day") {
  CHECK(to_iso(read_date_line("12 November 1989").moment) == "1989-11-12");
  CHECK(to_iso(read_date_line("Published: 2019-03-05 10:00").moment) == "2019-03-05T10:00Z");
  CHECK(to_iso(read_date_line("5 марта 2019 г.").moment) == "2019-03-05");
  for (const std::string input :
       {"1989", "March 1961", "20190305", "1551780000", "On 12 November 1989 the wall was open.",
        "Updated: 12 November 1989", "10:00", "0800 1234567"}) {
    CAPTURE(input);
    CHECK_FALSE(is_date_line(input));
  }
}

TEST_CASE("a URL's path may carry the date") {
  const std::vector<DateCase> cases = {{"https://x.example/2019/03/05/title", "2019-03-05"},
                                       {"https://x.example/world/2019/mar/05/title", "2019-03-05"},
                                       {"https://x.example/2019-03-05-title", "2019-03-05"},
                                       {"https://x.example/20190305/title", "2019-03-05"},
                                       {"https://x.example/2019/03/title", "2019-03"},
                                       {"https://x.example/2019/3/5/title", "2019-03-05"},
                                       {"https://x.example/2019/13/05/title", ""},
                                       {"https://x.example/story/2019", ""},
                                       {"https://x.example/?d=/2019/03/05/", ""},
                                       {"https://2019/03", ""},
                                       {"https://x.example/99999999/", ""},
                                       {"", ""}};
  for (const auto& c : cases) {
    CAPTURE(c.input);
    CHECK(to_iso(date_of_url(c.input)) == c.iso);
  }
}

TEST_CASE("the name of a file tells a day if it has just one") {
  struct DateCase {
    const char* path;
    const char* day;
  };
  for (const auto& c : std::vector<DateCase>{{"news_20220924.md", "2022-09-24"},
                                             {"2019-03-05 Flood in the north.txt", "2019-03-05"},
                                             {"papers.zip/1999/2019_03_05.txt", "2019-03-05"},
                                             {"20190305_20190305.txt", "2019-03-05"},
                                             {"20190305-20190306.txt", ""},
                                             {"topic-news-5903225.txt", ""},
                                             {"123456789.txt", ""},
                                             {"20191345.txt", ""},
                                             {"2019-03-05/story.txt", ""},
                                             {"", ""}}) {
    CAPTURE(c.path);
    CHECK(to_iso(date_of_file_name(c.path)) == c.day);
  }
}

}  // namespace broadsheet
