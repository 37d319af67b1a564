// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/text_record.h"

#include <algorithm>

#include "common/moment.h"
#include "indexer/readers/text/labels.h"
#include "indexer/readers/text/markdown.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

bool is_url(std::string_view line) {
  return (begins_with(line, "http://") || begins_with(line, "https://")) &&
         std::none_of(line.begin(), line.end(), is_space);
}

std::string_view without_heading_mark(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  const bool is_heading = marks > 0 && marks <= 6 && line.size() > marks && line[marks] == ' ';
  return is_heading ? trim(line.substr(marks)) : line;
}

std::string_view after_space(std::string_view text) {
  return text.substr(space_length(text));
}

std::string_view take_line(std::string_view& text) {
  const std::string_view line = trim(first_line(text));
  text = after_first_line(text);
  return line;
}

}  // namespace

Record read_text_record(std::string_view text, bool title_is_given, const FieldMap& field_map) {
  Record record;
  bool is_markdown = false;
  text = after_space(text);
  if (auto header = read_text_header(text, field_map)) {
    record = std::move(header->record);
    text.remove_prefix(header->length);
    title_is_given = title_is_given || header->has_title;
    is_markdown = header->is_front_matter;
    if (!title_is_given) text = after_space(text);
  }
  if (is_url(trim(first_line(text))) && record.url.empty()) {
    record.url = take_line(text);
    text = after_space(text);
  }
  if (parse_iso_moment(trim(first_line(text))) && record.date.empty()) {
    record.date = take_line(text);
    text = after_space(text);
  }
  if (!title_is_given) {
    const std::string_view line = take_line(text);
    const bool is_heading = without_heading_mark(line).size() < line.size();
    is_markdown = is_markdown || is_heading;
    record.title = is_heading ? trim(markdown_to_text(line)) : line;
  }
  record.body = is_markdown ? markdown_to_text(text) : std::string(text);
  return record;
}

}  // namespace broadsheet
