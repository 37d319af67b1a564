// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {

/// What the other places where an article has a word say about it.
enum WordEvidence : std::uint32_t {
  SeenLower = 1U << 0,         // in lower case
  SeenInSentence = 1U << 1,    // with a capital, and not for standing first
  SeenAfterGiven = 1U << 2,    // right after a given name
  SeenAfterTitle = 1U << 3,    // right after a title or "Mr"
  SeenBeforeBody = 1U << 4,    // right before "Corp", "University"
  SeenBeforeSaying = 1U << 5,  // right before "said"
  SeenAfterPlacing = 1U << 6,  // right after "in", "from"
  SeenAfterName = 1U << 7,     // right after another word with a capital
  SeenBeforeName = 1U << 8,    // right before one
  SeenAfterInitial = 1U << 9,
};

/// What the tagger knows of an article before it looks at single tokens: one entry for each token.
struct NameContext {
  std::vector<std::uint64_t> words;     // hashes of the folded words, of other tokens as printed
  std::vector<std::uint32_t> evidence;  // WordEvidence bits; of words in lower case none
  std::vector<bool> in_heading;         // of sentences that have hardly a word without a capital
};

NameContext name_context(std::span<const NameToken> tokens);

/// The stretches of tokens that are to be tagged: words with capitals and what stands between two of them
/// ("of the", a comma). All other tokens are outside of names.
std::vector<TokenRange> chains_of(std::span<const NameToken> tokens);

}  // namespace broadsheet
