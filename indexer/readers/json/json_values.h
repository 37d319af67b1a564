// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <string>
#include <vector>

#include "indexer/readers/fields/field_collector.h"

namespace broadsheet {

/// What a JSON value says in a field: a string or number as its text; of an object the member that holds its
/// name or text; of a list all of them, a body's paragraphs joined by blank lines. Empty for null, true,
/// false and no text.
std::vector<std::string> json_values(const simdjson::dom::element& value, Field field);

/// Offers all members of an object, and of objects in it by dotted key.
void collect_json(const simdjson::dom::object& object, FieldCollector& collector);

}  // namespace broadsheet
