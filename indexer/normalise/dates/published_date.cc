// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/dates/published_date.h"

#include <unicode/timezone.h>

#include <algorithm>
#include <array>
#include <memory>

#include "common/printable.h"
#include "indexer/normalise/dates/clock_time.h"
#include "indexer/normalise/dates/date_shape.h"
#include "indexer/normalise/dates/date_tokens.h"
#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

using Kind = DateToken::Kind;

bool is_plausible(int year) {
  return year >= 1600 && year <= 2200;
}

DateReading problem(std::string_view text, std::string_view what) {
  return {{}, "date \"" + one_line(text) + "\" " + std::string(what)};
}

DateReading checked(std::string_view text, const Moment& moment) {
  if (is_plausible(civil_day(moment.first_day()).year)) return {moment, {}};
  return problem(text, "is outside the years 1600 to 2200: left undated");
}

int zone_offset(const ClockTime& time, CivilDay day, int default_offset) {
  if (time.zone.empty()) return time.offset_minutes.value_or(default_offset);
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(time.zone.c_str()));
  const auto local = make_moment(day, time.hour, time.minute, 0, 0, Precision::Minute).seconds * 1000.0;
  std::int32_t raw = 0;
  std::int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone->getOffset(local, 1, raw, saving, status);
  return U_FAILURE(status) != 0 ? default_offset : (raw + saving) / 60000;
}

Moment since_1970(std::int64_t seconds) {
  Moment moment;
  moment.seconds = seconds;
  moment.precision = Precision::Second;
  return moment;
}

/// YYYYMMDD with HH, HHMM or HHMMSS behind it, as one number.
std::optional<Moment> packed(std::int64_t value, int digits, int offset) {
  std::int64_t clock = 0;
  for (int left = digits, scale = 1; left > 8; --left, scale *= 10) {
    clock += value % 10 * scale;
    value /= 10;
  }
  if (digits == 12) clock *= 100;
  const CivilDay day{static_cast<int>(value / 10000), static_cast<int>(value / 100 % 100),
                     static_cast<int>(value % 100)};
  const int hour = static_cast<int>(clock / 10000);
  const int minute = static_cast<int>(clock / 100 % 100);
  const int second = static_cast<int>(clock % 100);
  if (!is_valid(day) || !is_plausible(day.year) || hour > 23 || minute > 59 || second > 59)
    return std::nullopt;
  const auto precision = digits == 8 ? Precision::Day : digits == 12 ? Precision::Minute : Precision::Second;
  return make_moment(day, hour, minute, second, offset, precision);
}

/// A date that is one long number. Twelve digits are read as YYYYMMDDHHMM if they can be: as milliseconds
/// they would all lie in the first half of 1976.
std::optional<Moment> read_number(const DateToken& number, int offset) {
  switch (number.digits) {
    case 8:
    case 14:
      return packed(number.value, number.digits, offset);
    case 9:
    case 10:
      return since_1970(number.value);
    case 12: {
      const auto stamp = packed(number.value, 12, offset);
      return stamp ? stamp : since_1970(number.value / 1000);
    }
    case 13:
      return since_1970(number.value / 1000);
    default:
      return std::nullopt;
  }
}

// 20190305T100000Z: the clock as one number behind the T becomes tokens as if it had colons.
void unpack_clock(std::vector<DateToken>& tokens) {
  if (tokens.size() < 3 || tokens[0].digits != 8 || !tokens[1].is_word("t")) return;
  const auto clock = tokens[2];
  if (clock.digits != 4 && clock.digits != 6) return;
  std::vector<DateToken> parts;
  for (int rest = clock.digits, scale = clock.digits == 6 ? 10000 : 100; rest > 0; rest -= 2, scale /= 100) {
    if (!parts.empty()) parts.push_back({.kind = Kind::Mark, .mark = ':'});
    parts.push_back({.kind = Kind::Number, .value = clock.value / scale % 100, .digits = 2});
  }
  tokens.erase(tokens.begin() + 1, tokens.begin() + 3);
  tokens.insert(tokens.begin() + 1, parts.begin(), parts.end());
}

