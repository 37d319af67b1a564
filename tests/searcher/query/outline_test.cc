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
      {"date:2019-03", "published from 2019-03-01 to 2019-03-31\n"},
      {"date:2019.. OR date:..2001", "any of\n  published from 2019-01-01\n  published until 2001-12-31\n"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(to_outline(parse_query(c.text, {}).query) == c.outline);
  }
}
