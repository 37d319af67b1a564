// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "indexer/entities/persons/name_mentions.h"
#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {

/// From this score on a mention of several words is taken for a person.
constexpr double person_threshold = 1.75;

/// Evidence that a mention of two or more words is a person: the words themselves (given names, surnames,
/// initials) and what stands around them (titles, verbs of saying, ages, prepositions of place). A mention in
/// each token of which nothing is known has about 0.
double name_score(const std::vector<NameToken>& tokens, const NameMention& mention);

/// True if the words of a mention are a Chinese, Korean or Vietnamese name with the surname first.
bool is_surname_first(const std::vector<NameToken>& tokens, const NameMention& mention);

/// True if ", chairman of", ", the Danish economist" or the like stands behind the name that ends before
/// token last.
bool is_followed_by_role(const std::vector<NameToken>& tokens, std::size_t last);

}  // namespace broadsheet