// The date-time group of telex, "101542 MAR 17" or "131137 GMT Nov 13": day, hour and minute as one number
// become tokens as if it were "10 MAR 17 15:42 GMT".
void unpack_wire_group(std::vector<DateToken>& tokens) {
  if (tokens.size() < 3 || tokens.size() > 4 || tokens[0].digits != 6) return;
  const bool is_group = std::all_of(tokens.begin() + 1, tokens.end() - 1,
                                    [](const DateToken& token) { return token.kind == Kind::Word; }) &&
                        (tokens.back().digits == 2 || tokens.back().digits == 4);
  if (!is_group) return;
  const auto group = tokens[0].value;
  const auto number = [](std::int64_t value) {
    return DateToken{.kind = Kind::Number, .value = value, .digits = 2, .after_space = true};
  };
  std::vector<DateToken> parts = {
      number(group / 10000),     tokens[tokens.size() - 2],         tokens.back(),
      number(group / 100 % 100), {.kind = Kind::Mark, .mark = ':'}, number(group % 100)};
  parts.push_back(
      {.kind = Kind::Word, .word = tokens.size() == 4 ? tokens[1].word : "gmt", .after_space = true});
  tokens = std::move(parts);
}

bool is_decimal(const std::vector<DateToken>& tokens) {
  return tokens.size() == 3 && tokens[1].is_mark('.') && tokens[0].digits >= 9 &&
         tokens[2].kind == Kind::Number;
}

CivilDay day_of_number(const DateToken& number) {
  return {static_cast<int>(number.value / 10000), static_cast<int>(number.value / 100 % 100),
          static_cast<int>(number.value % 100)};
}

DateReading read_shape(std::string_view text, const DateShape& shape, const std::optional<ClockTime>& time,
                       int offset) {
  if (!shape.problem.empty()) {
    if (!shape.year || !is_plausible(shape.day.year)) return problem(text, shape.problem);
    return {make_moment(shape.day, 0, 0, 0, offset, Precision::Year), problem(text, shape.problem).problem};
  }
  if (!is_valid(shape.day)) return problem(text, "names a day that does not exist: left undated");
  if (!time || shape.precision != Precision::Day) {
    return checked(text, make_moment(shape.day, 0, 0, 0, offset, shape.precision));
  }
  if (!time->is_valid) {
    auto reading = checked(text, make_moment(shape.day, 0, 0, 0, offset, Precision::Day));
    if (reading.problem.empty())
      reading.problem = problem(text, "has an impossible time: only the day is used").problem;
    return reading;
  }
  return checked(text, make_moment(shape.day, time->hour, time->minute, time->second,
                                   zone_offset(*time, shape.day, offset), time->precision));
}

/// "January 20, 2010 15:02 ET (20:02 GMT)" without the same clock elsewhere.
std::string_view without_second_clock(std::string_view text) {
  const auto opening = text.rfind(" (");
  if (opening == std::string_view::npos || !text.ends_with(')')) return text;
  const auto inside = text.substr(opening);
  const bool is_clock =
      inside.find(':') != std::string_view::npos && text.substr(0, opening).find(':') < opening;
  return is_clock ? text.substr(0, opening) : text;
}

}  // namespace

DateReading parse_published_date(std::string_view text, int default_offset, std::string_view language) {
  text = without_second_clock(trimmed(text));
  const bool is_long_number = text.size() > 4 && std::all_of(text.begin(), text.end(), is_ascii_digit);
  if (const auto iso = is_long_number ? std::nullopt : parse_iso_moment(text, default_offset))
    return checked(text, *iso);
  auto tokens = date_tokens(text);
  if (!tokens || tokens->empty()) return {};
  if (tokens->size() == 1 || is_decimal(*tokens)) {
    if (const auto moment = read_number(tokens->front(), default_offset)) return checked(text, *moment);
    if (tokens->front().digits == 8) return problem(text, "names a day that does not exist: left undated");
  }
  unpack_clock(*tokens);
  unpack_wire_group(*tokens);
  const auto time = take_clock_time(*tokens);
  // "9 octobre 2013 - 18:05"
  if (time && !tokens->empty() && tokens->back().is_mark('-')) tokens->pop_back();
  if (tokens->size() == 1 && tokens->front().digits == 8) {
    const DateShape shape{.day = day_of_number(tokens->front()), .precision = Precision::Day, .year = true};
    return read_shape(text, shape, time, default_offset);
  }
  const auto shape = date_shape(*tokens, language);
  if (!shape || !shape->year) return {};
  return read_shape(text, *shape, time, default_offset);
}

std::optional<DatelineDay> parse_dateline_day(std::string_view text, std::string_view language) {
  if (text.size() > 40) return std::nullopt;
  const auto tokens = date_tokens(text);
  if (!tokens) return std::nullopt;
  const auto shape = date_shape(*tokens, language);
  if (!shape || shape->precision != Precision::Day || !shape->problem.empty()) return std::nullopt;
  const CivilDay leap_safe{shape->year ? shape->day.year : 2000, shape->day.month, shape->day.day};
  if (!is_valid(leap_safe)) return std::nullopt;
  return DatelineDay{shape->day.month, shape->day.day,
                     shape->year ? std::optional<int>(shape->day.year) : std::nullopt};
}

}  // namespace broadsheet
