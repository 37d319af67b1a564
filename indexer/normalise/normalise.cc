// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/normalise.h"

#include "indexer/normalise/article_date.h"
#include "indexer/normalise/article_values.h"
#include "indexer/normalise/given_entities.h"
#include "indexer/normalise/news_sense/news_sense.h"
#include "indexer/normalise/publishing.h"
#include "indexer/normalise/story_text.h"
#include "indexer/normalise/text/charset.h"
#include "indexer/normalise/text/clean_text.h"

namespace broadsheet {
namespace {

Reject reject(const Record& record, std::string reason) {
  return {std::move(reason), record.number, record.offset, record.body.substr(0, 80)};
}

}  // namespace

std::variant<Normalised, Reject, Skip, Notice> normalise(const Record& raw, std::string_view format,
                                                         const NormaliseOptions& options) {
  Record record = raw;
  decode_record(record);
  if (auto notice = read_notice(record, format, options)) return std::move(*notice);
  if (format == "text" || format == "texts") return_first_line(record);
  auto story = story_text(record);
  if (!story) return reject(raw, "its markup is over 64 MiB: split the article or strip the markup");
  if (story->title.empty() && story->paragraphs.empty())
    return reject(raw, "it has no text: neither title nor body");
  Normalised result;
  result.problems = record.problems;
  Article& article = result.article;
  set_text(article, std::move(*story));
  set_values(article, record, options);
  set_language(article, record, options);
  set_bylines(article, record);
  const auto sense = apply_news_sense(article, clean_line(record.dateline), options.default_offset_minutes);
  if (article.source.empty()) article.source = sense.agency;
  article.corrected = record.corrected || sense.corrected;
  date_article(article, record, format, sense, options, result.problems);
  if (record.date_is_of_version && article.version > 1)
    result.problems.push_back("the date is that of version " + std::to_string(article.version) +
                              ": the record names no first one");
  set_modified(article, record, options);
  result.given = given_entities(record, result.problems);
  set_identity(article, record, format, options);
  article.replaces = replaced_identities(record, format, options);
  return result;
}

}  // namespace broadsheet
