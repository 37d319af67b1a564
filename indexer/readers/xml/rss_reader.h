// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/readers/record_reader.h"

namespace broadsheet {

/// RSS 0.90 to 2.0, RSS 1.0 (RDF) and WordPress's WXR: an item is a record. What the channel says (title as
/// source, language, rights) holds for items that say nothing. Sources: RSS 2.0 (RSS Advisory Board, 2009),
/// RSS 1.0 with its modules content, Dublin Core and PRISM, Media RSS, Yandex's full-text.
std::unique_ptr<DumpReader> make_rss_reader(DumpSource source);

}  // namespace broadsheet
