// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/record.h"
#include "indexer/readers/xml/xml_node.h"

namespace broadsheet {

/// What a NewsML 1 item is about: codes, and the <TopicSet>s of the item that give them names. The item must
/// outlive this.
class NewsmlTopics {
 public:
  explicit NewsmlTopics(const XmlNode& item);

  /// The name that an element refers to by FormalName or Topic; the formal name itself if no topic has one.
  std::string name(const XmlNode& element) const;

  /// The DescriptiveMetadata of a component: topics, persons, organisations, countries, section.
  void add_all(Record& record, const XmlNode& component) const;

  /// The place among locations that the story comes from; empty if there is none.
  std::string origin(const std::vector<XmlNode>& locations) const;

 private:
  XmlNode topic(const XmlNode& element) const;
  std::string described(const XmlNode& topic) const;
  void add_subject(Record& record, const XmlNode& code) const;
  void add_occurrence(Record& record, const XmlNode& occurrence) const;
  void add_property(Record& record, const XmlNode& property) const;

  std::string language_;
  std::map<std::string, XmlNode, std::less<>> topics_;  // by Duid ("#t1") and by formal name
};

}  // namespace broadsheet
