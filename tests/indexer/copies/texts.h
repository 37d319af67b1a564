// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/copies/likeness.h"

namespace broadsheet::test {

Signature signature_of(std::string_view text, bool corrected = false);

/// hours: published so long after some beginning; none for an undated article.
CopyCandidate candidate_of(std::string_view text, std::optional<int> hours = 0);

/// A story of about 200 words with a few figures, its first sentence a headline; seed: which one of many.
std::string story_text(unsigned seed, std::size_t words = 200);

}  // namespace broadsheet::test
