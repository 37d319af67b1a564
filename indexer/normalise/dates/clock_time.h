// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "common/moment.h"
#include "indexer/normalise/dates/date_tokens.h"

namespace broadsheet {

/// The time of day that a date is written with, and its zone.
struct ClockTime {
  int hour = 0;
  int minute = 0;
  int second = 0;
  Precision precision = Precision::Minute;
  bool is_valid = true;               // false: "25:61"
  std::optional<int> offset_minutes;  // east of UTC, if a zone is written
  std::string zone;                   // "America/New_York" for "ET": its offset depends on the day
};

/// Takes the first time of day out of the tokens, with its zone: 15:01, 15:01:01.79, 3:04 PM, 3 p.m., 10h30,
/// 10.30 Uhr, 18 Uhr, 10时30分, and 0001 GMT
/// where the year stands elsewhere. Zones: Z, +01:00, +0100, GMT, UTC+2, and the names of RFC 822 and of
/// other newsrooms; a second zone in brackets is a comment. Nothing, and the tokens as they were, if there is
/// no time.
std::optional<ClockTime> take_clock_time(std::vector<DateToken>& tokens);

}  // namespace broadsheet
