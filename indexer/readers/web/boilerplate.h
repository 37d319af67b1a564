// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "indexer/readers/web/html_tree.h"
#include "indexer/readers/web/text_blocks.h"

namespace broadsheet {

/// One flag per node: elements that are no part of an article's text by their name, role, class or id, or
/// because they are hidden: navigation, asides, comments, cookie banners, lists of related articles,
/// captions, sharing, newsletters. Never one that holds most of the page's words, or its <h1>.
std::vector<bool> find_furniture(const HtmlTree& tree);

/// One flag per block: true if it is text to be read rather than boilerplate, judged by its words and links
/// and those of its neighbours. Source: Kohlschuetter, Fankhauser, Nejdl: Boilerplate Detection using Shallow
/// Text Features, WSDM 2010, algorithm 2 (number of words and link density).
std::vector<bool> judge_blocks(const std::vector<TextBlock>& blocks);

}  // namespace broadsheet
