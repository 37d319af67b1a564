// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/article_text.h"

namespace broadsheet {

/// What a name that stands for several places means here ("Georgia", "Congo"), by the words of place_cues.tsv
/// around it: a country's code, or "" if it is no place. Nothing for names that the table does not have.
/// Thread-safe.
std::optional<std::string> country_by_cues(std::string_view name, const std::vector<TextPart>& parts,
                                           const Span& where);

}  // namespace broadsheet
