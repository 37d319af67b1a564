// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/feed_text.h"

#include <algorithm>

#include "common/fold.h"
#include "indexer/readers/text_scan.h"
#include "indexer/readers/xml/base64.h"
#include "indexer/readers/xml/record_values.h"
#include "indexer/readers/xml/xml_html.h"

namespace broadsheet {

namespace {

/// The XHTML that an element holds; its <div> is no part of it, and makes no difference.
FeedText inline_markup(const XmlNode& element) {
  return {html_of(element), true};
}

std::string html_of(const FeedText& text, bool is_line) {
  if (text.is_html) return text.text;
  return is_line ? escape_html(text.text) : html_of_plain(text.text);
}

}  // namespace

bool FeedText::empty() const {
  return trim(text).empty();
}

FeedText rss_text(const XmlNode& element) {
  const auto children = element.children();
  const bool has_html = std::any_of(children.begin(), children.end(), [](const XmlNode& child) {
    return child.name_space().ends_with("xhtml") || !html_of(child).empty();
  });
  if (has_html) return inline_markup(element);
  std::string text = element.text();
  const bool is_html = seems_html(text);
  return {std::move(text), is_html};
}

FeedText atom_text(const XmlNode& element) {
  const std::string type = lower(element.attribute("type"));
  const std::string mode = lower(element.attribute("mode"));
  if (!element.attribute("src").empty()) return {};
  const bool is_xml = type == "xhtml" || type.ends_with("+xml") || type.ends_with("/xml");
  if (mode == "base64") return {decode_base64(element.text()).value_or(""), contains_any(type, {"html"})};
  if (mode == "xml" || (mode.empty() && is_xml)) return inline_markup(element);
  if (type == "html" || contains_any(type, {"html"})) {
    return element.children().empty() ? FeedText{element.text(), true} : inline_markup(element);
  }
  if (type.empty() || type == "text" || begins_with(type, "text/")) {
    if (!element.children().empty()) return inline_markup(element);
    return {element.text(), mode == "escaped" && seems_html(element.text())};
  }
  const std::string bytes = decode_base64(element.text()).value_or("");
  const bool is_text = type == "application/octet-stream" && is_utf8(bytes);
  return is_text ? FeedText{bytes, seems_html(bytes)} : FeedText{};
}

void set_texts(Record& record, const FeedText& title, const FeedText& body, const FeedText& summary) {
  record.is_markup = title.is_html || body.is_html || summary.is_html;
  const bool html = record.is_markup;
  record.title = squeezed_line(html ? html_of(title, true) : title.text);
  if (!body.empty()) record.body = html ? html_of(body, false) : body.text;
  if (!summary.empty()) record.summary = html ? html_of(summary, false) : summary.text;
}

}  // namespace broadsheet
