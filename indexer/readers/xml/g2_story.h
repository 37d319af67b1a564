// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/readers/fields/record_fields.h"
#include "indexer/readers/xml/xml_node.h"

namespace broadsheet {

/// The text of a NewsML-G2 <contentSet>.
struct G2Story {
  std::string html;   // empty if there is none
  std::string other;  // the element that stands where a story would: "sports-content"
  Record record;      // what the content says of itself: a <nitf> has headline, byline, ...
};

/// Of several renditions the one with the most text.
G2Story g2_story(const XmlNode& content_set, const FieldMap& field_map);

}  // namespace broadsheet
