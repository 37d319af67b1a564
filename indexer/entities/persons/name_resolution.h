// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "indexer/entities/persons/name_mentions.h"
#include "indexer/entities/persons/persons.h"
#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {

/// The persons of an article from all mentions in it: full names with enough evidence, each once under its
/// fullest form; surnames alone, in any spelling, are given to the person of that name who was mentioned
/// last. A single name of which the article has no full name is kept only if a title stood before it
/// ("President Reagan").
std::vector<FoundNames::Name> resolve_persons(const std::vector<NameToken>& tokens,
                                              const MentionList& mentions);

/// The companies and bodies of an article, each once.
std::vector<FoundNames::Name> list_bodies(const std::vector<NameToken>& tokens, const MentionList& mentions);

/// The text of tokens [first, last) on one line.
std::string mention_text(const std::vector<NameToken>& tokens, std::size_t first, std::size_t last);

}  // namespace broadsheet
