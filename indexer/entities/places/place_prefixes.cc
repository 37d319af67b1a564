// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/place_prefixes.h"

namespace broadsheet {
namespace {

constexpr std::size_t letter_bytes = 2;  // bytes of a letter of either script

std::string_view first_letter(std::string_view word) {
  return word.substr(0, letter_bytes);
}

bool begins_with_one_of(std::string_view word, std::string_view letters) {
  for (std::size_t i = 0; i + letter_bytes <= letters.size(); i += letter_bytes) {
    if (first_letter(word) == letters.substr(i, letter_bytes)) return true;
  }
  return false;
}

void strip_hebrew(std::string_view word, std::vector<std::string>& stems) {
  constexpr std::size_t most_prefixes = 3;
  constexpr std::size_t least_letters = 3;
  for (std::size_t i = 0; i < most_prefixes && begins_with_one_of(word, "ובלמהשכ"); ++i) {
    word.remove_prefix(letter_bytes);
    if (word.size() < least_letters * letter_bytes) return;
    stems.emplace_back(word);
  }
}

void strip_arabic_article(std::string_view word, std::vector<std::string>& stems) {
  constexpr std::string_view article = "ال";
  constexpr std::string_view to_the = "لل";
  if (word.starts_with(article)) stems.emplace_back(word.substr(article.size()));
  if (word.starts_with(to_the)) {
    stems.push_back(std::string(article) + std::string(word.substr(to_the.size())));
    stems.emplace_back(word.substr(to_the.size()));
  }
}

void strip_arabic(std::string_view word, std::vector<std::string>& stems) {
  constexpr std::size_t least_letters = 4;
  strip_arabic_article(word, stems);
  for (const std::string_view prefixes : {"وف", "بكل"}) {
    if (!begins_with_one_of(word, prefixes) || word.size() < least_letters * letter_bytes) continue;
    word.remove_prefix(letter_bytes);
    stems.emplace_back(word);
    strip_arabic_article(word, stems);
  }
}

}  // namespace

bool is_hebrew(std::string_view word) {
  return word.size() >= letter_bytes && (word[0] == '\xD6' || word[0] == '\xD7');
}

std::vector<std::string> without_prefixes(std::string_view word) {
  std::vector<std::string> stems;
  if (word.empty() || !takes_prefixes(word.front())) return stems;
  if (is_hebrew(word)) {
    strip_hebrew(word, stems);
  } else {
    strip_arabic(word, stems);
  }
  return stems;
}

}  // namespace broadsheet
