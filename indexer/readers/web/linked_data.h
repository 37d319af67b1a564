// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/web/page_facts.h"

namespace broadsheet {

/// What a page's JSON-LD blocks say of its article. An article is an object of a type of schema.org that ends
/// in Article, or a BlogPosting, LiveBlogPosting or Report, wherever it stands (@graph, lists, nested).
/// Of several the one whose headline page_title begins with or contains is taken, else the first that is not
/// in a list; without an article only what WebPage says. References by @id are followed. Blocks that cannot
/// be mended (loose_json.h) say nothing. Sources: https://schema.org/NewsArticle; JSON-LD 1.1 (W3C, 2020).
PageFacts read_linked_data(const std::vector<std::string>& blocks, const std::string& page_title);

}  // namespace broadsheet
