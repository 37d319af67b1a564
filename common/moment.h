// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

/// How exactly a date is known. The values are stored in archives: never change them.
enum class Precision : std::uint8_t { Unknown = 0, Year = 1, Month = 2, Day = 3, Minute = 4, Second = 5 };

/// Where an article's published date came from. The values are stored in archives: never change them.
enum class DateFrom : std::uint8_t { None = 0, Published = 1, Dateline = 2, Url = 3, Path = 4, Option = 5 };

std::string_view to_string(DateFrom from);

/// A day of the proleptic Gregorian calendar.
struct CivilDay {
  int year = 1970;
  int month = 1;  // 1..12
  int day = 1;    // 1..31
  bool operator==(const CivilDay&) const = default;
};

/// Days since 1970-01-01; any year from -9999 to 9999.
std::int32_t day_number(CivilDay day);
CivilDay civil_day(std::int32_t day_number);
bool is_valid(CivilDay day);
int days_in_month(int year, int month);

/// An inclusive range of local days. A missing end is open.
struct DayRange {
  std::optional<std::int32_t> first;
  std::optional<std::int32_t> last;
  bool operator==(const DayRange&) const = default;
};

/// A moment as a publisher printed it: an instant, the zone it was printed in, and how exactly it is known.
struct Moment {
  std::int64_t seconds = 0;         // since 1970-01-01T00:00:00Z, of the first second of the interval
  std::int16_t offset_minutes = 0;  // the record's own zone, east of UTC, -1439..1439
  Precision precision = Precision::Unknown;

  bool known() const { return precision != Precision::Unknown; }
  /// First and last local day of the interval that the precision leaves open. Requires known().
  std::int32_t first_day() const;
  std::int32_t last_day() const;
  bool operator==(const Moment&) const = default;
};

/// A moment from local wall-clock parts in the zone given. The parts beyond the precision are ignored.
/// Requires is_valid(day), 0 <= hour < 24, minute and second < 60.
Moment make_moment(CivilDay day, int hour, int minute, int second, int offset_minutes, Precision precision);

/// ISO 8601 as far as the precision goes: "1987", "1987-02", "1987-02-26", "1987-02-26T15:01+01:00"; "" if
/// unknown.
std::string to_iso(const Moment& moment);

/// For a reader: "1987-02-26 15:01", local time of the record; "undated" if unknown.
std::string to_display(const Moment& moment);

std::string day_to_iso(std::int32_t day_number);

/// ISO 8601 and its partial forms: YYYY, YYYY-MM, YYYY-MM-DD, YYYYMMDD, each of the day forms with a time
/// ("T" or space, HH:MM, HH:MM:SS, fractions dropped) and a zone (Z, +HH, +HHMM, +HH:MM). nothing if it is
/// not one or names no real moment. default_offset_minutes is used where no zone is written.
std::optional<Moment> parse_iso_moment(std::string_view text, int default_offset_minutes = 0);

/// "+01:00", "-0530", "Z", "UTC" to minutes east of UTC; nothing if it is not an offset.
std::optional<int> parse_offset(std::string_view text);

}  // namespace broadsheet
