// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/text/plain_english.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>

#include "indexer/normalise/text/characters.h"

namespace broadsheet {
namespace {

constexpr std::size_t head_size = 600;
constexpr std::size_t longest_word = 5;

/// A short word as a number, which is quicker to look up.
constexpr std::uint64_t packed(std::string_view word) {
  std::uint64_t number = 0;
  for (const char c : word) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

constexpr std::size_t table_size = 256;

constexpr std::size_t slot_of(std::uint64_t word) {
  return static_cast<std::size_t>((word * 0x9E3779B97F4A7C15) >> 56);
}

enum class Sign : std::uint8_t { None, English, Common, Scots };

struct Entry {
  std::uint64_t word = 0;
  Sign sign = Sign::None;
};

using Table = std::array<Entry, table_size>;

constexpr void add_words(Table& table, Sign sign, std::initializer_list<std::string_view> words) {
  for (const auto word : words) {
    auto at = slot_of(packed(word));
    while (table[at].word != 0) at = (at + 1) % table_size;
    table[at] = {packed(word), sign};
  }
}

constexpr Table make_table() {
  Table table{};
  add_words(table, Sign::English,
            {"the",  "and",  "that", "with",  "from",  "which", "were",  "their", "said", "would", "been",
             "they", "this", "who",  "after", "about", "other", "there", "when",  "than", "into",  "could"});
  // Frequent in English, and words of other languages too.
  add_words(table, Sign::Common, {"of",  "to",  "in",  "a",   "for",  "on",  "is",   "at",  "by",  "as",
                                  "was", "it",  "be",  "are", "have", "an",  "will", "has", "his", "he",
                                  "or",  "not", "its", "had", "but",  "new", "more", "one", "up",  "out"});
  // Scots shares all of the words above.
  add_words(table, Sign::Scots,
            {"frae", "tae", "wis", "thair", "wi", "fae", "aw", "thay", "whaur", "dinna", "whit", "yin"});
  return table;
}

constexpr Table word_signs = make_table();

Sign sign_of(std::uint64_t word) {
  for (auto at = slot_of(word); word_signs[at].word != 0; at = (at + 1) % table_size) {
    if (word_signs[at].word == word) return word_signs[at].sign;
  }
  return Sign::None;
}

struct Count {
  std::size_t words = 0;
  std::size_t foreign = 0;             // words that are not in ASCII
  std::array<std::size_t, 4> signs{};  // by Sign

  std::size_t of(Sign sign) const { return signs[static_cast<std::size_t>(sign)]; }
};

Count count_words(std::string_view text) {
  Count count;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto begin = at;
    std::uint64_t word = 0;
    unsigned char bits = 0;
    for (; at < text.size() && (is_ascii_letter(text[at]) || (text[at] & 0x80) != 0); ++at) {
      bits = static_cast<unsigned char>(bits | text[at]);
      word = word << 8 | static_cast<unsigned char>(text[at] | 0x20);
    }
    if (at == begin) continue;
    ++count.words;
    if ((bits & 0x80) != 0) {
      ++count.foreign;
    } else if (at - begin <= longest_word) {
      ++count.signs[static_cast<std::size_t>(sign_of(word))];
    }
  }
  return count;
}

/// In English prose two words of five are in the tables.
bool is_english(const Count& count) {
  const auto known = count.of(Sign::English) + count.of(Sign::Common);
  return count.words >= 12 && count.of(Sign::English) >= 1 && known * 5 >= count.words &&
         count.foreign * 4 <= count.words && count.of(Sign::Scots) == 0;
}

}  // namespace

bool is_plain_english(std::string_view text) {
  const auto head = text.substr(0, head_size);
  const auto middle = std::min(head.find(' ', head.size() / 2), head.size());
  const auto first = count_words(head.substr(0, middle));
  const auto second = count_words(head.substr(middle));
  return is_english(first) && is_english(second) && first.of(Sign::English) + second.of(Sign::English) >= 4;
}

}  // namespace broadsheet
