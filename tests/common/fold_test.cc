// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/fold.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using broadsheet::fold;

TEST_CASE("spellings that a reader takes for the same fold to the same") {
  const struct {
    const char* text;
    const char* folded;
  } cases[] = {
      {"ZELENSKY", "zelensky"},
      {"Škoda", "skoda"},
      {"cœur Æsop", "coeur aesop"},
      {"Straße", "strasse"},
      {"rock \u2019n\u2019 roll", "rock 'n' roll"},
      {"1987\u20131989", "1987-1989"},
      {"Горбачёв", "горбачев"},
      {"Їжак Йосип", "їжак йосип"},
      {"ﬁnance", "finance"},
      {"ｶﾀｶﾅ", "カタカナ"},
      {"がぎ", "がぎ"},
      {"हिन्दी", "हिन्दी"},
      {"Ελλάδα", "ελλαδα"},
      {"أحمد", "احمد"},
      {"", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(fold(c.text) == c.folded);
  }
}

TEST_CASE("folding what is folded changes nothing, whatever the text") {
  std::mt19937 random(3);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int n = 0; n < 4; ++n) {
      const char32_t c = random() % 2 == 0 ? random() % 0x600 : random() % 0x30000;
      if (c >= 0xD800 && c < 0xE000) continue;
      if (c < 0x80) {
        text += static_cast<char>(c);
      } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | c >> 6);
        text += static_cast<char>(0x80 | (c & 63));
      } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | c >> 12);
        text += static_cast<char>(0x80 | (c >> 6 & 63));
        text += static_cast<char>(0x80 | (c & 63));
      } else {
        text += static_cast<char>(0xF0 | c >> 18);
        text += static_cast<char>(0x80 | (c >> 12 & 63));
        text += static_cast<char>(0x80 | (c >> 6 & 63));
        text += static_cast<char>(0x80 | (c & 63));
      }
    }
    CAPTURE(text);
    const std::string once = fold(text);
    REQUIRE(fold(once) == once);
  }
}

TEST_CASE("ill-formed bytes never come through") {
  CHECK(fold("\xFF\xFE") == "\uFFFD\uFFFD");
  CHECK_FALSE(broadsheet::is_utf8("\xC3"));
  CHECK_FALSE(broadsheet::is_utf8("\xED\xA0\x80"));
  CHECK(broadsheet::is_utf8("\u00e9 ok"));
}

TEST_CASE("values that differ in white space and case are one value") {
  CHECK(broadsheet::fold_value("  The  Harbour\u00A0Post ") == "the harbour post");
  CHECK(broadsheet::tidy_value(" A \n B ") == "A B");
}
