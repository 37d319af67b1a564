// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/g2_item.h"

#include <algorithm>
#include <optional>

#include "indexer/readers/text_scan.h"
#include "indexer/readers/xml/g2_concepts.h"
#include "indexer/readers/xml/g2_story.h"
#include "indexer/readers/xml/record_values.h"
#include "indexer/readers/xml/xml_html.h"
#include "indexer/readers/xml/xml_reader.h"

namespace broadsheet {

namespace {

/// Properties of itemMeta and contentMeta that are used, or say nothing of the story.
constexpr std::string_view kKnown[] = {
    "itemclass",  "provider", "versioncreated", "firstcreated",    "pubstatus",      "embargoed",
    "signal",     "ednote",   "link",           "title",           "contentcreated", "headline",
    "by",         "dateline", "creator",        "subject",         "keyword",        "language",
    "infosource", "located",  "description",    "service",         "memberof",       "generator",
    "filename",   "profile",  "urgency",        "contentmodified", "altid",          "creditline",
    "catalogref"};

bool is_known(std::string_view name) {
  return std::find(std::begin(kKnown), std::end(kKnown), lower(name)) != std::end(kKnown);
}

class G2Item {
 public:
  G2Item(const XmlNode& item, const XmlNode& header, const FieldMap& field_map)
      : item_(item),
        header_(header),
        item_meta_(item.first("itemMeta")),
        content_meta_(item.first("contentMeta")),
        concepts_(item),
        field_map_(field_map) {}

  DumpItem read() {
    record_ = xml_record();
    record_.id = item_.attribute("guid");
    record_.version = item_.attribute("version");
    read_management();
    read_dates();
    read_headlines();
    read_origin();
    read_subjects();
    const G2Story story = g2_story(item_.first("contentSet"), field_map_);
    if (auto skip = reason_to_skip(story)) return Skip{std::move(*skip), 0};
    read_story(story);
    read_authors();
    read_rest();
    return std::move(record_);
  }

 private:
  void read_management() {
    const XmlNode status = item_meta_.first("pubStatus");
    record_.status = g2_reference(status);
    set_if_empty(record_.status, status.line());
    record_.embargo = iptc_date(item_meta_.first("embargoed").line());
    for (const XmlNode& signal : item_meta_.all("signal")) {
      record_.corrected =
          record_.corrected || contains_any(g2_reference(signal), {"sig:correction", ":corrected"});
    }
    for (const XmlNode& note : item_meta_.all("edNote")) {
      record_.corrected = record_.corrected || says_correction(note.line());
    }
    for (const XmlNode& link : item_meta_.all("link")) read_link(link);
  }

  void read_link(const XmlNode& link) {
    const std::string relation = link.attribute("rel");
    std::string target;
    for (const char* attribute : {"residref", "guidref", "uri", "href"}) {
      set_if_empty(target, link.attribute(attribute));
    }
    if (contains_any(relation, {"previousversion", "replace", "supersede", "correct", "withdraw"})) {
      if (target != record_.id) add_value(record_.replaces, target);
    } else if (contains_any(relation, {"canonical", "permalink", "alternate"}) &&
               begins_with(target, "http")) {
      set_if_empty(record_.url, target);
    }
  }

  void read_dates() {
    for (const XmlNode& date : {content_meta_.first("contentCreated"), item_meta_.first("firstCreated"),
                                item_meta_.first("versionCreated"), header_.first("sent")}) {
      set_if_empty(record_.date, iptc_date(date.line()));
    }
    record_.modified = iptc_date(item_meta_.first("versionCreated").line());
    set_if_empty(record_.modified, iptc_date(content_meta_.first("contentModified").line()));
  }

  /// A headline without a role, or with any other than of a line above or below the main one, is the title.
  void read_headlines() {
    for (const XmlNode& headline : content_meta_.all("headline")) {
      const std::string role = headline.attribute("role");
      std::string line = headline.line();
      if (contains_any(role, {"sub", "kicker", "over", "dach", "deck", "intro"})) {
        add_value(lines_around_, std::move(line));
      } else if (record_.title.empty() || headline.language() == item_.language()) {
        record_.title = line.empty() ? record_.title : std::move(line);
      }
    }
    set_if_empty(record_.title, item_meta_.first("title").line());
    for (const XmlNode& description : content_meta_.all("description")) {
      if (!contains_any(description.attribute("role"), {"caption"})) {
        set_if_empty(record_.summary, html_paragraph(description.line()));
      }
    }
  }

