// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/words.h"
#include "searcher/render/matches.h"

namespace broadsheet {

/// What of a text matches a query.
struct FoundForms {
  std::vector<FormMatch> matches;  // in order of their beginnings, their forms below form_count
  std::size_t form_count = 0;
};

/// Of words that must stand near each other those that do; all of them if nothing matches so. words are those
/// of the text, as split_words gives them; paragraphs: where they begin in it, ascending. Words of two
/// paragraphs are as far apart as in an archive (kGapAfterParagraph).
FoundForms find_forms(const MatchedForms& forms, std::string_view language, const std::vector<Word>& words,
                      const std::vector<std::size_t>& paragraphs);

}  // namespace broadsheet
