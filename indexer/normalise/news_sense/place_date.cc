// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <charconv>

#include "indexer/normalise/dates/month_names.h"
#include "indexer/normalise/dates/published_date.h"
#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

// An identifier of four digits is no year: years here are those of the web and of the papers put there.
constexpr int first_year = 1800;
constexpr int last_year = 2100;

int number(std::string_view text, std::size_t digits) {
  int value = -1;
  if (text.size() != digits) return -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : -1;
}

int month(std::string_view text) {
  if (text.size() == 3 && is_ascii_letter(text.front())) {
    const std::string name{ascii_lower(text[0]), ascii_lower(text[1]), ascii_lower(text[2])};
    return calendar_word(name).month;
  }
  return number(text, text.size() == 1 ? 1 : 2);
}

std::string_view path_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("?#"));
  const auto path = url.find('/');
  return path == std::string_view::npos ? std::string_view() : url.substr(path + 1);
}

Moment day_moment(CivilDay day, int offset) {
  const bool is_day = is_valid(day) && day.year >= first_year && day.year <= last_year;
  return is_day ? make_moment(day, 0, 0, 0, offset, Precision::Day) : Moment{};
}

Moment date_of_segment(std::string_view segment, int offset) {
  if (segment.size() == 8) {
    return day_moment(
        {number(segment.substr(0, 4), 4), number(segment.substr(4, 2), 2), number(segment.substr(6), 2)},
        offset);
  }
  if (segment.size() < 10 || segment[4] != '-' || segment[7] != '-') return {};
  if (segment.size() > 10 && is_ascii_digit(segment[10])) return {};
  return day_moment(
      {number(segment.substr(0, 4), 4), number(segment.substr(5, 2), 2), number(segment.substr(8, 2), 2)},
      offset);
}

/// Eight digits, or ten characters "2019-03-05", that stand alone; "" if the place has none.
std::string_view day_at(std::string_view name, std::size_t at) {
  if (at > 0 && is_ascii_digit(name[at - 1])) return {};
  for (const std::size_t size : {std::size_t{8}, std::size_t{10}}) {
    const auto day = name.substr(at, size);
    const bool ends = at + size >= name.size() || !is_ascii_digit(name[at + size]);
    const auto digits = static_cast<std::size_t>(std::count_if(day.begin(), day.end(), is_ascii_digit));
    if (day.size() == size && ends && digits == 8) return day;
  }
  return {};
}

}  // namespace

Moment date_of_file_name(std::string_view path, int offset) {
  const std::string_view name = path.substr(path.find_last_of("/\\") + 1);
  Moment found;
  for (std::size_t at = 0; at < name.size(); ++at) {
    std::string day(day_at(name, at));
    std::replace(day.begin(), day.end(), '_', '-');
    const auto moment = date_of_segment(day, offset);
    if (!moment.known()) continue;
    if (found.known() && moment != found) return {};
    found = moment;
  }
  return found;
}

Moment date_of_url(std::string_view url, int offset) {
  const auto segments = split_at(path_of(url), '/');
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (const auto moment = date_of_segment(segments[i], offset); moment.known()) return moment;
    const int year = number(segments[i], 4);
    if (year < first_year || year > last_year || i + 1 == segments.size()) continue;
    const int month_number = month(segments[i + 1]);
    if (month_number < 1 || month_number > 12) continue;
    if (i + 2 < segments.size()) {
      const int day = number(segments[i + 2], segments[i + 2].size() == 1 ? 1 : 2);
      const auto moment = day_moment({year, month_number, day}, offset);
      if (moment.known()) return moment;
      return make_moment({year, month_number, 1}, 0, 0, 0, offset, Precision::Month);
    }
  }
  return {};
}

}  // namespace broadsheet
