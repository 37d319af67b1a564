// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/newsml_item.h"

#include <algorithm>
#include <charconv>

#include "indexer/readers/text_scan.h"
#include "indexer/readers/xml/newsml_story.h"
#include "indexer/readers/xml/newsml_topics.h"
#include "indexer/readers/xml/record_values.h"
#include "indexer/readers/xml/xml_html.h"
#include "indexer/readers/xml/xml_reader.h"

namespace broadsheet {

namespace {

class NewsmlItem {
 public:
  NewsmlItem(const XmlNode& item, const XmlNode& head)
      : item_(item),
        identifier_(item.first("Identification/NewsIdentifier")),
        management_(item.first("NewsManagement")),
        component_(item.first("NewsComponent")),
        topics_(item, head) {}

  DumpItem read() {
    record_ = xml_record();
    read_identity();
    read_management();
    read_lines();
    for (const XmlNode& part : own("NewsComponent")) topics_.add_all(record_, part);
    const NewsmlStory story = newsml_story(component_, record_.title);
    if (auto reason = reason_to_skip(story); !reason.empty()) return Skip{std::move(reason), 0};
    record_.title = escape_html(record_.title);
    record_.body += story.html;
    fill_missing(record_, story.record);
    for (const char* path : {"NewsComponent/NewsLines/SlugLine", "Identification/NameLabel"}) {
      set_if_empty(record_.title, escape_html(item_.first(path).line()));
    }
    return std::move(record_);
  }

 private:
  /// Elements of that name, those of items inside this one left out, outermost first.
  std::vector<XmlNode> own(std::string_view name) const {
    std::vector<XmlNode> level = {item_};
    std::vector<XmlNode> found;
    while (!level.empty()) {
      std::vector<XmlNode> below;
      for (const XmlNode& element : level) {
        for (const XmlNode& child : element.children()) {
          if (child.is("NewsItem") || child.is("DataContent")) continue;
          if (child.is(name)) found.push_back(child);
          below.push_back(child);
        }
      }
      level = std::move(below);
    }
    return found;
  }

  /// The first of that name that has any text.
  std::string line_of(std::string_view name) const {
    for (const XmlNode& element : own(name)) {
      if (std::string line = element.line(); !line.empty()) return line;
    }
    return "";
  }

  std::string formal_name_of(std::string_view name, std::string_view below = {}) const {
    for (const XmlNode& element : own(name)) {
      const XmlNode named = below.empty() ? element : element.first(below);
      if (std::string value = topics_.name(named); !value.empty()) return value;
    }
    return "";
  }

  void read_identity() {
    record_.id = identifier_.first("PublicIdentifier").line();
    set_if_empty(record_.id, identifier_.first("NewsItemId").line());
    set_if_empty(record_.id, item_.attribute("Duid"));
    record_.version = identifier_.first("RevisionId").line();
    add_earlier_revisions();
    for (const XmlNode& language : own("Language"))
      set_if_empty(record_.language, language.attribute("FormalName"));
    set_if_empty(record_.language, item_.language());
    for (const XmlNode& headline : own("HeadLine")) {
      if (headline.language() != "x-default") set_if_empty(record_.language, headline.language());
    }
  }

  /// "urn:newsml:PROVIDER:DATE:ID:3U" replaces revisions 1 and 2, with whatever letter they had.
  void add_earlier_revisions() {
    constexpr int most = 30;
    int revision = 0;
    std::from_chars(record_.version.data(), record_.version.data() + record_.version.size(), revision);
    const std::size_t colon = record_.id.rfind(':');
    if (colon == std::string::npos || !record_.id.substr(colon + 1).starts_with(record_.version)) return;
    for (int earlier = revision - 1; earlier > 0 && earlier >= revision - most; --earlier) {
      for (const char* letter : {"", "N", "U", "A"}) {
        record_.replaces.push_back(record_.id.substr(0, colon + 1) + std::to_string(earlier) + letter);
      }
    }
  }

