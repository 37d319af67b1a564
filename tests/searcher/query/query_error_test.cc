// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "searcher/query/parser.h"

using namespace broadsheet;

namespace {

std::string what(const std::string& text) {
  try {
    parse_query(text, {});
  } catch (const QueryError& error) {
    return error.what();
  }
  return "no error";
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    all.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return all;
}

}  // namespace

TEST_CASE("an error shows the cause, the query, the place and what to type instead") {
  CHECK(what("hd=oil") ==
        "cannot read the query: \"hd=\" names no field here\n"
        "  hd=oil\n"
        "  ^\n"
        "Try: title:oil");
  CHECK(QueryError("oil", 3, "it is dry", "").what() == std::string("cannot read the query: it is dry\n"
                                                                    "  oil\n"
                                                                    "     ^"));
  CHECK(QueryError("", 0, "it is empty", "a date").what() ==
        std::string("cannot read the query: it is empty\nTry: a date"));
}

TEST_CASE("the caret counts columns, not bytes") {
  const struct {
    std::string text;
    std::size_t column;
  } cases[] = {
      {"oil w/5 gas", 4},
      {"\u043d\u0435\u0444\u0442\u044c w/5 gas", 6},
      {"\u5317\u4eac w/5 gas", 5},
      {"e\u0301te\u0301 w/5 gas", 4},
      {"\uff08oil w/5 gas\uff09", 6},
      {"oil\nw/5 gas", 4},
      {"\u200eoil w/5 gas", 5},  // shown as one replacement character
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(lines(what(c.text))[2] == "  " + std::string(c.column, ' ') + '^');
  }
}

TEST_CASE("of a long query only the part around the place is shown") {
  const std::string filler =
      "word word word word word word word word word word word word word word word word ";
  for (const std::string& text : {filler + filler + "w/5 " + filler, "w/5 " + filler, filler + "w/5"}) {
    const auto shown = lines(what(text));
    REQUIRE(shown.size() == 4);
    CHECK(shown[1].size() <= 2 + 72);
    CHECK(shown[1].substr(shown[2].find('^'), 3) == "w/5");
    CHECK(shown[1].find("...") != std::string::npos);
  }
}

TEST_CASE("an error never sends control characters or broken bytes to a terminal") {
  for (const char c : what("oil \x1b[31m w/5 \x07 gas")) CHECK(static_cast<unsigned char>(c) != 0x1b);
  CHECK(what("oil \xff").find('\xff') == std::string::npos);
}
