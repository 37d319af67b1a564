// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/entities/name_tokens.h"

namespace broadsheet {

/// A stretch of tokens [first, last) that may name a person, without titles before it.
struct NameMention {
  std::size_t first = 0;
  std::size_t last = 0;
  bool titled = false;  // an office or rank stands before it: "Chancellor", "Gen."
  bool called = false;  // "Mr", "Frau"
  double score = 0;     // see name_score.h; mentions of one token have none
  std::size_t size() const { return last - first; }
};

/// Tokens [first, last) that name a body or company.
struct BodyMention {
  std::size_t first = 0;
  std::size_t last = 0;
  bool company = false;  // ends in a legal form or the like: no person has that name here
  std::string name;      // to show; empty for the name as printed
};

/// What a first reading of an article's tokens finds, in the order of the text.
struct MentionList {
  std::vector<NameMention> names;
  std::vector<BodyMention> bodies;
};

using WordSet = std::unordered_set<std::string_view>;

/// The folded words that stand in lower case somewhere in the tokens; views into them.
WordSet lower_case_words(const std::vector<NameToken>& tokens);

/// Runs of capitalised words of tokens [begin, end), cut into mentions.
void find_mentions(const std::vector<NameToken>& tokens, std::size_t begin, std::size_t end,
                   const WordSet& lower, MentionList& found);

}  // namespace broadsheet
