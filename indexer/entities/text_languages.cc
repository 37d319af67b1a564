// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/text_languages.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <unordered_map>

#include "common/data_file.h"
#include "indexer/entities/place_tokens.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_languages = 64;
constexpr std::size_t english = 0;  // the first row of the table

struct FunctionWords {
  std::vector<std::string> languages;
  std::unordered_map<std::uint64_t, LanguageSet> words;
};

const FunctionWords& function_words() {
  static const FunctionWords table = [] {
    FunctionWords result;
    for (const auto& row : read_data_table("function_words.tsv")) {
      const LanguageSet bit = LanguageSet{1} << (result.languages.size() % most_languages);
      result.languages.push_back(row.at(0));
      std::istringstream words(row.at(1));
      for (std::string word; words >> word;) result.words[place_token_hash(word)] |= bit;
    }
    return result;
  }();
  return table;
}

using Counts = std::array<std::uint32_t, most_languages>;

void count_words(std::string_view text, Counts& counts) {
  const auto& words = function_words().words;
  for (PlaceToken token = next_place_token(text, 0); token.writing != Writing::None;
       token = next_place_token(text, token.end)) {
    const auto word = words.find(token.hash);
    if (word == words.end()) continue;
    for (std::size_t i = 0; i < most_languages; ++i) counts[i] += word->second >> i & 1;
  }
}

}  // namespace

LanguageSet language_set(std::string_view code) {
  const auto& languages = function_words().languages;
  const auto it = std::find(languages.begin(), languages.end(), code);
  return it == languages.end() ? 0 : LanguageSet{1} << (it - languages.begin());
}

LanguageSet foreign_languages() {
  return ((LanguageSet{1} << function_words().languages.size()) - 1) & ~(LanguageSet{1} << english);
}

LanguageSet likely_languages(const std::vector<TextPart>& parts) {
  std::size_t left = 16384;
  Counts counts{};
  for (const TextPart& part : parts) {
    const auto text = part.text.substr(0, left);
    count_words(text, counts);
    left -= text.size();
  }
  LanguageSet likely = 0;
  for (std::size_t i = 0; i < most_languages; ++i) {
    if (counts[i] > counts[english]) likely |= LanguageSet{1} << i;
  }
  return likely;
}

}  // namespace broadsheet
