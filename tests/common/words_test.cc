// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/words.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using broadsheet::split_words;
using broadsheet::split_words_by_icu;
using broadsheet::Word;

namespace {

std::string joined(const std::vector<Word>& words) {
  std::string joined;
  for (const Word& word : words) joined += (joined.empty() ? "" : "|") + word.folded;
  return joined;
}

std::string folded(std::string_view text) {
  return joined(split_words(text));
}

}  // namespace

TEST_CASE("a text is split into the words that a reader would name") {
  const struct {
    std::string text;
    std::string words;
  } cases[] = {
      {"Oil prices rose 3.5 pct", "oil|prices|rose|3.5|pct"},
      {"the U.S. said; us too", "the|u.s|said|us|too"},
      {"O'Neill's plan", "o'neill|plan"},
      {"Trump\u2019s visit", "trump|visit"},
      {"l'homme d\u2019Estaing", "l|homme|d|estaing"},
      {"Trump-Putin meeting", "trump|putin|meeting"},
      {"snake_case __ 1,780 10:30", "snake_case|1,780|10|30"},
      {"", ""},
      {"... -- !?", ""},
      {"Große Straße", "grosse|strasse"},
      {"Łódź, Øresund, Đà Nẵng", "lodz|oresund|da|nang"},
      {"İstanbul ısı", "istanbul|isi"},
      {"Москва́ и ёлка, Київ", "москва|и|елка|київ"},
      {"\u4e2d\u56fd\u9886\u5bfc\u4eba", "\u4e2d\u56fd|\u9886\u5bfc|\u4eba"},
      {"\uFF21\uFF22\uFF23 news", "abc|news"},
      {"\u0627\u0644\u0645\u064E\u0644\u0650\u0643", "\u0627\u0644\u0645\u0644\u0643"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(folded(c.text) == c.words);
  }
}

TEST_CASE("each word knows the bytes it covers") {
  const std::string text = "Ère de l\u2019homme, 2019.";
  std::vector<std::string> covered;
  for (const Word& word : split_words(text))
    covered.push_back(text.substr(word.begin, word.end - word.begin));
  CHECK(covered == std::vector<std::string>{"Ère", "de", "l", "homme", "2019"});
}

TEST_CASE("the fast path for ASCII gives the same words as ICU") {
  std::mt19937 random(7);
  const std::string alphabet = "aZ09_.',;:-\"&/ \n\t(@$%s";
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const std::size_t length = random() % 24;
    for (std::size_t i = 0; i < length; ++i) text += alphabet[random() % alphabet.size()];
    CAPTURE(text);
    CHECK(joined(split_words(text)) == joined(split_words_by_icu(text)));
    REQUIRE(split_words(text) == split_words_by_icu(text));
  }
}

TEST_CASE("the same holds for whole characters of many scripts") {
  std::mt19937 random(11);
  const std::vector<std::string> pieces = {"Zel",
                                           "ensky",
                                           " ",
                                           " ",
                                           ".",
                                           "'",
                                           "\u2019",
                                           "\u00e9",
                                           "\u0416",
                                           "\u0301",
                                           "\u4e2d\u56fd",
                                           "\u30ab\u30bf",
                                           "\u0e44\u0e17\u0e22",
                                           "7",
                                           ",",
                                           "_",
                                           "-",
                                           "\u0645"};
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t n = random() % 16; n > 0; --n) text += pieces[random() % pieces.size()];
    CAPTURE(text);
    CHECK(joined(split_words(text)) == joined(split_words_by_icu(text)));
    REQUIRE(split_words(text) == split_words_by_icu(text));
  }
}
