// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "indexer/readers/dump_reader.h"
#include "indexer/readers/xml/xml_node.h"

namespace broadsheet {

/// A <NewsItem> of NewsML 1 and the ones that stand inside it, each as a record or a Skip. Source: NewsML
/// 1.2 (IPTC, 2003). The identifier names a revision; earlier revisions are what the record replaces. Of
/// equivalent components and renditions the one with the most text is taken; captions of pictures are not.
/// head: what stands before the first item of the document, for its <TopicSet>s.
std::vector<DumpItem> newsml_items(const XmlNode& item, const XmlNode& head);

}  // namespace broadsheet
