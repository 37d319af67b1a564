// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "indexer/entities/places/place_forms.h"
#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {

/// Puts persons' names in the nominative where languages that inflect them in Latin letters print another
/// case: "Donalda Tuska" is read as "Donald Tusk", "Orbán Viktorral" as "Orbán Viktor". A name is changed
/// only where the authority file, the tables of given names or the article itself have its nominative.
/// languages: those the article may be in. What names become is added to `kept`, which the tokens' texts then
/// view into.
void undo_latin_cases(std::vector<NameToken>& tokens, LanguageSet languages, std::deque<std::string>& kept);

}  // namespace broadsheet
