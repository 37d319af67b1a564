// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/moment.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace broadsheet {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;

std::int32_t floor_day(std::int64_t seconds) {
  auto day = seconds / kSecondsPerDay;
  if (seconds % kSecondsPerDay < 0) --day;
  return static_cast<std::int32_t>(day);
}

std::int64_t local_seconds(const Moment& moment) {
  return moment.seconds + moment.offset_minutes * 60;
}

/// Reads digits off the front of a text.
class DigitCursor {
 public:
  explicit DigitCursor(std::string_view text) : rest_(text) {}

  std::optional<int> digits(std::size_t count) {
    if (rest_.size() < count) return std::nullopt;
    int value = 0;
    for (char c : rest_.substr(0, count)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }

  bool take(char expected) {
    if (rest_.empty() || rest_.front() != expected) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void skip_digits() {
    while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') rest_.remove_prefix(1);
  }

  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

struct ClockTime {
  int hour = 0;
  int minute = 0;
  int second = 0;
  Precision precision = Precision::Minute;
};

bool is_valid(const ClockTime& time) {
  return time.hour < 24 && time.minute < 60 && time.second < 60;
}

std::optional<ClockTime> take_time(DigitCursor& cursor) {
  ClockTime time;
  const auto hour = cursor.digits(2);
  if (!hour) return std::nullopt;
  const bool colons = cursor.take(':');
  const auto minute = cursor.digits(2);
  if (!minute) return std::nullopt;
  time.hour = *hour;
  time.minute = *minute;
  if (colons ? cursor.take(':')
             : !cursor.rest().empty() && cursor.rest().front() <= '9' && cursor.rest().front() >= '0') {
    const auto second = cursor.digits(2);
    if (!second) return std::nullopt;
    time.second = *second == 60 ? 59 : *second;  // a leap second is shown as the second before it
    time.precision = Precision::Second;
    if (cursor.take('.') || cursor.take(',')) cursor.skip_digits();
  }
  return is_valid(time) ? std::optional(time) : std::nullopt;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string_view to_string(DateFrom from) {
  static constexpr std::array<std::string_view, 6> names = {"none", "published", "dateline",
                                                            "url",  "path",      "option"};
  return names[static_cast<std::size_t>(from)];
}

std::int32_t day_number(CivilDay day) {
  using namespace std::chrono;
  const sys_days days = year(day.year) / month(static_cast<unsigned>(day.month)) /
                        std::chrono::day(static_cast<unsigned>(day.day));
  return static_cast<std::int32_t>(days.time_since_epoch().count());
}

CivilDay civil_day(std::int32_t day_number) {
  using namespace std::chrono;
  const year_month_day date{sys_days{days{day_number}}};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

int days_in_month(int year, int month) {
  static constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

bool is_valid(CivilDay day) {
  return day.year >= -9999 && day.year <= 9999 && day.month >= 1 && day.month <= 12 && day.day >= 1 &&
         day.day <= days_in_month(day.year, day.month);
}

std::int32_t Moment::first_day() const {
  return floor_day(local_seconds(*this));
}

std::int32_t Moment::last_day() const {
  const CivilDay first = civil_day(first_day());
  if (precision == Precision::Year) return day_number({first.year, 12, 31});
  if (precision == Precision::Month) {
    return day_number({first.year, first.month, days_in_month(first.year, first.month)});
  }
  return first_day();
}

Moment make_moment(CivilDay day, int hour, int minute, int second, int offset_minutes, Precision precision) {
  if (precision <= Precision::Month) day.day = 1;
  if (precision <= Precision::Year) day.month = 1;
  if (precision <= Precision::Day) hour = minute = 0;
  if (precision <= Precision::Minute) second = 0;
  Moment moment;
  moment.seconds =
      day_number(day) * kSecondsPerDay + hour * 3600 + minute * 60 + second - offset_minutes * 60;
  moment.offset_minutes = static_cast<std::int16_t>(offset_minutes);
  moment.precision = precision;
  return moment;
}

std::string day_to_iso(std::int32_t number) {
  const CivilDay day = civil_day(number);
  std::array<char, 48> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", day.year, day.month, day.day);
  return buffer.data();
}

std::string to_iso(const Moment& moment) {
  if (!moment.known()) return "";
  const std::string day = day_to_iso(moment.first_day());
  if (moment.precision == Precision::Year) return day.substr(0, day.size() - 6);
  if (moment.precision == Precision::Month) return day.substr(0, day.size() - 3);
  if (moment.precision == Precision::Day) return day;
  const auto clock = static_cast<int>(local_seconds(moment) - moment.first_day() * kSecondsPerDay);
  std::array<char, 48> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d", clock / 3600, clock / 60 % 60);
  std::string iso = day + buffer.data();
  if (moment.precision == Precision::Second) {
    std::snprintf(buffer.data(), buffer.size(), ":%02d", clock % 60);
    iso += buffer.data();
  }
  const int offset = moment.offset_minutes;
  const int size = offset < 0 ? -offset : offset;
  std::snprintf(buffer.data(), buffer.size(), "%c%02d:%02d", offset < 0 ? '-' : '+', size / 60, size % 60);
  return iso + (offset == 0 ? "Z" : buffer.data());
}

std::string to_display(const Moment& moment) {
  if (!moment.known()) return "undated";
  std::string iso = to_iso(moment);
  if (const auto t = iso.find('T'); t != std::string::npos) {
    iso[t] = ' ';
    iso.resize(t + 6);
  }
  return iso;
}

std::optional<int> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z" || text == "UTC" || text == "GMT") return 0;
  if (text.size() < 3 || (text.front() != '+' && text.front() != '-')) return std::nullopt;
  DigitCursor cursor(text.substr(1));
  const auto hours = cursor.digits(2);
  if (!hours) return std::nullopt;
  cursor.take(':');
  const auto minutes = cursor.rest().empty() ? std::optional(0) : cursor.digits(2);
  if (!minutes || !cursor.rest().empty() || *hours > 23 || *minutes > 59) return std::nullopt;
  const int offset = *hours * 60 + *minutes;
  return text.front() == '-' ? -offset : offset;
}

std::optional<Moment> parse_iso_moment(std::string_view text, int default_offset_minutes) {
  text = trim(text);
  DigitCursor cursor(text);
  CivilDay day;
  const auto year = cursor.digits(4);
  if (!year) return std::nullopt;
  day.year = *year;
  if (cursor.rest().empty()) return make_moment(day, 0, 0, 0, default_offset_minutes, Precision::Year);
  const bool dashes = cursor.take('-');
  const auto month = cursor.digits(2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  day.month = *month;
  if (cursor.rest().empty() && dashes)
    return make_moment(day, 0, 0, 0, default_offset_minutes, Precision::Month);
  if (dashes != cursor.take('-')) return std::nullopt;
  const auto day_of_month = cursor.digits(2);
  if (!day_of_month) return std::nullopt;
  day.day = *day_of_month;
  if (!is_valid(day)) return std::nullopt;
  if (cursor.rest().empty()) return make_moment(day, 0, 0, 0, default_offset_minutes, Precision::Day);
  if (!cursor.take('T') && !cursor.take(' ') && !cursor.take('t')) return std::nullopt;
  const auto time = take_time(cursor);
  if (!time) return std::nullopt;
  int offset = default_offset_minutes;
  if (const auto zone = trim(cursor.rest()); !zone.empty()) {
    const auto parsed = parse_offset(zone);
    if (!parsed) return std::nullopt;
    offset = *parsed;
  }
  return make_moment(day, time->hour, time->minute, time->second, offset, time->precision);
}

}  // namespace broadsheet
