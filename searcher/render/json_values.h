// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "searcher/response.h"

namespace broadsheet {

/// Objects keep their keys in the order of docs/output-formats.md.
using JsonValue = nlohmann::ordered_json;

/// One line of well-formed UTF-8, whatever bytes are in the strings.
std::string to_line(const JsonValue& json);

/// Rounded to nine significant digits: what scores are compared and shown by.
double rounded_score(double score);

/// ISO 8601 as far as the precision goes; null if unknown.
JsonValue date_value(const Moment& moment);

/// The marks of a snippet as pairs of offsets in code points, the end excluded.
JsonValue highlights(const Snippet& snippet);

/// {"person": [{"value", "label", "count"}...], ...}
JsonValue facet_values(const std::vector<FacetTable>& tables);

/// {"person": 214, ...} for the facets that had more values than were asked for.
JsonValue further_values(const std::vector<FacetTable>& tables);

}  // namespace broadsheet
