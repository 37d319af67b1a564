// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/known_bodies.h"

#include <algorithm>

#include "common/data_file.h"
#include "common/hash.h"
#include "indexer/entities/words/word_table.h"

namespace broadsheet {
namespace {

using Shape = NameToken::Shape;

struct Phrase {
  std::vector<std::string> words;
  std::string name;
};

using Phrases = WordTable<std::vector<Phrase>>;

/// Phrases by their first word, the longest first.
Phrases read_phrases() {
  Phrases phrases;
  for (const auto& row : read_data_table("organisations.tsv")) {
    Phrase phrase;
    const TextPart part{TextPlace::Body, row[0]};
    for (NameToken& token : name_tokens({part})) {
      if (token.is_word()) phrase.words.push_back(std::move(token.folded));
    }
    if (row.size() > 1) phrase.name = row[1];
    if (phrase.words.empty()) continue;
    std::vector<Phrase>& list = phrases[hash64(phrase.words.front())];
    const auto shorter = std::find_if(list.begin(), list.end(), [&](const Phrase& other) {
      return other.words.size() < phrase.words.size();
    });
    list.insert(shorter, std::move(phrase));
  }
  return phrases;
}

/// One past the last token of the phrase at first, 0 if it is not there. An ampersand between words is passed
/// over.
std::size_t match(const Phrase& phrase, const std::vector<NameToken>& tokens, std::size_t first,
                  std::size_t end) {
  std::size_t at = first;
  for (std::size_t i = 0; i < phrase.words.size(); ++i, ++at) {
    if (i > 0 && at < end && tokens[at].shape == Shape::Ampersand) ++at;
    if (at >= end || tokens[at].folded != phrase.words[i]) return 0;
  }
  return tokens[at - 1].is_name_like() ? at : 0;
}

/// "IRA", "CIA": a word for which capitals are shown must be printed so.
bool is_acronym(const Phrase& phrase) {
  if (phrase.words.size() > 1 || phrase.words[0].size() > 4) return false;
  return !phrase.name.empty() && phrase.name.find(' ') == std::string::npos ? phrase.name.size() <= 4
                                                                            : !phrase.name.empty();
}

}  // namespace

KnownBody known_body_at(const std::vector<NameToken>& tokens, std::size_t first, std::size_t end) {
  static const Phrases phrases = read_phrases();
  const NameToken& word = tokens[first];
  const std::vector<Phrase>* found = phrases.find(word.hash);
  if (found == nullptr) return {};
  for (const Phrase& phrase : *found) {
    if (is_acronym(phrase) && word.shape != Shape::Upper && word.shape != Shape::Initial) continue;
    const std::size_t last = match(phrase, tokens, first, end);
    if (last != 0) return {last, phrase.name};
  }
  return {};
}

}  // namespace broadsheet
