// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/article_date.h"

#include <algorithm>
#include <charconv>

#include "common/printable.h"
#include "indexer/normalise/dates/published_date.h"
#include "indexer/normalise/text/characters.h"
#include "indexer/normalise/text/clean_text.h"

namespace broadsheet {
namespace {

Moment moment_of(const DatelineDay& day, int year, int offset) {
  const CivilDay civil{year, day.month, day.day};
  return is_valid(civil) ? make_moment(civil, 0, 0, 0, offset, Precision::Day) : Moment{};
}

/// The dateline's day. A dateline without a year takes it from what else is known: the day is the last one of
/// its name that is not after that. (A dump of 2 January has stories of 31 December.)
Moment date_of_dateline(const DatelineDay& day, const Moment& known, int offset) {
  if (day.year) return moment_of(day, *day.year, offset);
  if (!known.known()) return {};
  const int year = civil_day(known.first_day()).year;
  const auto moment = moment_of(day, year, offset);
  return moment.known() && moment.first_day() > known.last_day() ? moment_of(day, year - 1, offset) : moment;
}

/// The serial date of a spreadsheet, "41234.5": days since 30 December 1899 (ECMA-376, part 1, 18.17.4.1),
/// the time of day behind the point. Only from 1941 to 2064, where it is no other number.
Moment date_of_spreadsheet(std::string_view text, int offset) {
  constexpr std::size_t digits = 5;
  constexpr std::int32_t first = 15000;
  constexpr std::int32_t last = 60000;
  constexpr std::int32_t epoch = -25569;
  constexpr double seconds_a_day = 86400;
  const bool is_number = text.size() >= digits &&
                         std::all_of(text.begin(), text.begin() + digits, is_ascii_digit) &&
                         (text.size() == digits || text[digits] == '.');
  double serial = 0;
  if (!is_number) return {};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), serial);
  const auto day = static_cast<std::int32_t>(serial);
  if (error != std::errc() || end != text.data() + text.size() || day < first || day > last) return {};
  const auto second = static_cast<int>((serial - day) * seconds_a_day + 0.5);
  const bool has_time = text.size() > digits && second < static_cast<int>(seconds_a_day);
  return make_moment(civil_day(day + epoch), has_time ? second / 3600 : 0, second / 60 % 60, second % 60,
                     offset, has_time ? Precision::Second : Precision::Day);
}

std::string not_understood(std::string_view field) {
  return "date \"" + one_line(field, 60) + "\" is not understood: left undated";
}

}  // namespace

void date_article(Article& article, const Record& record, std::string_view format, const NewsSense& sense,
                  const NormaliseOptions& options, std::vector<std::string>& problems) {
  const auto use = [&](const Moment& moment, DateFrom from) {
    if (article.published.known() || !moment.known()) return;
    article.published = moment;
    article.date_from = from;
  };
  const auto offset = options.default_offset_minutes;
  const std::string date_field = clean_line(record.date);
  if (!date_field.empty()) {
    auto own = parse_published_date(date_field, offset, article.language);
    if (!own.moment.known() && own.problem.empty()) own.moment = date_of_spreadsheet(date_field, offset);
    use(own.moment, record.date_is_from_path ? DateFrom::Path : DateFrom::Published);
    if (!own.problem.empty()) {
      problems.push_back(one_line(own.problem));
    } else if (!own.moment.known()) {
      problems.push_back(not_understood(date_field));
    }
  }
  use(sense.date_line.moment, DateFrom::Published);
  const auto url = date_of_url(article.url, offset);
  const auto file_name = format == "text" ? date_of_file_name(record.path, offset) : Moment{};
  const auto& hint = url.known() ? url : file_name.known() ? file_name : options.date;
  if (sense.dateline_day) use(date_of_dateline(*sense.dateline_day, hint, offset), DateFrom::Dateline);
  use(url, DateFrom::Url);
  use(file_name, DateFrom::Path);
  use(options.date, DateFrom::Option);
}

}  // namespace broadsheet
