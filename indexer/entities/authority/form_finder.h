// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
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

/// True if words of these hashes (hash64() of their folds) are, in this order, a whole form of a person.
/// Thread-safe.
bool is_authority_form(std::span<const std::uint64_t> words);

/// True if a form of several words or one may begin with a word; some words for which it is true begin none.
bool may_start_authority_form(std::uint64_t word);

}  // namespace broadsheet
