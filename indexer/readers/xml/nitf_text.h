// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/xml/xml_node.h"

namespace broadsheet {

/// The text of a NITF element, HTML: kickers and sub-headlines, the abstract where the story does not repeat
/// it, the story, what stands below it. Of the New York Times' two versions of a story the full one.
std::string nitf_body(const XmlNode& nitf);

/// Main headline on one line; the document's title if there is none.
std::string nitf_headline(const XmlNode& nitf);

/// Authors, a byline each, without their function; the printed byline where there are several versions.
std::vector<std::string> nitf_bylines(const XmlNode& nitf);

/// The place and day that the story is from, as printed.
std::string nitf_dateline(const XmlNode& nitf);

}  // namespace broadsheet
