// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/page_facts.h"

#include <algorithm>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

template <typename Value>
void fill(Value& mine, const Value& theirs) {
  if (mine.empty()) mine = theirs;
}

}  // namespace

void PageFacts::fill_from(const PageFacts& other) {
  fill(id, other.id);
  fill(title, other.title);
  fill(summary, other.summary);
  fill(body, other.body);
  fill(date, other.date);
  fill(modified, other.modified);
  fill(language, other.language);
  fill(source, other.source);
  fill(section, other.section);
  fill(url, other.url);
  fill(rights, other.rights);
  fill(authors, other.authors);
  fill(topics, other.topics);
  is_article = is_article || other.is_article;
  is_live = is_live || other.is_live;
  is_collection = is_collection || other.is_collection;
}

bool may_be_date(std::string_view text) {
  constexpr std::size_t longest = 80;
  return text.size() <= longest && std::count_if(text.begin(), text.end(), is_digit) >= 3 &&
         !text.starts_with("0001-") && !text.starts_with("1970-01-01T00:00:00");
}

bool may_be_author(std::string_view text) {
  constexpr std::size_t longest = 200;
  text = trim(text);
  if (text.empty() || text.size() > longest || text[0] == '@' || text[0] == '#') return false;
  return text.find("://") == std::string_view::npos && !begins_with(text, "www.") &&
         !begins_with(text, "admin") && lower(text) != "null" && lower(text) != "undefined";
}

}  // namespace broadsheet
