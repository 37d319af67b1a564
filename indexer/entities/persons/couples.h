// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "indexer/entities/persons/persons.h"
#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {

/// "Bill and Hillary Clinton" speaks of Bill Clinton too: adds those who share a surname that is printed
/// once, or the place to the one of that name who is there already. Requires persons in the order of the text
/// and keeps it.
void add_couples(const std::vector<NameToken>& tokens, std::vector<FoundNames::Name>& persons);

}  // namespace broadsheet
