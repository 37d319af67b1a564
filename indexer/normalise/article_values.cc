// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/article_values.h"

#include <charconv>

#include "indexer/normalise/dates/published_date.h"
#include "indexer/normalise/given_entities.h"
#include "indexer/normalise/identity.h"
#include "indexer/normalise/news_sense/byline.h"
#include "indexer/normalise/news_sense/notes.h"
#include "indexer/normalise/subject_codes.h"
#include "indexer/normalise/text/clean_text.h"
#include "indexer/normalise/text/language.h"

namespace broadsheet {
namespace {

std::int64_t version_number(std::string_view text) {
  std::int64_t version = 0;
  std::from_chars(text.data(), text.data() + text.size(), version);
  return version < 0 ? 0 : version;
}

std::string first_known(const std::string& first, const std::string& second) {
  return first.empty() ? second : first;
}

/// Within which the record's ids are unique.
std::string scope_of(const Record& record, std::string_view format, const NormaliseOptions& options) {
  const auto outlet = first_known(clean_line(record.source), options.source);
  return first_known(first_known(options.collection, outlet), std::string(format));
}

}  // namespace

void set_text(Article& article, StoryText story) {
  article.title = std::move(story.title);
  for (auto& paragraph : story.paragraphs) article.paragraphs.push_back({Role::Body, std::move(paragraph)});
}

void set_values(Article& article, const Record& record, const NormaliseOptions& options) {
  article.source = first_known(clean_line(record.source), options.source);
  article.section = clean_line(record.section);
  article.url = clean_line(record.url);
  article.rights = clean_line(record.rights);
  article.topics = distinct_values(with_subject_names(record.topics));
  article.version = version_number(clean_line(record.version));
}

void set_language(Article& article, const Record& record, const NormaliseOptions& options) {
  article.language = language_code(clean_line(record.language));
  if (article.language.empty()) article.language = language_code(options.language);
  if (!article.language.empty()) return;
  std::string text = article.title;
  for (std::size_t i = 0; i < article.paragraphs.size() && text.size() < 4096; ++i) {
    text.append("\n").append(article.paragraphs[i].text);
  }
  article.language = detect_language(text);
}

void set_bylines(Article& article, const Record& record) {
  std::vector<std::string> names;
  for (const auto& field : record.bylines) {
    const auto line = clean_line(field);
    const bool is_job = !names.empty() && is_job_line(line);  // "Associated Press Writer"
    if (is_job || (line.starts_with('/') && is_end_mark(line))) continue;
    for (auto& name : read_byline_field(clean_line(field), article.language))
      names.push_back(std::move(name));
  }
  article.bylines = distinct_values(names);
}

void set_modified(Article& article, const Record& record, const NormaliseOptions& options) {
  article.modified =
      parse_published_date(clean_line(record.modified), options.default_offset_minutes, article.language)
          .moment;
}

void set_identity(Article& article, const Record& record, std::string_view format,
                  const NormaliseOptions& options) {
  const auto id = clean_line(record.id);
  const auto scope = scope_of(record, format, options);
  const auto url = clean_line(record.url);
  const auto body = id.empty() && canonical_url(url).empty() ? body_text(article) : std::string();
  auto [identity, shown] = identify({.id = id,
                                     .url = url,
                                     .path = record.path,
                                     .scope = scope,
                                     .is_text_file = format == "text",
                                     .title = article.title,
                                     .body = body});
  article.identity = std::move(identity);
  article.id = std::move(shown);
}

std::string identity_of_id(std::string_view id, const Record& record, std::string_view format,
                           const NormaliseOptions& options) {
  const auto scope = scope_of(record, format, options);
  return identify({.id = id, .scope = scope}).identity;
}

std::vector<std::string> replaced_identities(const Record& record, std::string_view format,
                                             const NormaliseOptions& options) {
  std::vector<std::string> identities;
  for (const auto& id : distinct_values(record.replaces))
    identities.push_back(identity_of_id(id, record, format, options));
  return identities;
}

}  // namespace broadsheet
