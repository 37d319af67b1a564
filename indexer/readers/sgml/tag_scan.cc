// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/sgml/tag_scan.h"

#include <algorithm>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

bool ends_name(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == '>' || text[at] == '/' || is_space(text[at]));
}

std::size_t find_tag(std::string_view text, std::string_view opening, std::string_view name,
                     std::size_t from) {
  for (std::size_t i = text.find(opening, from); i != std::string_view::npos; i = text.find(opening, i + 1)) {
    const std::size_t begin = i + opening.size();
    if (begins_with(text.substr(begin), name) && ends_name(text, begin + name.size())) return i;
  }
  return std::string_view::npos;
}

std::string_view attribute_value(std::string_view text) {
  if (text.empty()) return text;
  if (text[0] == '"' || text[0] == '\'') return text.substr(1, text.find(text[0], 1) - 1);
  return text.substr(0, text.find_first_of(" \t\r\n"));
}

}  // namespace

std::size_t find_start_tag(std::string_view text, std::string_view name, std::size_t from) {
  return find_tag(text, "<", name, from);
}

std::size_t find_end_tag(std::string_view text, std::string_view name, std::size_t from) {
  return find_tag(text, "</", name, from);
}

std::optional<std::string_view> tag_content(std::string_view text, std::string_view name) {
  const std::size_t start = find_start_tag(text, name, 0);
  if (start == std::string_view::npos) return std::nullopt;
  const std::size_t end = text.find('>', start);
  if (end == std::string_view::npos) return std::nullopt;
  if (text[end - 1] == '/') return text.substr(end + 1, 0);
  text.remove_prefix(end + 1);
  return text.substr(0, find_end_tag(text, name, 0));
}

std::vector<std::string_view> tag_contents(std::string_view text, std::string_view name) {
  std::vector<std::string_view> contents;
  while (const auto content = tag_content(text, name)) {
    contents.push_back(*content);
    text.remove_prefix(static_cast<std::size_t>(content->data() + content->size() - text.data()));
  }
  return contents;
}

std::string_view tag_attribute(std::string_view text, std::string_view name) {
  const std::string_view tag = text.substr(0, text.find('>'));
  for (std::size_t i = tag.find('='); i != std::string_view::npos; i = tag.find('=', i + 1)) {
    const std::string_view before = trim(tag.substr(0, i));
    if (before.size() <= name.size() || !begins_with(before.substr(before.size() - name.size()), name))
      continue;
    if (!is_space(before[before.size() - name.size() - 1])) continue;
    return attribute_value(tag.substr(i + 1 + space_length(tag.substr(i + 1))));
  }
  return {};
}

}  // namespace broadsheet
