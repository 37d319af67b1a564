// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/entities/persons/name_mentions.h"
#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {

/// A person of one article while its mentions are being put together.
struct ArticlePerson {
  NameMention fullest;                      // the form to show
  std::string key;                          // its words, folded
  std::vector<std::string> words;           // those that are compared: no particles, no "Jr."
  std::string surname;                      // one of words
  std::vector<std::string> surname_sounds;  // name_spelling.h
  bool surname_first = false;
  double score = 0;
  std::vector<NameMention> mentions;
};

/// The folded words of a mention with a space between.
std::string mention_key(const std::vector<NameToken>& tokens, const NameMention& mention);

/// A person of one mention.
ArticlePerson make_person(const std::vector<NameToken>& tokens, const NameMention& mention);

/// True if two full names of one article are one person's: the same surname, the given names of the shorter
/// found in order in the longer, initials standing for names; or one is the other's surname of several words.
bool same_in_article(const ArticlePerson& a, const ArticlePerson& b);

/// True if a's form of the name is the one to show: longer, then without initials, then more often used, then
/// first.
bool prefers_form(const ArticlePerson& a, const ArticlePerson& b);

}  // namespace broadsheet
