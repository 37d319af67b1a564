// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "indexer/readers/record.h"
#include "indexer/readers/xml/xml_node.h"

namespace broadsheet {

/// WordPress eXtended RSS (export/1.0 to 1.2): the items of a blog's export.

bool is_wxr_item(const XmlNode& item);

/// Why an item is no article to be indexed: another type than "post", another status than "publish". Empty if
/// it is one.
std::string wxr_skip_reason(const XmlNode& item);

/// "2017-12-02T16:43:50+01:00" from wp:post_date and wp:post_date_gmt (kind "post_date") or their modified
/// pair (kind "post_modified"); what there is of the two if they do not fit; empty for WordPress's zeros.
std::string wxr_date(const XmlNode& item, std::string_view kind);

/// Display names of the blog's authors by login.
std::map<std::string, std::string> wxr_authors(const XmlNode& head);

/// A post's content as the HTML that WordPress shows: blank lines are paragraphs, line breaks count,
/// shortcodes are left out and what they enclose stays. Brackets that are no shortcodes stay.
std::string wxr_html(std::string_view content);

}  // namespace broadsheet
