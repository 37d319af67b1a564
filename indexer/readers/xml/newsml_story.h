// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/readers/record.h"
#include "indexer/readers/xml/xml_node.h"

namespace broadsheet {

/// The text of a NewsML 1 <NewsComponent>.
struct NewsmlStory {
  std::string html;    // empty if there is none
  Record record;       // what a <nitf> inside says of itself
  std::string medium;  // of content that is none: "Photo"
};

/// title: the item's headline, which is not repeated above the component that has it.
NewsmlStory newsml_story(const XmlNode& component, const std::string& title);

}  // namespace broadsheet
