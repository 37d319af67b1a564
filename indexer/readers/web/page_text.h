// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/web/html_tree.h"

namespace broadsheet {

/// The text of the article that a page holds, as paragraphs of plain text.
struct PageText {
  std::vector<std::string> paragraphs;
  std::size_t words = 0;
  std::size_t longest = 0;     // words of the longest paragraph
  bool is_marked = false;      // the page marks where its article is: articleBody, a class, <article>
  std::string joined() const;  // separated by blank lines
};

/// Finds it where the page says (itemprop articleBody, the classes that publishing systems use, <article>,
/// <main>), else in the element with most text by shallow features (boilerplate.h), and leaves out what is no
/// part of it. known_body, if the page carries its text elsewhere (JSON-LD), decides in doubt.
/// is_live: every <article> is a post of the one article.
PageText find_page_text(const HtmlTree& tree, std::string_view known_body = {}, bool is_live = false);

/// Text with line ends, or HTML, as paragraphs separated by blank lines.
std::string paragraphs_of_text(std::string_view maybe_html);

}  // namespace broadsheet
