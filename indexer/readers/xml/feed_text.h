// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/readers/record.h"
#include "indexer/readers/xml/xml_node.h"

namespace broadsheet {

/// A text of a feed: plain, or HTML.
struct FeedText {
  std::string text;
  bool is_html = false;

  bool empty() const;
};

/// An RSS text: HTML if it looks like it or has XHTML elements, as RSS does not say.
FeedText rss_text(const XmlNode& element);

/// An Atom text construct or content (RFC 4287, sections 3.1 and 4.1.3; Atom 0.3's mode): plain text, HTML,
/// XHTML, base64. Content elsewhere (src) and of other media is empty.
FeedText atom_text(const XmlNode& element);

/// Title, body and summary of a record: all HTML if one of them is, else all plain.
void set_texts(Record& record, const FeedText& title, const FeedText& body, const FeedText& summary);

}  // namespace broadsheet
