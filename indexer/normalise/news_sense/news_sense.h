// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/normalise/dates/published_date.h"

namespace broadsheet {

/// What the furniture of a story tells about it.
struct NewsSense {
  DateReading date_line;  // a date that stands alone above the story
  std::optional<DatelineDay> dateline_day;
  std::string agency;      // of the dateline
  bool corrected = false;  // the title or a note says so
};

/// Gives the paragraphs of an article, all Body as they come, their roles; sets its dateline_place, adds to
/// its bylines and, if it has no url, takes one that stands alone above the story. Datelines, bylines, dates
/// and notes are looked for among the first paragraphs, credits, notes and footers among the last. A
/// dateline, and credits or an end mark behind the last sentence, become paragraphs of their own; no
/// character of the text is lost but the spaces between them. Uses the article's title and language.
NewsSense apply_news_sense(Article& article, std::string_view dateline_field, int default_offset_minutes);

}  // namespace broadsheet
