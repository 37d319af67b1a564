// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json/json_values.h"

#include <algorithm>
#include <array>
#include <span>

#include "indexer/readers/json/json_entries.h"
#include "indexer/readers/json/json_text.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/wire/anpa_category.h"

namespace broadsheet {

namespace {

namespace dom = simdjson::dom;

constexpr int kDeepestValue = 8;
constexpr std::string_view kValueKeys[] = {"content",  "text",  "value", "rendered",    "html",      "main",
                                           "original", "$t",    "#text", "_",           "basic",     "name",
                                           "label",    "title", "$oid",  "$numberLong", "$numberInt"};
constexpr std::string_view kNamingKeys[] = {"by",    "value",   "name",    "fullname", "full_name",
                                            "label", "title",   "term",    "text",     "$t",
                                            "#text", "literal", "webTitle"};
// What an item carries beside itself: other items, files, other names for it.
constexpr std::string_view kAside[] = {"associations", "renditions", "altids",      "standard",
                                       "$standard",    "rightsinfo", "eventdetails"};

std::string person_of_parts(const dom::object& object) {
  constexpr std::array<std::array<const char*, 2>, 4> parts = {{{"firstname", "lastname"},
                                                                {"first_name", "last_name"},
                                                                {"firstName", "lastName"},
                                                                {"given", "family"}}};
  for (const auto& [first, last] : parts) {
    const std::string name = json_member(object, first) + " " + json_member(object, last);
    if (name.size() > 1) return std::string(trim(name));
  }
  return {};
}

std::string object_text(const dom::object& object, Field field) {
  dom::element moment;  // of MongoDB's extended JSON: a text, a number or an object with one
  if (object["$date"].get(moment) == simdjson::SUCCESS) {
    dom::object number;
    return moment.get(number) == simdjson::SUCCESS ? object_text(number, field) : json_scalar(moment);
  }
  const auto keys = is_list(field) ? std::span<const std::string_view>(kNamingKeys) : std::span(kValueKeys);
  std::string text = json_first_member(object, keys);
  return text.empty() && is_list(field) ? person_of_parts(object) : text;
}

std::string element_text(const dom::element& element, Field field) {
  dom::object object;
  if (element.get(object) != simdjson::SUCCESS) return json_scalar(element);
  std::string text = object_text(object, field);
  return text.empty() && is_list(field) ? json_label(object) : text;
}

/// A number among names is somebody's key to a table that we do not have ("author": 7 of WordPress).
bool is_key_of_table(const dom::element& value, Field field) {
  return is_list(field) && value.is_number();
}

std::vector<std::string> list_values(const dom::array& list, Field field) {
  std::vector<std::string> values;
  for (const dom::element element : list) {
    std::string text = element_text(element, field);
    if (!trim(text).empty() && !is_key_of_table(element, field)) values.push_back(std::move(text));
  }
  return values;
}

/// Of headlines by role (ninjs 2) the main one.
std::vector<std::string> title_values(const dom::array& list) {
  for (const dom::element element : list) {
    dom::object object;
    if (element.get(object) != simdjson::SUCCESS || lower(json_member(object, "role")) != "main") continue;
    std::string text = object_text(object, Field::Title);
    if (!trim(text).empty()) return {std::move(text)};
  }
  return list_values(list, Field::Title);
}

bool is_empty(const dom::element& value) {
  if (value.is_array()) return value.get_array().value_unsafe().size() == 0;
  if (value.is_object()) return value.get_object().value_unsafe().size() == 0;
  return value.is_null() || (value.is_string() && value.get_string().value_unsafe().empty());
}

class Walk {
 public:
  explicit Walk(FieldCollector& collector) : collector_(collector) {}

  void members(const dom::object& object, const std::string& prefix, int depth) {
    for (const auto& [key, value] : object) {
      if (!is_empty(value)) member(prefix + std::string(key), value, depth);
    }
  }

