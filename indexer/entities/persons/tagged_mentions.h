// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "indexer/entities/persons/name_mentions.h"
#include "indexer/entities/tagger/tagger.h"
#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {

/// Brings together what the rules found in an article's tokens and what the tagger says of them. A person the
/// tagger is sure of has the bounds that the tagger gives it, whether the rules found one there or not; other
/// mentions lose score as the tagger doubts them; bodies that the tagger is sure of are added. Credits and
/// the bodies of the rules stay as they are. left_out: the parts the tagger did not look at.
void add_tagged_names(const std::vector<NameToken>& tokens, const std::vector<bool>& left_out,
                      const TaggedText& tagged, MentionList& found);

}  // namespace broadsheet
