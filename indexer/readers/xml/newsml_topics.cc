// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/newsml_topics.h"

#include <algorithm>

#include "indexer/readers/text_scan.h"
#include "indexer/readers/xml/record_values.h"

namespace broadsheet {

namespace {

bool is_iptc_code(std::string_view code) {
  return code.size() == 8 && std::all_of(code.begin(), code.end(), is_digit);
}

std::string language_of(const XmlNode& item) {
  const std::string described = item.descendant("Language").attribute("FormalName");
  return lower(described.empty() ? item.language() : described).substr(0, 2);
}

}  // namespace

NewsmlTopics::NewsmlTopics(const XmlNode& item, const XmlNode& head) : language_(language_of(item)) {
  add_topics(item);
  add_topics(head);
}

void NewsmlTopics::add_topics(const XmlNode& element) {
  for (const XmlNode& topic : element.descendants("Topic")) {
    const std::string id = topic.attribute("Duid");
    if (!id.empty()) topics_.try_emplace("#" + id, topic);
    for (const XmlNode& name : topic.all("FormalName")) topics_.try_emplace(name.line(), topic);
  }
}

XmlNode NewsmlTopics::topic(const XmlNode& element) const {
  for (const char* attribute : {"Topic", "FormalName"}) {
    const auto found = topics_.find(element.attribute(attribute));
    if (found != topics_.end() && !found->first.empty()) return found->second;
  }
  return {};
}

/// A description that is a name, in the item's language, else in English, else any.
std::string NewsmlTopics::described(const XmlNode& topic) const {
  std::string best;
  int best_rank = 0;
  for (const XmlNode& description : topic.all("Description")) {
    const std::string language = lower(description.attribute("lang")).substr(0, 2);
    int rank = language == language_ ? 3 : language == "en" ? 2 : 1;
    if (contains_any(description.attribute("Variant"), {"category", "code", "abbrev"})) rank = 0;
    if (rank <= best_rank) continue;
    best = description.line();
    best_rank = rank;
  }
  return best;
}

std::string NewsmlTopics::name(const XmlNode& element) const {
  const XmlNode meant = topic(element);
  std::string name = described(meant);
  set_if_empty(name, meant.first("FormalName").line());
  set_if_empty(name, element.attribute("FormalName"));
  return name;
}

void NewsmlTopics::add_subject(Record& record, const XmlNode& code) const {
  std::string value = name(code);
  set_if_empty(value, code.attribute("Value"));
  if (is_iptc_code(value)) value.insert(0, "subj:");
  add_value(record.topics, std::move(value));
  set_if_empty(record.section, code.attribute("cat"));
}

void NewsmlTopics::add_occurrence(Record& record, const XmlNode& occurrence) const {
  const std::string type = topic(occurrence).first("TopicType").attribute("FormalName");
  std::string value = name(occurrence);
  if (contains_any(type, {"person", "people"})) return add_value(record.persons, std::move(value));
  if (contains_any(type, {"company", "organi"})) return add_value(record.organisations, std::move(value));
  if (contains_any(type, {"country", "location", "geo", "place"}) && add_country(record, value)) return;
  add_value(record.topics, std::move(value));
}

void NewsmlTopics::add_property(Record& record, const XmlNode& property) const {
  const std::string type = lower(property.attribute("FormalName"));
  std::string value = property.attribute("Value");
  set_if_empty(value, name(property) == property.attribute("FormalName") ? "" : name(property));
  if (type == "keyword" || type == "keywords") return add_value(record.topics, std::move(value));
  if (type == "country") return static_cast<void>(add_country(record, value));
  if (type == "person" || type == "personality") return add_value(record.persons, std::move(value));
  if (type == "company" || type == "organisation" || type == "organization") {
    return add_value(record.organisations, std::move(value));
  }
  if (contains_any(type, {"section", "department", "ressort", "desk", "category"})) {
    set_if_empty(record.section, std::move(value));
  }
}

void NewsmlTopics::add_all(Record& record, const XmlNode& component) const {
  for (const XmlNode& metadata : component.all("DescriptiveMetadata")) {
    for (const XmlNode& code : metadata.all("SubjectCode")) {
      for (const XmlNode& part : code.children()) add_subject(record, part);
      if (code.children().empty()) add_subject(record, code);
    }
    for (const XmlNode& occurrence : metadata.all("TopicOccurrence")) add_occurrence(record, occurrence);
    for (const XmlNode& property : metadata.all("Property")) add_property(record, property);
    for (const XmlNode& location : metadata.all("Location")) {
      for (const XmlNode& property : location.all("Property")) {
        if (lower(property.attribute("FormalName")) == "country") add_property(record, property);
      }
    }
  }
  for (const XmlNode& property : component.all("AdministrativeMetadata/Property")) {
    const std::string type = lower(property.attribute("FormalName"));
    if (type == "section" || type == "ressort" || type == "category") add_property(record, property);
  }
}

std::string NewsmlTopics::origin(const std::vector<XmlNode>& locations) const {
  for (const XmlNode& location : locations) {
    const std::string how = lower(location.attribute("HowPresent"));
    if (!how.empty() && how != "origin") continue;
    for (const XmlNode& property : location.all("Property")) {
      if (lower(property.attribute("FormalName")) == "city") return property.attribute("Value");
    }
  }
  return "";
}

}  // namespace broadsheet
