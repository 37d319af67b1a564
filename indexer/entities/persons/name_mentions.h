// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/entities/places/place_forms.h"
#include "indexer/entities/words/name_tokens.h"
#include "indexer/entities/words/word_table.h"

namespace broadsheet {

/// A stretch of tokens [first, last) that may name a person, without titles before it.
struct NameMention {
  std::size_t first = 0;
  std::size_t last = 0;
  bool titled = false;   // an office or rank stands before it: "Chancellor", "Gen."
  bool called = false;   // "Mr", "Frau"
  double score = 0;      // see name_score.h; mentions of one token have none
  double tag_score = 0;  // what the tagger adds to the score
  double tagged = 0;     // the tagger's probability that this is a person's name; 0 if it does not say so
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
  std::vector<TokenRange> credits;  // "Reporting by ...": those named there are no persons of the story
};

/// Words by NameToken::hash.
class WordSet {
 public:
  /// Room for this many words at first.
  explicit WordSet(std::size_t words) : words_(words) {}

  void insert(std::uint64_t word) { words_[word] = true; }
  bool contains(std::uint64_t word) const { return words_.find(word) != nullptr; }

 private:
  WordTable<bool> words_;
};

/// The words that stand in lower case somewhere in the tokens.
WordSet lower_case_words(const std::vector<NameToken>& tokens);

/// Runs of capitalised words of tokens [begin, end), cut into mentions. languages: those of the article, none
/// if it may be English.
void find_mentions(const std::vector<NameToken>& tokens, std::size_t begin, std::size_t end,
                   const WordSet& lower, LanguageSet languages, MentionList& found);

}  // namespace broadsheet
