// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/fields/record_fields.h"

namespace broadsheet {

/// Where an entry of a list of keywords belongs by its own kind: "persons" and "glocations" of the New York
/// Times' keywords, "contributor" and "tone" of the Guardian's tags, "person" and "loc" of Event Registry's
/// concepts. Topics if it has no kind; nothing if it is none of our fields.
std::optional<Field> field_of_entry(const simdjson::dom::object& entry);

/// True of keys whose value is a list of places of any size: "place", "places", "locations".
bool is_place_key(std::string_view key);

/// The countries among places, as names or codes that find_country knows: by ISO 3166 code where a place
/// carries one, else by name, unless the place says that it is a city, a state or the like.
std::vector<std::string> countries_of_places(const simdjson::dom::element& places);

}  // namespace broadsheet
