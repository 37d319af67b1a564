// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/dump_reader.h"

namespace broadsheet {

/// A file as it came over the web.
struct Payload {
  std::string url;
  std::string content_type;  // with its parameters; empty if not known
  std::string_view bytes;    // decoded
};

/// The items of a payload, without number and offset: a page as read_html_page, plain text as one record (its
/// first line the title), JSON as the articles in it. At least one; a Skip for what is none of these.
std::vector<DumpItem> read_payload(const Payload& payload);

/// The items of a block that a crawl archive stores: an HTTP response (of status 200, else a Skip), or, if it
/// begins like none, the file itself.
std::vector<DumpItem> read_crawled_block(std::string_view block, const std::string& url,
                                         const std::string& content_type);

/// True if a block that is shorter than its record says has all of its page: as many bytes as its HTTP header
/// promises, or an end tag of HTML at its end. (Tools that change line ends leave such records behind.)
bool is_whole_page(std::string_view block);

}  // namespace broadsheet
