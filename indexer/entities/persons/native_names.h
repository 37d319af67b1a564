// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/entities/article_text.h"
#include "indexer/entities/persons/persons.h"

namespace broadsheet {

/// Persons of the authority file whose names stand in the parts in their own or another non-Latin script,
/// under their Latin names, in the order of first mention. In Cyrillic, Arabic, Hebrew and Devanagari whole
/// words only (in Cyrillic the last word may have an ending of declension); not what is called after them,
/// and short Chinese forms only where they are likely (native_context.h). year: of publication. Thread-safe;
/// loads its data on first use.
std::vector<FoundNames::Name> find_native_names(const std::vector<TextPart>& parts,
                                                std::optional<int> year = {});

/// The Latin name of a form of the authority file; empty if it is none.
std::string latin_name_of(const std::string& native);

}  // namespace broadsheet
