// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/record.h"
#include "indexer/readers/xml/xml_node.h"

namespace broadsheet {

/// What a NewsML 1 item is about: codes, and the <TopicSet>s of the item, else of its document, that give
/// them names. Both must outlive this.
class NewsmlTopics {
 public:
  /// head: the document as far as it stands before its first item; may be none.
  NewsmlTopics(const XmlNode& item, const XmlNode& head);

  /// The name that an element refers to by FormalName or Topic; the formal name itself if no topic has one.
  std::string name(const XmlNode& element) const;

  /// The DescriptiveMetadata of a component: topics, persons, organisations, countries, section.
  void add_all(Record& record, const XmlNode& component) const;

  /// The place among locations that the story comes from; empty if there is none.
  std::string origin(const std::vector<XmlNode>& locations) const;

 private:
  void add_topics(const XmlNode& element);
  XmlNode topic(const XmlNode& element) const;
  std::string described(const XmlNode& topic) const;
  void add_subject(Record& record, const XmlNode& code) const;
  void add_occurrence(Record& record, const XmlNode& occurrence) const;
  void add_property(Record& record, const XmlNode& property) const;

  std::string language_;
  std::map<std::string, XmlNode, std::less<>> topics_;  // by Duid ("#t1") and by formal name
};

}  // namespace broadsheet
