// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

namespace dom = simdjson::dom;

constexpr int kDeepest = 8;
constexpr std::string_view kTextKeys[] = {"content", "text",     "value", "rendered", "html",
                                          "main",    "original", "$t",    "#text",    "_",
                                          "name",    "label",    "title"};
constexpr std::string_view kNameKeys[] = {"value", "name", "fullname", "full_name", "label",   "title",
                                          "term",  "text", "$t",       "#text",     "literal", "webTitle"};
// Parts of an article that stand in its list of contents beside the paragraphs (Arc's and the Washington
// Post's form).
constexpr std::string_view kNotBody[] = {"title",       "kicker", "byline", "date",
                                         "author_info", "image",  "video"};

std::string number_text(double number) {
  constexpr double exact = 9007199254740992.0;  // 2^53
  if (std::trunc(number) == number && std::abs(number) < exact) {
    return std::to_string(static_cast<std::int64_t>(number));
  }
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return {digits.data(), end};
}

std::string scalar_text(const dom::element& value) {
  switch (value.type()) {
    case dom::element_type::STRING:
      return std::string(value.get_string().value_unsafe());
    case dom::element_type::INT64:
      return std::to_string(value.get_int64().value_unsafe());
    case dom::element_type::UINT64:
      return std::to_string(value.get_uint64().value_unsafe());
    case dom::element_type::DOUBLE:
      return number_text(value.get_double().value_unsafe());
    default:
      return {};
  }
}

std::string member_text(const dom::object& object, std::string_view key) {
  dom::element member;
  return object[key].get(member) == simdjson::SUCCESS ? scalar_text(member) : std::string();
}

std::string person_of_parts(const dom::object& object) {
  constexpr std::array<std::array<const char*, 2>, 4> parts = {{{"firstname", "lastname"},
                                                                {"first_name", "last_name"},
                                                                {"firstName", "lastName"},
                                                                {"given", "family"}}};
  for (const auto& [first, last] : parts) {
    const std::string name = member_text(object, first) + " " + member_text(object, last);
    if (name.size() > 1) return std::string(trim(name));
  }
  return {};
}

std::string object_text(const dom::object& object, Field field) {
  const auto keys = is_list(field) ? std::span<const std::string_view>(kNameKeys) : std::span(kTextKeys);
  for (const std::string_view key : keys) {
    std::string text = member_text(object, key);
    if (!text.empty()) return text;
  }
  return is_list(field) ? person_of_parts(object) : std::string();
}

bool is_beside_body(const dom::object& object) {
  const std::string type = lower(member_text(object, "type"));
  return std::find(std::begin(kNotBody), std::end(kNotBody), type) != std::end(kNotBody);
}

std::string element_text(const dom::element& element, Field field) {
  if (!element.is_object()) return scalar_text(element);
  const dom::object object = element.get_object().value_unsafe();
  if (field == Field::Body && is_beside_body(object)) return {};
  return object_text(object, field);
}

/// Renditions of the same text, as ninjs 2 lists them: only the first is read.
bool is_rendition(const dom::element& element) {
  if (!element.is_object()) return false;
  const dom::object object = element.get_object().value_unsafe();
  return !member_text(object, "contenttype").empty() || !member_text(object, "contentType").empty();
}

std::vector<std::string> list_values(const dom::array& list, Field field) {
  std::vector<std::string> values;
  for (const dom::element element : list) {
    std::string text = element_text(element, field);
    if (!trim(text).empty()) values.push_back(std::move(text));
    if (!values.empty() && is_rendition(element)) break;
  }
  return values;
}

std::vector<std::string> joined(std::vector<std::string> paragraphs) {
  if (paragraphs.size() < 2) return paragraphs;
  std::string text;
  for (const std::string& paragraph : paragraphs) text += (text.empty() ? "" : "\n\n") + paragraph;
  return {std::move(text)};
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
    if (is_object && depth < kDeepest && (!match || has_known_member(object, key))) {
      return members(object, key + ".", depth + 1);
    }
    if (!match) return collector_.leave(key);
    std::vector<std::string> values = json_values(value, match->field);
    if (values.empty()) return collector_.leave(key);
    if (match->field == Field::Section && values.size() > 1) collector_.offer(key, {Field::Topics}, values);
    collector_.offer(key, *match, std::move(values));
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
  dom::array list;
  if (value.get(list) == simdjson::SUCCESS) {
    std::vector<std::string> values = list_values(list, field);
    return field == Field::Body || field == Field::Summary ? joined(std::move(values)) : values;
  }
  std::string text = element_text(value, field);
  if (text.empty()) return {};
  return value.is_string() ? split_values(field, text) : std::vector<std::string>{std::move(text)};
}

void collect_json(const dom::object& object, FieldCollector& collector) {
  Walk(collector).members(object, "", 0);
}

}  // namespace broadsheet
