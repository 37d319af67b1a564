// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/indexer/segment/mixed_texts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace broadsheet::test {
namespace {

/// Letters that follow one another in Unicode, and how many a word mostly has.
struct Alphabet {
  char32_t first;
  unsigned letters;
  unsigned word_length;
};

constexpr std::array<Alphabet, TextMaker::kLanguages> kAlphabets{{
    {U'a', 26, 8},       // Latin
    {U'e', 12, 5},       // Latin, another language
    {0xe0, 60, 8},       // Latin with marks
    {0x3b1, 25, 8},      // Greek
    {0x430, 32, 8},      // Cyrillic
    {0x5d0, 27, 6},      // Hebrew
    {0x627, 36, 6},      // Arabic
    {0x915, 37, 6},      // Devanagari
    {0xe01, 46, 20},     // Thai
    {0x3041, 83, 12},    // Japanese
    {0x4e00, 3'000, 3},  // Chinese
    {0xac00, 2'000, 4},  // Korean
}};
constexpr std::size_t kWords = 5'000;

void append_utf8(std::string& out, char32_t c) {
  const auto tail = [c](unsigned shift) { return static_cast<char>(0x80 | (c >> shift & 0x3f)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += {static_cast<char>(0xc0 | c >> 6), tail(0)};
  } else {
    out += {static_cast<char>(0xe0 | c >> 12), tail(6), tail(0)};
  }
}

}  // namespace

TextMaker::TextMaker(unsigned seed) : random_(seed) {
  for (const Alphabet& alphabet : kAlphabets) {
    auto& words = vocabularies_.emplace_back(kWords);
    for (std::string& word : words) {
      for (unsigned i = 1 + number(2 * alphabet.word_length - 1); i > 0; --i)
        append_utf8(word, alphabet.first + std::min(number(alphabet.letters), number(alphabet.letters)));
    }
  }
}

std::string TextMaker::words(std::size_t language, std::size_t bytes) {
  const std::vector<std::string>& vocabulary = vocabularies_[language];
  std::string text;
  while (text.size() < bytes) {
    const double uniform = number(1'000'000) / 1e6;
    text += vocabulary[static_cast<std::size_t>(std::pow(kWords, uniform)) - 1] + ' ';
  }
  return text;
}

std::size_t TextMaker::any_size() {
  constexpr std::array<unsigned, 7> kLimits{18, 64, 1'024, 2'048, 4'096, 8'192, 16'384};
  if (number(4) == 0) return kLimits[number(kLimits.size())] - 3 + number(6);
  return number(number(10) == 0 ? 12'000 : 4'000);
}

std::string TextMaker::of_any_kind() {
  constexpr std::size_t kKinds = kLanguages + 4;
  const std::size_t size = any_size();
  const std::size_t kind = number(kKinds);
  if (kind < kLanguages) return words(kind, size).substr(0, size);
  if (kind == kLanguages) return std::string(size, static_cast<char>(number(2) == 0 ? 0 : number(256)));
  std::string text(size, '\0');
  const unsigned bytes = kind == kLanguages + 1 ? 256 : 1 + number(30);
  for (char& c : text) c = static_cast<char>(number(bytes));
  if (kind == kLanguages + 3) text.replace(0, size / 2, size / 2, '\xff');
  return text;
}

}  // namespace broadsheet::test
