// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json/json_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "indexer/readers/text_scan.h"

namespace broadsheet {

namespace {

namespace dom = simdjson::dom;

constexpr int kDeepestText = 12;
constexpr std::string_view kTextKeys[] = {"content",  "text", "value", "rendered", "html", "main",
                                          "original", "$t",   "#text", "_",        "body"};
constexpr std::string_view kBlockKeys[] = {"content", "items", "children", "paragraphs", "blocks", "nodes"};
constexpr std::string_view kLastKeys[] = {"name", "label", "title"};
constexpr std::string_view kRuns[] = {"paragraph", "p", "heading", "header", "listitem", "list_item", "li"};
constexpr std::string_view kInline[] = {"text", "link", "hyperlink", "a",    "em", "b",         "strong",
                                        "i",    "span", "mention",   "mark", "br", "hardbreak", "hashtag"};
// Parts of an article that stand in its list of contents beside the paragraphs (Arc's and the Washington
// Post's form).
constexpr std::string_view kNotBody[] = {"title",          "kicker", "byline",  "date",  "author_info",
                                         "image",          "video",  "gallery", "story", "interstitial_link",
                                         "oembed_response"};

std::string number_text(double number) {
  constexpr double exact = 9007199254740992.0;  // 2^53
  if (std::trunc(number) == number && std::abs(number) < exact) {
    return std::to_string(static_cast<std::int64_t>(number));
  }
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return {digits.data(), end};
}

std::string type_of(const dom::object& object) {
  constexpr std::string_view keys[] = {"type", "nodeType"};
  return lower(json_first_member(object, keys));
}

bool is_inline(const dom::element& element) {
  dom::object object;
  return element.get(object) == simdjson::SUCCESS && is_one_of(type_of(object), kInline);
}

std::string_view nitf_element(std::string_view text, std::string_view tag) {
  const std::size_t begin = text.find(tag);
  const std::size_t inside = text.find('>', std::min(begin, text.size()));
  if (inside == std::string_view::npos) return {};
  text.remove_prefix(inside + 1);
  return text.substr(0, text.find("</" + std::string(tag.substr(1))));
}

/// What NITF has around the story is no part of it.
std::string without_nitf_head(std::string text) {
  const std::string_view story = nitf_element(text, "<body.content");
  if (story.empty()) return text;
  return std::string(nitf_element(text, "<abstract")).append("\n").append(story);
}

std::string node_text(const dom::element& node, int depth);

std::string list_text(const dom::array& list, bool is_run, int depth) {
  std::string text;
  bool before_is_inline = true;
  for (const dom::element element : list) {
    std::string part = node_text(element, depth + 1);
    const bool runs_on = is_run && is_inline(element);
    if (trim(part).empty() && !runs_on) continue;
    if (!text.empty() && !(runs_on && before_is_inline)) text += "\n\n";
    text += part;
    before_is_inline = runs_on;
  }
  return text;
}

std::string object_text(const dom::object& object, int depth) {
  if (is_one_of(type_of(object), kNotBody)) return {};
  std::string text = json_first_member(object, kTextKeys);
  if (!text.empty()) return text;
  for (const std::string_view key : kBlockKeys) {
    dom::array blocks;
    if (object[key].get(blocks) != simdjson::SUCCESS) continue;
    text = list_text(blocks, is_one_of(type_of(object), kRuns) || is_one_of(type_of(object), kInline), depth);
    if (!text.empty()) return text;
  }
  return json_first_member(object, kLastKeys);
}

std::string node_text(const dom::element& node, int depth) {
  if (depth > kDeepestText) return {};
  dom::object object;
  if (node.get(object) == simdjson::SUCCESS) return object_text(object, depth);
  dom::array list;
  if (node.get(list) == simdjson::SUCCESS) return list_text(list, false, depth);
  return json_scalar(node);
}

std::string content_type(const dom::element& element) {
  constexpr std::string_view keys[] = {"contenttype", "contentType"};
  dom::object object;
  return element.get(object) == simdjson::SUCCESS ? lower(json_first_member(object, keys)) : std::string();
}

std::optional<std::string> chosen_rendition(const dom::array& list) {
  std::string best;
  bool has_renditions = false;
  for (const dom::element element : list) {
    const std::string type = content_type(element);
    has_renditions = has_renditions || !type.empty();
    std::string text = node_text(element, 0);
    if (trim(text).empty()) continue;
    const bool is_readable = type.starts_with("text/plain") || type.starts_with("text/html") ||
                             type.find("xhtml") != std::string::npos ||
                             text.find("<body.content") != std::string::npos;
    if (is_readable) return text;
    if (best.empty()) best = std::move(text);
  }
  return has_renditions ? std::optional(best) : std::nullopt;
}

}  // namespace

std::string json_scalar(const dom::element& value) {
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

std::string json_member(const dom::object& object, std::string_view key) {
  dom::element member;
  return object[key].get(member) == simdjson::SUCCESS ? json_scalar(member) : std::string();
}

std::string json_label(const dom::object& object) {
  dom::object label;
  if (object["label"].get(label) != simdjson::SUCCESS) return {};
  std::string english = json_member(label, "eng");
  if (english.empty() && label.begin() != label.end()) return json_scalar((*label.begin()).value);
  return english;
}

std::string json_body(const dom::element& body) {
  dom::array list;
  if (body.get(list) == simdjson::SUCCESS) {
    if (auto text = chosen_rendition(list)) return without_nitf_head(std::move(*text));
  }
  return without_nitf_head(node_text(body, 0));
}

}  // namespace broadsheet
