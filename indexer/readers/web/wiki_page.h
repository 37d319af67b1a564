// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/dump_reader.h"
#include "indexer/readers/web/wikitext.h"

namespace broadsheet {

/// What an export says of its wiki before the pages.
struct WikiSite {
  std::string name;      // "Wikinews"
  std::string database;  // "enwikinews"
  std::string base;      // URL of the main page
  std::string language;
  WikiNamespaces namespaces;
  std::vector<std::string> other_namespaces;  // all but the main one's, in lower case
};

/// The site of the start tag <mediawiki ...> and <siteinfo>; empty where they say nothing.
WikiSite read_wiki_site(std::string_view head);

/// One <page> element as a Record without number and offset, a Skip or a Reject.
DumpItem read_wiki_page(std::string_view page, const WikiSite& site);

}  // namespace broadsheet
