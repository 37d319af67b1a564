// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/made_up_articles.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace broadsheet::test {
namespace {

constexpr std::array<std::string_view, 64> kWords = {
    "harbour", "council", "the",     "of",      "minister", "bridge", "market",  "and",
    "said",    "to",      "in",      "vote",    "river",    "fell",   "rose",    "percent",
    "company", "on",      "Monday",  "a",       "plan",     "for",    "schools", "storm",
    "was",     "after",   "police",  "with",    "union",    "strike", "talks",   "agreed",
    "price",   "oil",     "wheat",   "exports", "court",    "judge",  "ruled",   "against",
    "north",   "south",   "village", "train",   "line",     "closed", "opened",  "new",
    "old",     "mayor",   "people",  "hundred", "thousand", "report", "shows",   "that",
    "winter",  "summer",  "team",    "match",   "won",      "by",     "two",     "over"};
constexpr std::array<std::string_view, 24> kGivenNames = {
    "Anna",  "Peter",  "Maria",  "John",  "Elena",  "David",  "Laura", "Ahmed",
    "Yuki",  "Carlos", "Ingrid", "Pavel", "Fatima", "James",  "Chloe", "Omar",
    "Sofia", "Henrik", "Grace",  "Luis",  "Nadia",  "Victor", "Irene", "Samuel"};
constexpr std::array<std::string_view, 40> kSyllables = {
    "bar", "ker", "lin", "mor", "tan", "vel", "hol", "sten", "gar", "win", "dal", "fer", "ros", "mil",
    "nor", "pel", "kas", "tor", "ber", "lun", "han", "mat",  "ols", "pet", "ram", "sal", "tav", "ven",
    "wal", "zor", "cas", "dor", "eri", "fal", "gol", "hart", "iva", "jan", "kol", "lam"};
constexpr std::array<std::string_view, 10> kEndings = {"son", "ov",  "ez", "berg", "ini",
                                                       "sen", "ton", "ak", "is",   "er"};
constexpr std::array<std::string_view, 8> kPlaces = {"Oslo",  "Lisbon", "Nairobi", "Lima",
                                                     "Osaka", "Quebec", "Zagreb",  "Perth"};

/// Marsaglia's xorshift64.
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 1) {}
  std::uint64_t below(std::uint64_t bound) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return (state_ >> 11) % bound;
  }

 private:
  std::uint64_t state_;
};

void add_words(std::string& text, Numbers& numbers, std::uint64_t count) {
  for (std::uint64_t i = 0; i < count; ++i) {
    if (i > 0) text += ' ';
    // Few words are common and most are rare, as in any text.
    if (numbers.below(4) == 0) {
      text += 'w' + std::to_string(numbers.below(1 + numbers.below(200'000)));
    } else {
      text += kWords[numbers.below(1 + numbers.below(kWords.size()))];
    }
  }
}

/// Most names that news has are had by few persons of whom one reads often, and of many one reads once: of
/// 100,000 agency stories with 360,000 names of persons, 62,000 are different ones, 36,000 occur once.
std::uint64_t whose_name(Numbers& numbers) {
  constexpr std::uint64_t kKnown = 40'000;
  if (numbers.below(16) == 0) return kKnown + numbers.below(1'000'000'000);
  return numbers.below(1 + numbers.below(kKnown));
}

/// Once in a hundred times another writes it another way: some 800 of 100,000 stories' persons are written in
/// several.
void add_name(std::string& text, Numbers& numbers) {
  Numbers of_name(whose_name(numbers) + 1);
  text += kGivenNames[of_name.below(kGivenNames.size())];
  text += ' ';
  std::string surname(kSyllables[of_name.below(kSyllables.size())]);
  surname += kSyllables[of_name.below(kSyllables.size())];
  if (of_name.below(2) == 0) surname += kSyllables[of_name.below(kSyllables.size())];
  surname += kEndings[of_name.below(kEndings.size())];
  if (numbers.below(100) == 0) std::replace(surname.begin(), surname.end(), 'v', 'w');
  surname[0] = static_cast<char>(surname[0] - 'a' + 'A');
  text += surname;
}

void add_paragraph(std::string& text, Numbers& numbers) {
  add_words(text, numbers, 30 + numbers.below(30));
  if (numbers.below(3) > 0) return;
  text += ", ";
  add_name(text, numbers);
  text += " said";
}

}  // namespace

void append_made_up_article(std::string& text, std::uint64_t seed, std::uint64_t number) {
  Numbers numbers(seed * 1'000'003 + number);
  const std::uint64_t day = numbers.below(20'000);
  char date[32];
  std::snprintf(date, sizeof date, "%04d-%02d-%02d", static_cast<int>(1960 + day / 336),
                static_cast<int>(1 + day / 28 % 12), static_cast<int>(1 + day % 28));
  text += "{\"id\":\"urn:made-up:" + std::to_string(seed) + ':' + std::to_string(number) + "\",\"title\":\"";
  add_words(text, numbers, 8);
  text += "\",\"date\":\"" + std::string(date) + "\",\"source\":\"The Made-up Post\",\"body\":\"";
  // Some bring what another brings, under a title of their own.
  const std::uint64_t told_by = numbers.below(16) == 0 ? 1 + numbers.below(number) : number;
  Numbers of_body((seed * 1'000'003 + told_by) ^ 0x5DEECE66D);
  text += kPlaces[of_body.below(kPlaces.size())];
  text += " - ";
  for (std::uint64_t paragraphs = 8 + of_body.below(9); paragraphs > 0; --paragraphs) {
    add_paragraph(text, of_body);
    text += paragraphs > 1 ? ".\\n\\n" : ".";
  }
  text += "\"}\n";
}

}  // namespace broadsheet::test
