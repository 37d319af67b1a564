// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/xml/xml_entities.h"

namespace broadsheet {

/// XML made well-formed, or why it cannot be without guessing.
struct MendedXml {
  std::string text;
  std::string problem;  // empty if there is none
};

/// Mends what feeds and wires have wrong and a reader can put right with no text lost: a bare "&" or "<",
/// HTML's named references, control characters, attributes without quotes, HTML elements that are not closed
/// or closed crosswise, end tags of nothing. Any other element that is not closed is a problem: what it
/// belongs to is not known; so are more elements than a tree of them should be built for. Comments,
/// instructions and declarations go. UTF-8 in and out.
MendedXml mend_xml(std::string_view text, XmlEntities entities);

}  // namespace broadsheet
