// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/g2_story.h"

#include "indexer/readers/text_scan.h"
#include "indexer/readers/xml/base64.h"
#include "indexer/readers/xml/nitf_record.h"
#include "indexer/readers/xml/record_values.h"
#include "indexer/readers/xml/xml_html.h"
#include "indexer/readers/xml/xml_reader.h"

namespace broadsheet {

namespace {

/// Vocabularies of data that stand in inlineXML too; by name, as the item's namespace may be in force.
bool is_data(const XmlNode& element) {
  return contains_any(element.name(), {"sports-", "events", "concept", "svg", "newsmessage", "newsml"});
}

G2Story xml_story(const XmlNode& content, const FieldMap& field_map) {
  G2Story story;
  story.record = xml_record();
  const auto children = content.children();
  const XmlNode first = children.empty() ? XmlNode() : children.front();
  const XmlNode nitf = content.descendant("nitf");
  const XmlNode body = first.is("html") ? first.first("body") : XmlNode();
  if (nitf) {
    story.record = nitf_record(nitf, field_map);
    story.html = std::exchange(story.record.body, "");
  } else if (first && is_data(first)) {
    story.other = std::string(first.name());
  } else {
    story.html = html_of(body ? body : content);
    story.record.title = escape_html(first.first("head/title").line());
  }
  return story;
}

G2Story data_story(const XmlNode& content) {
  G2Story story;
  story.record = xml_record();
  const std::string type = content.attribute("contenttype");
  if (!type.empty() && !contains_any(type, {"text", "html", "xml"})) return story;
  std::string text = content.text();
  if (contains_any(content.attribute("encoding"), {"base64"})) text = decode_base64(text).value_or("");
  const bool is_html = contains_any(type, {"html"}) ||
                       contains_any(text, {"</p>", "<br>", "<br/>", "<br />"}) ||
                       (type.empty() && seems_html(text));
  story.html = is_html ? text : html_of_plain(text);
  return story;
}

}  // namespace

G2Story g2_story(const XmlNode& content_set, const FieldMap& field_map) {
  G2Story best;
  best.record = xml_record();
  for (const XmlNode& content : content_set.children()) {
    if (!content.is("inlineXML") && !content.is("inlineData")) continue;
    G2Story story = content.is("inlineXML") ? xml_story(content, field_map) : data_story(content);
    if (content.line().empty()) story.html.clear();
    if (story.html.size() > best.html.size() || (best.html.empty() && best.other.empty()))
      best = std::move(story);
  }
  return best;
}

}  // namespace broadsheet
