// SPDX-License-Identifier: GPL-2.0-or-later
// Prints JSON lines of made-up articles, as many as asked: a dump larger than any that is kept.
//
//   large_dump ARTICLES [SEED]      some 3.3 KB each; the same numbers always print the same text
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>

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

void add_article(std::string& text, Numbers& numbers, std::uint64_t number) {
  const std::uint64_t day = numbers.below(20'000);
  char date[32];
  std::snprintf(date, sizeof date, "%04d-%02d-%02d", static_cast<int>(1960 + day / 336),
                static_cast<int>(1 + day / 28 % 12), static_cast<int>(1 + day % 28));
  text += "{\"id\":\"urn:made-up:" + std::to_string(number) + "\",\"title\":\"";
  add_words(text, numbers, 8);
  text += "\",\"date\":\"" + std::string(date) + "\",\"source\":\"The Made-up Post\",\"body\":\"";
  text += kPlaces[numbers.below(kPlaces.size())];
  text += " - ";
  for (std::uint64_t paragraphs = 8 + numbers.below(9); paragraphs > 0; --paragraphs) {
    add_words(text, numbers, 30 + numbers.below(30));
    text += paragraphs > 1 ? ".\\n\\n" : ".";
  }
  text += "\"}\n";
}

bool read_number(const char* text, std::uint64_t& number) {
  const char* end = text + std::strlen(text);
  return std::from_chars(text, end, number).ptr == end && end != text;
}

}  // namespace

int main(int argc, char** argv) {
  std::uint64_t articles = 0;
  std::uint64_t seed = 1;
  if (argc < 2 || !read_number(argv[1], articles) || (argc > 2 && !read_number(argv[2], seed))) {
    std::fputs("Usage: large_dump ARTICLES [SEED]\n", stderr);
    return 2;
  }
  Numbers numbers(seed);
  for (std::uint64_t number = 1; number <= articles; ++number) {
    std::string text;
    add_article(text, numbers, number);
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
  return 0;
}
