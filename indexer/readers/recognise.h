// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/fields/field_collector.h"

namespace broadsheet {

/// What a dump is: a format that can be read, or why it cannot.
struct Recognised {
  std::string format;  // empty: it cannot be read
  std::string reason;
};

constexpr std::size_t kRecogniseBytes = 64 * 1024;

/// By the first kRecogniseBytes of a dump (head_is_all: it has no more), ASCII-compatible and without byte
/// order mark; the name helps only where the content leaves a doubt ("a.csv").
Recognised recognise_dump(std::string_view head, bool head_is_all, std::string_view name,
                          const FieldMap& field_map);

/// Why bytes are no text at all, whatever format they are said to be: an archive inside, or binary. Empty if
/// they may be.
std::string no_text_reason(std::string_view head);

}  // namespace broadsheet
