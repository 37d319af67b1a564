// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/edits.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace broadsheet;

TEST_CASE("letters added, left out, changed or swapped with a neighbour count one each") {
  const struct {
    const char* word;
    const char* text;
    unsigned distance;  // 3: too far
  } cases[] = {
      {"minister", "minister", 0},
      {"minister", "minster", 1},
      {"minister", "mminister", 1},
      {"minister", "minixter", 1},
      {"minister", "minsiter", 1},
      {"minister", "minsitre", 2},
      {"minister", "ministries", 3},
      {"minister", "", 3},
      {"gadafi", "gaddafi", 1},
      {"gadafi", "qaddafi", 2},
      {"gadafi", "kadhafi", 2},
      {"abc", "ca", 3},
      {"\u017c\u00f3\u0142w", "\u017c\u00f3\u0142", 1},
      {"\u6771\u4eac", "\u4eac\u6771", 1},
      {"", "ab", 2},
      {"oil", "oil ", 1},
  };
  for (const auto& c : cases) {
    CAPTURE(c.word);
    CAPTURE(c.text);
    Edits edits(c.word, 2);
    CHECK(std::min(edits_between(edits, c.text), 3U) == c.distance);
    CHECK(edits_between(edits, c.word) == 0);
  }
}

TEST_CASE("words that share their beginning share its work") {
  Edits edits("election", 1);
  for (char c : std::string("elect")) CHECK(edits.push(static_cast<char32_t>(c)));
  CHECK(edits.push(U'x'));
  CHECK_FALSE(edits.push(U'x'));
  edits.keep(5);
  for (char c : std::string("ion")) CHECK(edits.push(static_cast<char32_t>(c)));
  CHECK(edits.letters() == 8);
  CHECK(edits.distance() == 0);
}