  void read_management() {
    record_.status = management_.first("Status").attribute("FormalName");
    for (const char* path : {"NewsManagement/FirstCreated", "NewsManagement/ThisRevisionCreated",
                             "Identification/NewsIdentifier/DateId"}) {
      set_if_empty(record_.date, iptc_date(item_.first(path).line()));
    }
    record_.modified = iptc_date(management_.first("ThisRevisionCreated").line());
    const bool is_held = contains_any(record_.status, {"embargo", "withheld"});
    for (const XmlNode& change : {management_.first("StatusWillChange"), management_}) {
      const bool frees = contains_any(change.first("FutureStatus").attribute("FormalName"), {"usable"});
      if (is_held || frees) set_if_empty(record_.embargo, iptc_date(change.first("DateAndTime").line()));
    }
    for (const XmlNode& instruction : management_.all("Instruction")) {
      record_.corrected = record_.corrected || contains_any(instruction.attribute("FormalName"), {"correct"});
    }
    for (const XmlNode& other : management_.all("AssociatedWith")) {
      const std::string how = other.attribute("FormalName") + " " + other.first("Comment").line();
      if (contains_any(how, {"correct", "replac", "supersed"})) {
        add_value(record_.replaces, other.attribute("NewsItem"));
      }
    }
  }

  void read_lines() {
    record_.title = line_of("HeadLine");
    for (const XmlNode& line : own("SubHeadLine")) {
      if (line.line() != record_.title && !repeats(line.line())) record_.body += html_paragraph(line.line());
    }
    for (const XmlNode& line : own("NewsLine")) read_news_line(line);
    for (const XmlNode& line : own("ByLine")) add_value(record_.bylines, line.line());
    record_.dateline = line_of("DateLine");
    if (record_.dateline.empty() || is_digit(record_.dateline[0]))
      record_.dateline = topics_.origin(own("Location"));
    for (const XmlNode& line : own("KeywordLine")) add_value(record_.topics, line.line());
    record_.rights = line_of("CopyrightLine");
    for (const char* name : {"RightsLine", "CopyrightHolder", "UsageType"})
      set_if_empty(record_.rights, line_of(name));
    record_.source = formal_name_of("Provider", "Party");
    set_if_empty(record_.source, formal_name_of("Source", "Party"));
    set_if_empty(record_.source, line_of("CreditLine"));
    set_if_empty(record_.source, identifier_.first("ProviderId").line());
  }

  void read_news_line(const XmlNode& line) {
    const std::string type = line.first("NewsLineType").attribute("FormalName");
    if (!contains_any(type, {"kicker", "headline", "title", "lead"})) return;
    for (const XmlNode& text : line.all("NewsLineText")) {
      if (!repeats(text.line())) record_.body += html_paragraph(text.line());
    }
  }

  /// True if the story has the text as it stands, so that it need not stand above it.
  bool repeats(const std::string& text) const {
    if (text.empty()) return true;
    const auto contents = item_.descendants("DataContent");
    return std::any_of(contents.begin(), contents.end(), [&](const XmlNode& content) {
      return content.line().find(text) != std::string::npos;
    });
  }

  std::string reason_to_skip(const NewsmlStory& story) const {
    if (!story.html.empty()) return "";
    if (!component_)
      return item_.first("Update") ? "an update of another item, no story" : "a news item without content";
    const bool has_items =
        !item_.descendants("NewsItem").empty() || !item_.descendants("NewsItemRef").empty();
    if (has_items) return "a package of other items, without a text of its own";
    if (!story.medium.empty()) return "a " + lower(story.medium) + " item without a story";
    const bool is_recalled = !record_.status.empty() && !contains_any(record_.status, {"usable"});
    return is_recalled || !record_.title.empty() ? "" : "a news item without headline and text";
  }

  XmlNode item_;
  XmlNode identifier_;
  XmlNode management_;
  XmlNode component_;
  NewsmlTopics topics_;
  Record record_;
};

}  // namespace

std::vector<DumpItem> newsml_items(const XmlNode& item, const XmlNode& head) {
  std::vector<DumpItem> items;
  items.push_back(NewsmlItem(item, head).read());
  for (const XmlNode& inner : item.descendants("NewsItem")) items.push_back(NewsmlItem(inner, head).read());
  return items;
}

}  // namespace broadsheet
