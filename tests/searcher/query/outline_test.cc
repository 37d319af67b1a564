// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "searcher/query/parser.h"

using namespace broadsheet;

TEST_CASE("an outline shows a query one node a line") {
  const struct {
    std::string text;
    std::string outline;
  } cases[] = {
      {"", "every article\n"},
      {"oil \"opec meeting\" -(war OR =peace)",
       "all of\n  word \"oil\"\n  phrase \"opec meeting\"\n  not\n    any of\n      word \"war\"\n"
       "      exact word \"peace\"\n"},
      {"-war", "all of\n  every article\n  not\n    word \"war\"\n"},
      {"+oil gas", "all of\n  word \"oil\"\n  better with\n    word \"gas\"\n"},
      {"title:elect* person:\"Jane Doe\"",
       "all of\n  words that begin with \"elect\" in title\n  person \"Jane Doe\"\n"},
      {"oil NEAR/5 price", "within 5 words of each other\n  word \"oil\"\n  word \"price\"\n"},
      {"=oil ADJ/2 (price OR cost)",
       "the second at most 2 words behind the first\n  exact word \"oil\"\n  any of\n    word \"price\"\n"
       "    word \"cost\"\n"},
      {"oil ADJ price", "the second right behind the first\n  word \"oil\"\n  word \"price\"\n"},
      {"gadafi~2", "words spelt like \"gadafi\" but for 2 letters\n"},
      {"title:gadafi~", "words spelt like \"gadafi\" but for a letter in title\n"},
      {"date:2019-03", "published from 2019-03-01 to 2019-03-31\n"},
      {"date:2019.. OR date:..2001", "any of\n  published from 2019-01-01\n  published until 2001-12-31\n"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(to_outline(parse_query(c.text, {}).query) == c.outline);
  }
}
