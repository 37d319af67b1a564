// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/readers/fields/field_collector.h"

namespace broadsheet {

/// One article of plain text: metadata above it (labels.h) if there is any; else a line that is a URL and one
/// that is an ISO date may stand before the title. The title is the first line that is left, without the "#"
/// of Markdown, unless a header has it or title_is_given; all that follows is the body, as it is.
Record read_text_record(std::string_view text, bool title_is_given, const FieldMap& field_map);

}  // namespace broadsheet
