// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {

/// True if the words beside tokens [first, last) say that they name a thing called after a person: "Victor
/// Verster prison", "USS Carl Vinson", "Lou Gehrig's disease", "aéroport Charles de Gaulle". Thread-safe.
bool is_called_after(const std::vector<NameToken>& tokens, std::size_t first, std::size_t last);

/// True if the words beside tokens [first, last) say that they name a person, although a company bears the
/// same name: "Ralph Lauren, 84,", "the designer Calvin Klein", "Mr Charles Schwab". Thread-safe.
bool is_founder(const std::vector<NameToken>& tokens, std::size_t first, std::size_t last);

}  // namespace broadsheet