 private:
  void member(const std::string& key, const dom::element& value, int depth) {
    const auto match = collector_.match(key);
    dom::object object;
    const bool is_object = value.get(object) == simdjson::SUCCESS;
    if (!match && is_aside(key) && !collector_.maps_into(key)) return collector_.leave(key);
    if (!match && is_place_key(key)) return places(key, value);
    if (is_object && depth < kDeepestValue && (!match || has_known_member(object, key))) {
      return members(object, key + ".", depth + 1);
    }
    if (!match) return collector_.leave(key);
    if (match->field == Field::Topics && value.is_array()) return entries(key, *match, value);
    if (match->field == Field::Body) kicker(key, value);
    std::vector<std::string> values = json_values(value, match->field);
    if (values.empty()) return collector_.leave(key);
    if (key.ends_with("_gmt") && values.size() == 1 && !values[0].ends_with('Z')) values[0] += 'Z';
    if (match->field == Field::Section && values.size() > 1) collector_.offer(key, {Field::Topics}, values);
    collector_.offer(key, *match, std::move(values));
  }

  static bool is_aside(const std::string& key) {
    return std::find(std::begin(kAside), std::end(kAside), lower(key)) != std::end(kAside);
  }

  void places(const std::string& key, const dom::element& value) {
    std::vector<std::string> countries = countries_of_places(value);
    if (countries.empty()) return collector_.leave(key);
    collector_.offer(key, {Field::Countries}, std::move(countries));
  }

  /// A list of keywords, each sorted into the field of its kind.
  void entries(const std::string& key, const KeyMatch& match, const dom::element& list) {
    bool has_value = false;
    const dom::array listed = list.get_array().value_unsafe();
    for (const dom::element entry : listed) {
      has_value = offer_entry(key, match, entry) || has_value;
    }
    if (!has_value) collector_.leave(key);
  }

  bool offer_entry(const std::string& key, const KeyMatch& match, const dom::element& entry) {
    dom::object object;
    const std::string category = json_scalar(entry).empty() ? element_text(entry, match.field) : "";
    if (const auto section = anpa_section(category); !section.empty()) {
      collector_.offer(key, {Field::Section, kEnvelopeRank}, {std::string(section)});
      return true;
    }
    const auto field = entry.get(object) == simdjson::SUCCESS ? field_of_entry(object) : Field::Topics;
    std::string text = element_text(entry, match.field);
    if (is_key_of_table(entry, match.field)) return false;
    if (!field || trim(text).empty()) return field.has_value() && !trim(text).empty();
    if (field == Field::Countries) return offer_place(key, entry, std::move(text));
    KeyMatch sorted = match;
    sorted.field = *field;
    if (sorted.field == Field::Bylines) sorted.rank += kEnvelopeRank;
    collector_.offer(key, sorted, {std::move(text)});
    return true;
  }

  /// A place that is no country itself is still what the article is about.
  bool offer_place(const std::string& key, const dom::element& place, std::string name) {
    std::vector<std::string> countries = countries_of_places(place);
    const bool is_country = countries == std::vector<std::string>{name};
    if (!countries.empty()) collector_.offer(key, {Field::Countries}, std::move(countries));
    if (!is_country) collector_.offer(key, {Field::Topics}, {std::move(name)});
    return true;
  }

  /// The Washington Post's rubric stands among the paragraphs.
  void kicker(const std::string& key, const dom::element& body) {
    dom::array list;
    if (body.get(list) != simdjson::SUCCESS) return;
    for (const dom::element part : list) {
      dom::object object;
      if (part.get(object) != simdjson::SUCCESS || json_member(object, "type") != "kicker") continue;
      const std::string rubric = json_member(object, "content");
      if (!rubric.empty()) return collector_.offer(key, {Field::Section, kEnvelopeRank}, {rubric});
    }
  }

  bool has_known_member(const dom::object& object, const std::string& key) const {
    for (const auto& [name, value] : object) {
      if (collector_.match(key + "." + std::string(name))) return true;
    }
    return false;
  }

  FieldCollector& collector_;
};

}  // namespace

std::vector<std::string> json_values(const dom::element& value, Field field) {
  if (field == Field::Body || field == Field::Summary) {
    std::string text = json_body(value);
    return text.empty() ? std::vector<std::string>() : std::vector<std::string>{std::move(text)};
  }
  dom::array list;
  if (value.get(list) == simdjson::SUCCESS) {
    return field == Field::Title ? title_values(list) : list_values(list, field);
  }
  std::string text = element_text(value, field);
  if (text.empty() || is_key_of_table(value, field)) return {};
  return value.is_string() ? split_values(field, text) : std::vector<std::string>{std::move(text)};
}

void collect_json(const dom::object& object, FieldCollector& collector) {
  Walk(collector).members(object, "", 0);
}

}  // namespace broadsheet
