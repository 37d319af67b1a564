// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
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

/// A form in authority.table: its first word is the key it is found by, the longest forms of one first.
struct StoredNameForm {
  std::uint32_t person = 0;      // index
  std::uint32_t first_word = 0;  // of the others: their hashes stand in a table of their own
  std::uint32_t words = 0;       // how many others
};

/// All such mentions, in order, the longest where several begin, none overlapping. A form of one word counts
/// only if it is no word that means something else. Names of places and bodies ("Ronald Reagan Airport") are
/// left out. Pure and thread-safe; loads its data on first use.
std::vector<AuthorityMention> find_authority_forms(const std::vector<NameToken>& tokens);

}  // namespace broadsheet
