// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/record.h"
#include "indexer/readers/xml/xml_node.h"

namespace broadsheet {

/// The concepts that a NewsML-G2 item refers to: a property's name may stand in it or in an <assert> of the
/// same item. Source: NewsML-G2 2.35, "generic properties" and "assert". The item must outlive this.
class G2Concepts {
 public:
  explicit G2Concepts(const XmlNode& item);

  /// The name of what a property means, in the item's language if it has several; empty if it has none.
  std::string name(const XmlNode& property) const;
  /// The name, else the literal, else the code or address.
  std::string shown(const XmlNode& property) const;

  /// The countries of the places that the item's assertions describe.
  void add_asserted_countries(Record& record) const;

  /// Puts a <subject> where it belongs: persons, organisations, countries, section or topics.
  void add_subject(Record& record, const XmlNode& subject) const;

 private:
  enum class Nature { Person, Organisation, Place, Section, Topic };

  Nature nature(const XmlNode& subject) const;
  std::string named_by(const XmlNode& property) const;
  XmlNode assertion(const XmlNode& property) const;
  std::string country(const XmlNode& place, int levels) const;

  std::string language_;
  std::map<std::string, XmlNode, std::less<>> assertions_;
};

/// How a G2 property refers to its concept: qcode, uri or literal, the first that it has.
std::string g2_reference(const XmlNode& property);

}  // namespace broadsheet
