// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json/json_layout.h"

#include <algorithm>

#include "indexer/readers/fields/field_keys.h"
#include "indexer/readers/json/json_scan.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

constexpr std::string_view kLists[] = {"articles", "items",   "docs", "documents", "results",
                                       "records",  "stories", "news", "posts",     "hits",
                                       "entries",  "data",    "rows", "newsitems"};
constexpr std::string_view kAround[] = {"response", "hits", "data",    "result",   "articles",
                                        "results",  "feed", "payload", "_embedded"};
constexpr std::size_t kDeepestList = 4;

/// The first character of the first element, and where it is.
std::string_view first_element(std::string_view list) {
  return list.substr(1 + space_length(list.substr(1)));
}

bool is_article(std::string_view object) {
  bool has_body = false;
  bool has_name = false;
  for (JsonMembers members(object); members.next();) {
    const auto match = recognise_key(members.key());
    if (!match) continue;
    has_body = has_body || match->field == Field::Body;
    has_name = has_name || match->field == Field::Title || match->field == Field::Id;
  }
  return has_body && has_name;
}

bool is_list_of_records(std::string_view key, std::string_view value, bool has_title) {
  if (value[0] != '[') return false;
  const std::string_view element = first_element(value);
  if (element.empty()) return false;
  if (is_one_of(lower(key), kLists) && !has_title) return element[0] == '{' || element[0] == ']';
  return element[0] == '{' && !recognise_key(key) && is_article(element);
}

std::optional<WrappedList> find_in(std::string_view object, std::size_t depth) {
  bool has_title = false;
  bool has_id = false;
  for (JsonMembers members(object); members.next();) {
    const std::string_view value = members.value();
    if (is_list_of_records(members.key(), value, has_title || has_id))
      return WrappedList{members.value_position() + 1, depth};
    if (value[0] == '{' && depth < kDeepestList && is_one_of(lower(members.key()), kAround)) {
      auto inner = find_in(value, depth + 1);
      if (inner) inner->length += members.value_position();
      if (inner) return inner;
    }
    const auto match = recognise_key(members.key());
    if (!match) continue;
    has_title = has_title || match->field == Field::Title;
    has_id = has_id || match->field == Field::Id;
    if (match->field == Field::Body || (has_title && has_id)) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<WrappedList> find_wrapped_list(std::string_view object) {
  return find_in(object, 1);
}

}  // namespace broadsheet
