// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/lessened.h"

#include <doctest/doctest.h>

#include "searcher/query/parser.h"

using namespace broadsheet;

TEST_CASE("a query is lessened part by part") {
  using Parts = std::vector<std::pair<std::string, std::string>>;  // what is left out, and what is left
  const struct {
    std::string text;
    Parts parts;
  } cases[] = {
      {"", {}},
      {"oil", {}},
      {"oil OR gas", {}},
      {"oil price", {{"oil", "price"}, {"price", "oil"}}},
      {"oil (gas OR coal) person:Putin",
       {{"oil", "(gas OR coal) person:Putin"},
        {"gas OR coal", "oil person:Putin"},
        {"person:Putin", "oil (gas OR coal)"}}},
      {"\"oil price\"", {{"the quotes of \"oil price\"", "=oil =price"}}},
      {"oil NEAR/5 price", {{"the distance of oil NEAR/5 price", "oil price"}}},
      {"war \"oil price\"",
       {{"war", "\"oil price\""},
        {"\"oil price\"", "war"},
        {"the quotes of \"oil price\"", "war =oil =price"}}},
      {"oil -war", {{"-war", "oil"}}},
      {"-war", {{"-war", ""}}},
      {"oil gas -war -(a b)",
       {{"oil", "gas -war -(a b)"},
        {"gas", "oil -war -(a b)"},
        {"-war", "oil gas -(a b)"},
        {"-(a b)", "oil gas -war"}}},
      {"+oil +gas coal", {{"oil", "gas"}, {"gas", "oil"}}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    Parts parts;
    for (const Lessened& less : lessened(parse_query(c.text, {}).query)) {
      parts.emplace_back(less.without, to_string(less.query));
      CHECK(parse_query(to_string(less.query), {}).query == less.query);
    }
    CHECK(parts == c.parts);
  }
}

TEST_CASE("a long query is not taken apart") {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "w" + std::to_string(i) + ' ';
  CHECK(lessened(parse_query(text, {}).query).size() == 20);
  CHECK(lessened(parse_query(text + "more", {}).query).empty());
}
