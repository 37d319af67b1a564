// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/readers/dump_reader.h"

namespace broadsheet {

/// What is known of a page beside its bytes.
struct PageSource {
  std::string_view charset = {};  // as declared outside the page
  std::string_view url = {};      // where it was got from; wins over what the page says
  bool must_be_article = true;    // false: a record is made of any page that has text
};

/// A page as a Record without number and offset (UTF-8, is_markup: its paragraphs as <p>), a Skip if it is no
/// article (a front page, a list of others, too little text and no sign that it is one), or a Reject if it is
/// larger than can be read. What the page says of itself is taken in this order: JSON-LD (linked_data.h),
/// meta elements, microdata and what is shown (page_meta.h). The text is what is shown (page_text.h).
DumpItem read_html_page(std::string_view bytes, const PageSource& source);

}  // namespace broadsheet
