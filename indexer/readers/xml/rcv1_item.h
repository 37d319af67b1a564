// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/readers/record.h"
#include "indexer/readers/xml/xml_node.h"

namespace broadsheet {

/// A <newsitem> of the Reuters Corpora, volumes 1 and 2. Source: Lewis, Yang, Rose and Li, "RCV1: A New
/// Benchmark Collection for Text Categorization Research", JMLR 5 (2004). Topics and industries are codes.
Record rcv1_record(const XmlNode& item);

}  // namespace broadsheet
