// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/text_languages.h"

#include <algorithm>
#include <array>
#include <bit>
#include <sstream>

#include "common/data_file.h"
#include "common/fold.h"
#include "common/hash.h"
#include "indexer/entities/places/place_tokens.h"
#include "indexer/entities/words/word_table.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_languages = 64;
constexpr std::size_t english = 0;        // the first row of the table
constexpr std::size_t least_marked = 16;  // one word in so many has letters that English has not
constexpr std::size_t most_words = 250;   // that are looked at
constexpr std::size_t least_share = 10;  // one word in so many is a frequent one in any language of the table

struct FunctionWords {
  std::vector<std::string> languages;
  WordTable<LanguageSet> words;    // by place_token_hash()
  WordTable<LanguageSet> by_fold;  // by NameToken::hash
};

const FunctionWords& function_words() {
  static const FunctionWords table = [] {
    FunctionWords result;
    for (const auto& row : read_data_table("function_words.tsv")) {
      const LanguageSet bit = LanguageSet{1} << (result.languages.size() % most_languages);
      result.languages.push_back(row.at(0));
      std::istringstream words(row.at(1));
      for (std::string word; words >> word;) {
        result.words[place_token_hash(word)] |= bit;
        result.by_fold[hash64(fold(word))] |= bit;
      }
    }
    return result;
  }();
  return table;
}

using Counts = std::array<std::uint32_t, most_languages>;

void count(LanguageSet languages, Counts& counts) {
  for (; languages != 0; languages &= languages - 1)
    ++counts[static_cast<std::size_t>(std::countr_zero(languages))];
}

void count_words(std::string_view text, Counts& counts) {
  const auto& words = function_words().words;
  PlaceTokenReader reader(text);
  for (std::uint32_t at = 0;;) {
    const PlaceToken token = reader.next(at);
    if (token.writing == Writing::None) return;
    if (const LanguageSet* languages = words.find(token.hash)) count(*languages, counts);
    at = token.end;
  }
}

/// True if the word starts with a letter before U+0370, where Greek starts.
bool is_latin(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word.front()) < 0xCD;
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

/// The languages that a word's letters tell.
LanguageSet languages_by_letters(std::string_view word) {
  static const std::vector<std::pair<std::string_view, LanguageSet>> letters = {
      {"ğ", language_set("tr")}, {"ı", language_set("tr")}, {"ő", language_set("hu")},
      {"ű", language_set("hu")}, {"ł", language_set("pl")}, {"ą", language_set("pl")},
      {"ę", language_set("pl")}, {"ż", language_set("pl")}, {"ě", language_set("cs")},
      {"ř", language_set("cs")}, {"ů", language_set("cs")}, {"đ", language_set("hr")},
      {"ć", language_set("hr")}, {"ß", language_set("de")}, {"õ", language_set("et")},
      {"ț", language_set("ro")}};
  LanguageSet found = 0;
  for (const auto& [letter, language] : letters) {
    if (word.find(letter) != std::string_view::npos) found |= language;
  }
  return found;
}

LanguageSet languages_of(std::span<const NameToken> tokens) {
  Counts counts{};
  for (const NameToken& token : tokens.first(std::min(tokens.size(), 2 * most_words))) {
    const LanguageSet* languages = token.is_word() ? function_words().by_fold.find(token.hash) : nullptr;
    if (languages != nullptr) count(*languages, counts);
    if (token.shape == NameToken::Shape::Lower) count(languages_by_letters(token.text), counts);
  }
  const std::uint32_t most = *std::max_element(counts.begin(), counts.end());
  LanguageSet found = 0;
  for (std::size_t i = 0; i < most_languages; ++i) {
    if (i != english && counts[i] > counts[english] && 4 * counts[i] >= 3 * most)
      found |= LanguageSet{1} << i;
  }
  return found;
}

bool may_be_english(std::span<const NameToken> tokens) {
  std::size_t words = 0;
  std::size_t not_latin = 0;
  std::size_t marked = 0;
  Counts counts{};
  for (const NameToken& token : tokens) {
    if (!token.is_word()) continue;
    if (++words > most_words) break;
    not_latin += is_latin(token.folded) ? 0 : 1;
    marked += token.shape == NameToken::Shape::Lower && token.text.size() != token.folded.size() ? 1 : 0;
    if (const LanguageSet* languages = function_words().by_fold.find(token.hash)) count(*languages, counts);
  }
  const std::uint32_t most = *std::max_element(counts.begin(), counts.end());
  if (counts[english] == 0 && marked > 1 && marked * least_marked >= words)
    return false;  // "pääministeri Orpo"
  return 2 * not_latin <= words && (most <= counts[english] || most * least_share < words);
}

}  // namespace broadsheet
