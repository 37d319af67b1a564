// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/web/html_tree.h"
#include "indexer/readers/web/page_facts.h"

namespace broadsheet {

/// What a page's <meta>, <link rel="canonical"> and <html lang> say: OpenGraph and its article namespace
/// (https://ogp.me), Dublin Core, Highwire's citation_*, parsely-*, sailthru.*, and the plain names that
/// sites use.
PageFacts read_meta(const HtmlTree& tree);

/// What a page shows and marks: microdata (itemprop of schema.org), hAtom and h-entry classes, <time>, rel
/// "author", bylines, headings, its <title> without the site's name (source, if known).
PageFacts read_shown(const HtmlTree& tree, const std::string& source);

/// The contents of the page's JSON-LD scripts.
std::vector<std::string> linked_data_blocks(const HtmlTree& tree);

}  // namespace broadsheet
