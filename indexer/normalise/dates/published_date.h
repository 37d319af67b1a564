// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/moment.h"

namespace broadsheet {

/// What a date as written means. Unknown without a problem: it is no date at all.
struct DateReading {
  Moment moment;
  std::string problem;  // what is wrong with it, one line for the run's report; empty if nothing is
};

/// The moment that a date as written in a dump or above an article names, with the precision written: ISO
/// 8601 and its partial forms, "26-FEB-1987 15:01:01.79", RFC 822, "March 5, 2019", "5. März 2019", "Mar 5,
/// 2019 3:04 PM", "05.03.2019" (dots: day first), "2019/03/05", "20190305T100000Z", "2019年3月5日", seconds
/// (9 or 10 digits) and milliseconds (12 or 13) since 1970, "March 1961", a year; months of every language
/// that ICU knows (language, ISO 639-1, decides where two disagree), digits of every script. Where day and
/// month could be exchanged ("03/05/2019") only the year is read, and the problem names both. No date: years
/// outside 1600..2200, days that do not exist (a problem), a day without a year, any word that does not
/// belong to a date.
DateReading parse_published_date(std::string_view text, int default_offset_minutes = 0,
                                 std::string_view language = {});

/// A day as a dateline has it, often without its year.
struct DatelineDay {
  int month = 0;
  int day = 0;
  std::optional<int> year;
};

/// "March 3", "3. März", "le 3 mars 2019", "3 MAR"; nothing if the text is anything else.
std::optional<DatelineDay> parse_dateline_day(std::string_view text, std::string_view language = {});

/// The date that a URL's path carries: /2019/03/05/, /2019/mar/05/, /2019-03-05-title, /20190305/, /2019/03/.
Moment date_of_url(std::string_view url, int offset_minutes = 0);

/// The day in the name of a file: "news_20220924.md", "2019-03-05 Flood.txt", "archive/2019_03_05.txt". Only
/// the last part of the path is read; unknown if it has no day or two different ones.
Moment date_of_file_name(std::string_view path, int offset_minutes = 0);

}  // namespace broadsheet
