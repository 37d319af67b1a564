// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "searcher/query/tree.h"
#include "searcher/response.h"

namespace broadsheet {

/// What of a text matches a query: the words that it asks for, in the ways it can ask. Negated clauses,
/// values, bylines and dates ask for no word of a title or body. A value.
struct MatchedForms {
  struct PhraseWord {
    std::string folded;
    bool prefix = false;
    bool operator==(const PhraseWord&) const = default;
  };
  std::set<std::string, std::less<>> exact;    // folded words
  std::set<std::string, std::less<>> stemmed;  // folded words, compared by stem in the article's language
  std::vector<std::string> prefixes;           // folded
  std::vector<std::pair<std::string, unsigned>> fuzzy;  // folded, and how many edits away (edits.h)
  std::vector<std::vector<PhraseWord>>
      phrases;              // of two words or more, marked only where they stand in this order
  std::vector<Query> near;  // Near and Adj: their words are marked where they stand so (found_forms.h)
  bool empty() const {
    return exact.empty() && stemmed.empty() && prefixes.empty() && fuzzy.empty() && phrases.empty() &&
           near.empty();
  }
};

/// names: of persons and the like that are asked for beside the words; they are marked where all their words
/// stand.
MatchedForms matched_forms(const Query& query, const std::vector<std::string>& names = {});

/// The passage of the article's body (or, if nothing in it matches, its beginning) that has most of the
/// forms, at most about max_bytes long: whole words, beginning at a sentence where one begins nearby. Never
/// breaks a grapheme.
Snippet make_snippet(const Article& article, const MatchedForms& forms, std::size_t max_bytes = 240);

/// The marks of a whole text.
std::vector<Snippet::Mark> find_marks(const std::string& text, const std::string& language,
                                      const MatchedForms& forms);

}  // namespace broadsheet
