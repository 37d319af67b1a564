// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/display.h"

#include <doctest/doctest.h>

namespace broadsheet {

TEST_CASE("Columns are counted as a terminal draws them") {
  struct Case {
    const char* input;
    std::size_t width;
  };
  for (const Case& c : {Case{"", 0}, Case{"plain", 5}, Case{"東京", 4}, Case{"ＡＢ", 4}, Case{"e\u0301", 1},
                        Case{"한국", 4}, Case{"\u1112\u1161\u11AB", 2}, Case{"ไทย", 3}, Case{"कि", 2},
                        Case{"\u200Dx", 1}, Case{"Ω", 1}, Case{"\xFF", 1}}) {
    CAPTURE(c.input);
    CHECK(display_width(c.input) == c.width);
  }
}

TEST_CASE("A label that is too wide is cut between graphemes and ends in an ellipsis") {
  struct Case {
    const char* input;
    std::size_t columns;
    const char* cut;
  };
  for (const Case& c :
       {Case{"short", 5, "short"}, Case{"longer", 5, "long…"}, Case{"two words", 5, "two…"},
        Case{"東京都", 5, "東京…"}, Case{"東京都", 4, "東…"}, Case{"cafe\u0301s", 5, "cafe\u0301s"},
        Case{"cafe\u0301s!", 5, "cafe\u0301…"}, Case{"x", 0, ""}}) {
    CAPTURE(c.input);
    CHECK(cut_to_width(c.input, c.columns) == c.cut);
    CHECK(display_width(cut_to_width(c.input, c.columns)) <= c.columns);
  }
}

TEST_CASE("Text is wrapped where its script lets a line end") {
  struct Case {
    const char* input;
    std::size_t columns;
    std::vector<std::string> lines;
  };
  const std::vector<Case> cases = {{"", 10, {}},
                                   {"one two three", 7, {"one two", "three"}},
                                   {"one two three", 8, {"one two", "three"}},
                                   {"   kept indent", 80, {"   kept indent"}},
                                   {"abcdefghij", 4, {"abcd", "efgh", "ij"}},
                                   {"a abcdefghij b", 4, {"a", "abcd", "efgh", "ij b"}},
                                   {"東京株式市場", 5, {"東京", "株式", "市場"}},
                                   {"tail    ", 6, {"tail"}},
                                   {"well-known fact", 10, {"well-known", "fact"}}};
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(wrap(c.input, c.columns) == c.lines);
  }
}

TEST_CASE("Wrapped lines are never wider than asked, whatever the text") {
  const std::string text =
      "Ein sehr langerunddurchgehenderZusammenhang 東京都 ภาษาไทย e\u0301e\u0301e\u0301 "
      "https://a.example/b/c?d=e&f";
  for (std::size_t columns = 2; columns < 40; ++columns) {
    CAPTURE(columns);
    for (const std::string& line : wrap(text, columns)) CHECK(display_width(line) <= columns);
  }
}

TEST_CASE("Numbers agree with their nouns") {
  CHECK(counted(0, "article") == "0 articles");
  CHECK(counted(1, "article") == "1 article");
  CHECK(counted(2, "article") == "2 articles");
}

}  // namespace broadsheet
