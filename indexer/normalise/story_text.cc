// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/story_text.h"

#include "indexer/normalise/news_sense/dateline.h"
#include "indexer/normalise/news_sense/headline.h"
#include "indexer/normalise/text/characters.h"
#include "indexer/normalise/text/clean_text.h"
#include "indexer/normalise/text/markup.h"
#include "indexer/normalise/text/paragraphs.h"

namespace broadsheet {
namespace {

std::optional<std::string> plain_text(const std::string& raw, bool is_markup) {
  if (!is_markup && !has_markup(raw)) return clean_text(decode_references(raw));
  auto text = markup_to_text(raw, !is_markup);
  if (text) *text = clean_text(*text);
  return text;
}

std::string one_line_of(const Record& record) {
  if (!record.is_markup) return clean_line(record.title);
  return clean_line(markup_to_text(record.title).value_or(record.title));
}

}  // namespace

void return_first_line(Record& record) {
  const auto title = clean_line(record.title);
  const auto dateline = find_dateline(title, record.language);
  if (!dateline || dateline->agency.empty() || dateline->length >= title.size()) return;
  record.body = record.title + "\n" + record.body;
  record.title.clear();
}

std::optional<StoryText> story_text(const Record& record) {
  StoryText story{.title = one_line_of(record), .paragraphs = {}};
  auto body = plain_text(record.body, record.is_markup);
  if (body && trimmed(*body).empty()) body = plain_text(record.summary, record.is_markup);
  if (!body) return std::nullopt;
  story.paragraphs = split_paragraphs(without_headline_line(*body, story.title), columns(record.dateline));
  if (story.title.empty()) story.title = take_headline(story.paragraphs);
  drop_repeated_headline(story.paragraphs, story.title);
  return story;
}

}  // namespace broadsheet
