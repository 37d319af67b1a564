// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/article_date.h"

#include "common/printable.h"
#include "indexer/normalise/clean_text.h"
#include "indexer/normalise/published_date.h"

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
    const auto own = parse_published_date(date_field, offset, article.language);
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
