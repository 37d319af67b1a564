// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "searcher/query/parser.h"

using namespace broadsheet;

TEST_CASE("in natural mode any word may match and no punctuation is an operator or an error") {
  const struct {
    std::string text;
    std::string query;
  } cases[] = {
      {"", ""},
      {"oil", "oil"},
      {"oil price", "oil OR price"},
      {"oil, price; \"opec meeting\" (1987)?", "oil OR price OR \"opec meeting\" OR 1987"},
      {"war AND peace OR NOT", "war OR and OR peace OR or OR not"},
      {"Trump-Putin", "Trump OR Putin"},
      {"title: oil person:x", "title OR oil OR person OR x"},
      {"-oil +gas =coal !peat", "oil OR gas OR coal OR peat"},
      {"elect* *tion **", "elect OR tion"},
      {"\"unbalanced quote", "unbalanced OR quote"},
      {"5'10\" and 6'2\"", "5'10 OR and OR 6'2"},
      {"near5 w/5 atl3 {x} [2019 TO 2020]", "=near5 OR w OR 5 OR =atl3 OR x OR 2019 OR TO OR 2020"},
      {"((( )))) oil", "oil"},
      {"\u201coil price\u201d \u00abgas\u00bb", "\"oil price\" OR =gas"},
      {"\"\" oil \"--\"", "oil"},
      {"NEAR && || ~", "near"},
      {"\u5317\u4eac\u5927\u5b66", "\u5317\u4eac OR \u5927\u5b66"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const ParsedQuery parsed = parse_query(c.text, {true, 0});
    CHECK(to_string(parsed.query) == c.query);
    CHECK(parsed.notices.empty());
    CHECK(parse_query(c.query, {}).query == parsed.query);
  }
}

TEST_CASE("natural text without a word is an error, not a query for everything") {
  CHECK_THROWS_WITH_AS(parse_query("??? -- \"\"", {true, 0}), doctest::Contains("nothing to search for"),
                       QueryError);
}
