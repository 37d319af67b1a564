// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/readers/dump_reader.h"

namespace broadsheet {

/// One <DOC> element, start tag included, as a Record, Skip or Reject without number and offset. charset is
/// that of the dump if it is known.
DumpItem read_trec_document(std::string_view document, std::string_view charset);

}  // namespace broadsheet
