// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/entities/authority/authority.h"
#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {

/// Tokens [first, last) that are a form in Latin letters of a person of the authority file.
struct AuthorityMention {
  const AuthorityPerson* person = nullptr;
  std::size_t first = 0;
  std::size_t last = 0;
};

/// All such mentions, in order, the longest where several begin, none overlapping. A form of one word counts
/// only if it is no word that means something else. Names of places and bodies ("Ronald Reagan Airport") are
/// left out. Pure and thread-safe; loads its data on first use.
std::vector<AuthorityMention> find_authority_forms(const std::vector<NameToken>& tokens);

}  // namespace broadsheet
