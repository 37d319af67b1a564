// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/newsml_story.h"

#include "indexer/readers/text_scan.h"
#include "indexer/readers/xml/base64.h"
#include "indexer/readers/xml/nitf_record.h"
#include "indexer/readers/xml/record_values.h"
#include "indexer/readers/xml/xml_html.h"
#include "indexer/readers/xml/xml_reader.h"

namespace broadsheet {

namespace {

bool is_text_medium(const std::string& medium) {
  return medium.empty() || contains_any(medium, {"text", "complexdata"});
}

bool is_beside_story(const std::string& role) {
  return contains_any(role, {"caption", "photo", "picture", "image", "thumbnail", "graphic", "video", "audio",
                             "logo", "preview", "quicklook"});
}

std::string text_as_html(const XmlNode& item, const XmlNode& content) {
  std::string text = content.text();
  if (contains_any(item.first("Encoding").attribute("Notation"), {"base64"}) ||
      contains_any(content.first("Encoding").attribute("Notation"), {"base64"})) {
    text = decode_base64(text).value_or("");
  }
  const std::string format = item.first("Format").attribute("FormalName");
  const bool is_html = contains_any(format, {"html", "nitf"}) || seems_html(text);
  return is_html ? text : html_of_plain(text);
}

NewsmlStory read_content(const XmlNode& item) {
  NewsmlStory story;
  story.record = xml_record();
  const std::string medium = item.first("MediaType").attribute("FormalName");
  XmlNode content = item.first("DataContent");
  if (const XmlNode encoding = item.first("Encoding/DataContent")) content = encoding;
  if (!is_text_medium(medium)) story.medium = medium;
  if (!is_text_medium(medium) || content.line().empty()) return story;
  if (const XmlNode nitf = content.descendant("nitf")) {
    const FieldMap none;
    story.record = nitf_record(nitf, none);
    story.html = std::exchange(story.record.body, "");
  } else if (content.children().empty()) {
    story.html = text_as_html(item, content);
  } else {
    const XmlNode body = content.first("html/body");
    story.html = html_of(body ? body : content);
  }
  return story;
}

void take_longer(NewsmlStory& best, NewsmlStory other) {
  if (best.medium.empty()) best.medium = other.medium;
  if (other.html.size() <= best.html.size()) return;
  other.medium = best.medium;
  best = std::move(other);
}

void append_story(NewsmlStory& whole, NewsmlStory part) {
  whole.html += part.html;
  fill_missing(whole.record, part.record);
  if (whole.medium.empty()) whole.medium = part.medium;
}

}  // namespace

NewsmlStory newsml_story(const XmlNode& component, const std::string& title) {
  NewsmlStory whole;
  whole.record = xml_record();
  // Content items of one component are renditions of the same content (NewsML 1.2, 5.6).
  for (const XmlNode& item : component.all("ContentItem")) take_longer(whole, read_content(item));
  const bool are_equivalent = lower(component.attribute("EquivalentsList")) == "yes";
  for (const XmlNode& part : component.all("NewsComponent")) {
    if (is_beside_story(part.first("Role").attribute("FormalName"))) continue;
    NewsmlStory story = newsml_story(part, title);
    const std::string headline = part.first("NewsLines/HeadLine").line();
    if (!story.html.empty() && !are_equivalent && headline != title) {
      story.html.insert(0, html_paragraph(headline));
    }
    are_equivalent ? take_longer(whole, std::move(story)) : append_story(whole, std::move(story));
  }
  return whole;
}

}  // namespace broadsheet
