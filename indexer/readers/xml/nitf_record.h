// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/readers/fields/record_fields.h"
#include "indexer/readers/xml/xml_node.h"

namespace broadsheet {

/// A <nitf> element as a record. Source: NITF 3.6 and its predecessors since 2.5 (IPTC), and the New York
/// Times Annotated Corpus, whose <meta> and classifiers add to them. A <meta> that nothing is made of is in
/// unused_keys as "meta.NAME", which field_map may name.
Record nitf_record(const XmlNode& nitf, const FieldMap& field_map);

}  // namespace broadsheet
