// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// What an article's wikitext says, without its markup.
struct WikiArticle {
  std::string body;      // plain text, paragraphs separated by blank lines
  std::string date;      // of its date template, as written
  std::string location;  // of its byline or date template
  std::vector<std::string> categories;
  bool is_redirect = false;
  bool is_draft = false;  // marked as not published, and not as published
};

/// Names that a wiki gives its namespaces, in lower case.
struct WikiNamespaces {
  std::vector<std::string> files = {"file", "image", "media"};
  std::vector<std::string> categories = {"category"};
};

/// The prose of a page: links and inline templates ({{w|Title|label}}) as what they show, headings and list
/// items as paragraphs; without templates, tables, galleries, files, notes, comments, and the sections behind
/// the story (sources, related news, external links), in the languages of Wikinews. Any text is a page.
/// Source: https://www.mediawiki.org/wiki/Help:Formatting and /wiki/Help:Templates.
WikiArticle read_wikitext(std::string_view text, const WikiNamespaces& namespaces = {});

}  // namespace broadsheet
