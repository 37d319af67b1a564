// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json/json_item.h"

#include <algorithm>

#include "indexer/readers/json/json_text.h"
#include "indexer/readers/json/json_values.h"
#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

namespace dom = simdjson::dom;

constexpr std::string_view kSignsOfItem[] = {"versioncreated", "versionCreated", "pubstatus",
                                             "pubStatus",      "$standard",      "standard"};
// The item's own names for what others have under better known ones.
constexpr std::pair<std::string_view, Field> kBest[] = {{"headline", Field::Title},
                                                        {"headlines", Field::Title},
                                                        {"byline", Field::Bylines},
                                                        {"by", Field::Bylines}};
constexpr std::string_view kVersionCreated[] = {"versioncreated", "versionCreated"};
constexpr std::string_view kNotes[] = {"ednote", "edNote"};
constexpr std::string_view kTextless[] = {"picture",   "photo", "image",     "video",   "audio",   "graphic",
                                          "animation", "event", "composite", "package", "planning"};
constexpr std::string_view kActions[] = {"index", "create", "update", "delete"};

bool has_member(const dom::object& object, std::string_view key) {
  dom::element member;
  return object[key].get(member) == simdjson::SUCCESS;
}

bool is_item(const dom::object& object) {
  return std::any_of(std::begin(kSignsOfItem), std::end(kSignsOfItem),
                     [&](std::string_view key) { return has_member(object, key); });
}

/// A uri with a query names one delivery of an item, not the item; then the agency's own number does.
std::string item_id(const dom::object& item) {
  std::string uri = json_member(item, "uri");
  dom::object others;
  if (uri.find('?') == std::string::npos || item["altids"].get(others) != simdjson::SUCCESS) return uri;
  std::string number = json_member(others, "itemid");
  return number.empty() ? uri : number;
}

bool says_corrected(std::string_view note) {
  return begins_with(note, "correct") || begins_with(note, "berichtig") || begins_with(note, "korrektur");
}

/// A body that brings its own dateline knows its place better than the item.
bool begins_with_dateline(std::string_view body) {
  const std::string_view head = body.substr(0, 100);
  const auto is_in_head = [head](std::string_view dash) { return head.find(dash) != std::string_view::npos; };
  return is_in_head(" - ") || is_in_head(" -- ") || is_in_head("\u2013") || is_in_head("\u2014");
}

bool is_action_setting(std::string_view key) {
  constexpr std::string_view settings[] = {"routing",       "version",         "version_type",
                                           "if_seq_no",     "if_primary_term", "retry_on_conflict",
                                           "require_alias", "pipeline",        "dynamic_templates"};
  return key.starts_with('_') || is_one_of(key, settings);
}

}  // namespace

dom::object item_within(const dom::object& object) {
  dom::object data;
  dom::object item;
  if (object["data"].get(data) == simdjson::SUCCESS && data["item"].get(item) == simdjson::SUCCESS &&
      is_item(item)) {
    return item;
  }
  return object["item"].get(item) == simdjson::SUCCESS && is_item(item) ? item : object;
}

void collect_item(const dom::object& item, FieldCollector& collector) {
  if (!is_item(item)) return;
  if (std::string id = item_id(item); !id.empty()) collector.offer("uri", {Field::Id}, {std::move(id)});
  for (const auto& [key, field] : kBest) {
    dom::element value;
    if (item[key].get(value) != simdjson::SUCCESS) continue;
    collector.offer(key, {field}, json_values(value, field));
  }
}

void complete_item(const dom::object& item, Record& record) {
  if (!is_item(item)) return;
  if (record.date.empty()) {
    record.date = json_first_member(item, kVersionCreated);
    record.date_is_of_version = !record.date.empty();
  }
  if (record.dateline.empty() && !begins_with_dateline(record.body))
    record.dateline = json_member(item, "located");
  if (says_corrected(json_first_member(item, kNotes))) record.corrected = true;
}

std::optional<std::string> no_article_reason(const dom::object& item, const Record& record) {
  if (!trim(record.body).empty()) return std::nullopt;
  std::string type = lower(json_member(item, "type"));
  if (type.empty() && has_member(item, "eventDetails")) type = "event";
  if (!is_one_of(type, kTextless)) return std::nullopt;
  return "of type " + type + " and without a text of its own: no article";
}

std::optional<BulkAction> bulk_action(const dom::object& object) {
  if (object.size() != 1) return std::nullopt;
  const auto member = *object.begin();
  dom::object settings;
  if (!is_one_of(member.key, kActions) || member.value.get(settings) != simdjson::SUCCESS)
    return std::nullopt;
  for (const auto& [key, value] : settings) {
    if (!is_action_setting(key)) return std::nullopt;
  }
  return BulkAction{json_member(settings, "_id"), member.key == "delete"};
}

}  // namespace broadsheet