  void read_origin() {
    record_.source = concepts_.name(item_meta_.first("provider"));
    for (const XmlNode& property : {item_meta_.first("provider"), content_meta_.first("infoSource")}) {
      set_if_empty(record_.source, property.attribute("literal"));
      set_if_empty(record_.source, concepts_.name(property));
      set_if_empty(record_.source, std::string(behind_colon(property.attribute("qcode"))));
    }
    const std::string credit = content_meta_.first("creditline").line();
    const bool is_domain =
        record_.source.find('.') != std::string::npos && record_.source.find(' ') == std::string::npos;
    if (is_domain) {
      for (const std::string& name : {credit, concepts_.name(content_meta_.first("infoSource"))}) {
        if (!name.empty()) record_.source = name;
      }
      // "reuters.com", and a creator called "Reuters"
      for (const XmlNode& creator : content_meta_.all("creator")) {
        const std::string name = concepts_.name(creator);
        if (!name.empty() && lower(record_.source).starts_with(lower(name) + ".")) record_.source = name;
      }
    }
    set_if_empty(record_.source, credit);
    set_if_empty(record_.source, host_of(item_meta_.first("provider").attribute("uri")));
    set_if_empty(record_.source, concepts_.shown(item_.first("rightsInfo/copyrightHolder")));
    set_if_empty(record_.source, header_.first("sender").line());
    record_.rights = item_.first("rightsInfo/copyrightNotice").line();
    set_if_empty(record_.rights, concepts_.shown(item_.first("rightsInfo/copyrightHolder")));
    for (const XmlNode& terms : item_.all("rightsInfo/usageTerms")) {
      if (const std::string line = terms.line(); !line.empty()) {
        record_.rights += (record_.rights.empty() ? "" : " ") + line;
      }
    }
    record_.language = content_meta_.first("language").attribute("tag");
    set_if_empty(record_.language, item_.language());
    for (const XmlNode& id : content_meta_.all("altId")) {
      if (begins_with(id.line(), "http")) set_if_empty(record_.url, id.line());
    }
  }

  void read_subjects() {
    for (const XmlNode& subject : content_meta_.all("subject")) concepts_.add_subject(record_, subject);
    concepts_.add_asserted_countries(record_);
    for (const XmlNode& keyword : content_meta_.all("keyword")) add_value(record_.topics, keyword.line());
    for (const XmlNode& group : item_meta_.all("memberOf")) add_value(record_.topics, concepts_.shown(group));
    set_if_empty(record_.section, concepts_.name(item_meta_.first("service")));
  }

  std::optional<std::string> reason_to_skip(const G2Story& story) const {
    const std::string media(behind_colon(g2_reference(item_meta_.first("itemClass"))));
    if (!story.html.empty()) return std::nullopt;
    if (!media.empty() && media != "text") return "a " + media + " item without a story";
    if (!story.other.empty()) return "its content is <" + story.other + ">, no story";
    const bool is_recalled = !record_.status.empty() && !contains_any(record_.status, {"usable"});
    if (is_recalled || !record_.title.empty() || !record_.summary.empty()) return std::nullopt;
    return "a news item without headline and text";
  }

  void read_story(const G2Story& story) {
    if (record_.title.empty()) {
      record_.title = story.record.title;
    } else {
      record_.title = escape_html(record_.title);
    }
    record_.bylines.clear();
    const std::string dateline = content_meta_.first("dateline").line();
    if (!dateline.empty() && !is_digit(dateline[0])) record_.dateline = dateline;
    set_if_empty(record_.dateline, story.record.dateline);
    for (const char* part : {"contentMeta", "itemMeta"}) {
      set_if_empty(record_.dateline, concepts_.name(item_.first(part).first("located")));
    }
    for (const std::string& line : lines_around_) {
      if (escape_html(line) != record_.title) record_.body += html_paragraph(line);
    }
    record_.body += story.html;
    fill_missing(record_, story.record);
    if (record_.title.empty()) record_.title = escape_html(content_meta_.first("slugline").line());
  }

  /// The line as printed; else what the story says; else persons among the creators.
  void read_authors() {
    std::vector<std::string> printed;
    for (const XmlNode& by : content_meta_.all("by")) add_value(printed, by.line());
    if (!printed.empty()) record_.bylines = std::move(printed);
    if (!record_.bylines.empty()) return;
    for (const XmlNode& creator : content_meta_.all("creator")) {
      const std::string name = concepts_.name(creator);
      if (is_author(creator, name)) add_value(record_.bylines, name);
    }
  }

  bool is_author(const XmlNode& creator, const std::string& name) const {
    if (name.find(' ') == std::string::npos) return false;
    if (contains_any(creator.attribute("type"), {"organi"})) return false;
    if (contains_any(creator.attribute("role"), {"source", "edit", "photo"})) return false;
    if (creator.attribute("qcode").starts_with("web:")) return false;
    const XmlNode holder = item_.first("rightsInfo/copyrightHolder");
    return name != record_.source && name != concepts_.shown(holder) &&
           name != concepts_.name(content_meta_.first("infoSource"));
  }

  void read_rest() {
    for (const char* part : {"itemMeta", "contentMeta"}) {
      for (const XmlNode& property : item_.first(part).children()) {
        const std::string key = std::string(part) + "." + std::string(property.name());
        const std::string value = property.line().empty() ? concepts_.shown(property) : property.line();
        if (take_mapped(record_, field_map_, key, value) || value.empty() || is_known(property.name()))
          continue;
        add_value(record_.unused_keys, key);
      }
    }
  }

  XmlNode item_;
  XmlNode header_;
  XmlNode item_meta_;
  XmlNode content_meta_;
  G2Concepts concepts_;
  const FieldMap& field_map_;
  Record record_;
  std::vector<std::string> lines_around_;  // kickers and sub-headlines
};

}  // namespace

DumpItem g2_news_item(const XmlNode& item, const XmlNode& message_header, const FieldMap& field_map) {
  return G2Item(item, message_header, field_map).read();
}

}  // namespace broadsheet
