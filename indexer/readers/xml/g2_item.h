// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/readers/dump_reader.h"
#include "indexer/readers/fields/record_fields.h"
#include "indexer/readers/xml/xml_node.h"

namespace broadsheet {

/// A <newsItem> as a record, or a Skip: a picture, video or data without a story. message is the header of
/// the <newsMessage> that it came in, if any. Source: NewsML-G2 2.35 (IPTC), with what Reuters, STT, ANSA and
/// others make of it.
DumpItem g2_news_item(const XmlNode& item, const XmlNode& message_header, const FieldMap& field_map);

}  // namespace broadsheet
