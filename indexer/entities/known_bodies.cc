// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/known_bodies.h"

#include <algorithm>
#include <unordered_map>

#include "common/data_file.h"

namespace broadsheet {
namespace {

using Shape = NameToken::Shape;

struct Phrase {
  std::vector<std::string> words;
  std::string name;
};

using Phrases = std::unordered_map<std::string, std::vector<Phrase>>;

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
    if (!phrase.words.empty()) phrases[phrase.words.front()].push_back(std::move(phrase));
  }
  for (auto& [first, list] : phrases) {
    std::stable_sort(list.begin(), list.end(),
                     [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
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
  const auto found = phrases.find(word.folded);
  if (found == phrases.end()) return {};
  for (const Phrase& phrase : found->second) {
    if (is_acronym(phrase) && word.shape != Shape::Upper && word.shape != Shape::Initial) continue;
    const std::size_t last = match(phrase, tokens, first, end);
    if (last != 0) return {last, phrase.name};
  }
  return {};
}

}  // namespace broadsheet
