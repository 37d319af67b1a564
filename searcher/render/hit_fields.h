// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/render/json_values.h"
#include "searcher/response.h"

namespace broadsheet {

/// A field of a hit as exports write it: what --fields of jsonl and csv names.
struct HitField {
  std::string_view name;
  JsonValue (*value)(const ResponseHead& head, const Hit& hit);  // a string, number, null, or list of strings
};

const std::vector<HitField>& hit_fields();

/// Throws InputError with the nearest name and all names if there is none.
const HitField& find_hit_field(std::string_view name);

/// The fields named, or the default ones if none are. The answers to --queries carry query_id: before the
/// default fields, behind others. Throws InputError for an unknown name.
std::vector<const HitField*> choose_fields(const std::vector<std::string>& names,
                                           const std::vector<std::string>& defaults, bool with_query_id);

}  // namespace broadsheet
