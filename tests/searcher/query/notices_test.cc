// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "searcher/query/parser.h"

using namespace broadsheet;

TEST_CASE("what was read otherwise than some people mean it is said, once") {
  const struct {
    std::string text;
    std::vector<std::string> notices;  // part of each
  } cases[] = {
      {"oil price", {}},
      {"oil or gas", {"\"or\" is a word here; type OR for either"}},
      {"oil or gas or coal", {"\"or\" is a word here"}},
      {"war and peace", {"\"and\" is a word here"}},
      {"not war", {"\"not\" is a word here; type NOT"}},
      {"to be or not to be", {"\"or\" is a word", "\"not\" is a word"}},
      {"title:(war and peace)", {"\"and\" is a word here"}},
      {"or", {}},
      {"oil or", {}},
      {"oil =or gas", {}},
      {"\"oil or gas\"", {}},
      {"oil - gas", {"\"-\" holds no word and was left out"}},
      {"oil | gas", {"type OR for either"}},
      {"oil | gas | coal", {"\"|\" holds no word"}},
      {"Yahoo! shares", {"type Yahoo*"}},
      {"person:Jane Doe", {"person:\"Jane Doe\""}},
      {"person:Jane doe", {}},
      {"person:Jane AND Doe", {}},
      {"person:Jane country:US", {}},
      {"author: smith", {"byline:word"}},
      {"Breaking: war", {}},
      {"CABINET NOT DIVIDED", {"AND, OR, NOT, NEAR and ADJ are operators"}},
      {"FIRE NEAR TOWN HALL", {"AND, OR, NOT, NEAR and ADJ are operators"}},
      {"SAME STORY", {}},
      {"Cabinet NOT divided", {}},
      {"\u77f3\u6cb9 OR \u5929", {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto notices = parse_query(c.text, {}).notices;
    REQUIRE(notices.size() == c.notices.size());
    for (std::size_t i = 0; i < notices.size(); ++i) {
      CHECK_MESSAGE(notices[i].find(c.notices[i]) != std::string::npos, notices[i]);
    }
  }
}
