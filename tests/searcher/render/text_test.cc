// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <map>
#include <sstream>

#include "searcher/render/display.h"
#include "tests/searcher/render/sample.h"

namespace broadsheet {
namespace {

using sample::rendered;

std::string page(const ResponseHead& head, const std::vector<Hit>& hits, unsigned columns = 80) {
  RenderOptions options;
  options.columns = columns;
  return rendered(options, head, hits);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("A page shows question, hits, facets, dates and what to do next") {
  CHECK(page(sample::head(), {sample::tokyo(), sample::hostile(), sample::bare()}) ==
        R"(Query  stock AND market (all words)   Dates  2019-03-01..2019-05-31
412 articles in 287 stories, best first, 1-3.  Left out: 31 undated, 4 imprecise

  1  Tokyo shares slip as the yen firms                                   a3f91c
     2019-04-02 09:14  Example Wire  412 words  CORRECTED  +17 copies, 9 sources
     ... the [stock market] fell 3 percent after Governor Haruhiko Kuroda
     spoke ...
  2  =東京株式市場は円高を受けて大幅に反落し、半年ぶりの安値をつけた�ev…  0b55aa
     2019-04  Say "hi", now  1 word
     円高で�[2J[株式]は下落
  3  (no title)                                                           ffffff
     undated  0 words

PERSON                     COUNTRY MENTIONED          SOURCE
  Haruhiko Kuroda     88   > Japan              301     Example Wire       240
  Shinzo Abe*         61     United States      190     A Daily With A Lo… 172
  +214 more                  (none)              12
  * variants joined
DATE  2019-03 ######## 160    2019-04 ######### 181    2019-05 #### 71
Narrow: --person "Shinzo Abe"    Next: --offset 3    Copies: --copies show
Names: --variants "Shinzo Abe"
)");
}

TEST_CASE("The first lines say what was asked and how much was found") {
  struct Case {
    std::uint64_t matches;
    std::uint64_t stories;
    std::uint64_t first;
    std::uint64_t last;
    bool ranked;
    bool oldest_first;
    const char* expected;
  };
  for (const Case& c : {Case{1, 1, 1, 1, true, false, "1 article."},
                        Case{2, 1, 1, 2, true, false, "2 articles in 1 story, best first, 1-2."},
                        Case{21, 21, 21, 21, false, false, "21 articles in 21 stories, newest first, 21."},
                        Case{21, 20, 0, 0, false, true, "21 articles in 20 stories."},
                        Case{0, 0, 0, 0, true, false, "No articles."}}) {
    ResponseHead head;
    head.matches = c.matches;
    head.stories = c.stories;
    head.first = c.first;
    head.last = c.last;
    head.ranked = c.ranked;
    head.oldest_first = c.oldest_first;
    CHECK(lines_of(page(head, {})).at(0) == "All articles");
    CHECK(lines_of(page(head, {})).at(1) == c.expected);
  }
}

TEST_CASE("A question without an answer says which clause leaves nothing") {
  ResponseHead head;
  head.query_id = "51";
  head.query = "yen zloty";
  head.query_mode = "all words";
  head.notices = {"'zloty' is in no article"};
  head.untagged = {"3 more articles contain \"Abe\" without being tagged"};
  head.left_out_undated = 1;
  head.without = {{"zloty", 12}, {"yen", 0}};
  CHECK(page(head, {}) == R"(Query 51  yen zloty (all words)
Note: 'zloty' is in no article
Note: 3 more articles contain "Abe" without being tagged
No articles.  Left out: 1 undated
Without zloty: 12
Without yen: 0
)");
}

TEST_CASE("An explanation stands before the hits, each answer apart from the one before") {
  ResponseHead head;
  head.matches = head.first = head.last = 1;
  head.explanation = "word yen\n";
  std::ostringstream out;
  const auto renderer = make_renderer({}, out);
  for (int i = 0; i < 2; ++i) {
    renderer->begin(head);
    renderer->end(head);
  }
  const std::string answer = "All articles\n\nword yen\n\n1 article.\n";
  CHECK(out.str() == answer + "\n" + answer);
}

TEST_CASE("No line is wider than the page") {
  for (unsigned columns : {40u, 53u, 80u, 120u, 200u}) {
    for (const std::string& line :
         lines_of(page(sample::head(), {sample::tokyo(), sample::hostile()}, columns))) {
      CAPTURE(line);
      CHECK(display_width(line) <= columns);
    }
  }
}

TEST_CASE("Nothing from an archive can command a terminal") {
  Hit hit = sample::hostile();
  hit.article.section = hit.short_id = "\x1b]0;x\x07\u202E";
  ResponseHead head = sample::head();
  head.query = head.query_mode = head.explanation = head.narrow_hint = "\x1b[1m\u202E";
  head.filters = head.notices = head.untagged = {"\x9B 1m\r\u2066"};
  for (FacetTable& table : head.facets) table.rows.at(0).label = "\x1b[1mlabel\u202E";
  const std::string text = page(head, {hit});
  for (char c : text) CHECK((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
  for (const char* control : {"\u202E", "\u2066", "\u009B"}) CHECK_FALSE(contains(text, control));
}

TEST_CASE("A terminal gets bold titles that are links, and coloured marks") {
  RenderOptions options;
  options.terminal = true;
  const std::string text =
      rendered(options, sample::head(), {sample::tokyo(), sample::hostile(), sample::bare()});
  CHECK(contains(text,
                 "\x1b]8;;https://example.org/tokyo\x1b\\\x1b[1mTokyo shares slip as the yen "
                 "firms\x1b[0m\x1b]8;;\x1b\\"));
  CHECK(contains(text, "the \x1b[1;31mstock market\x1b[0m fell"));
  CHECK(contains(text, "\x1b]8;;https://example.org/%1B\\%C3%BC\x1b\\"));
  CHECK(contains(text, "  3  \x1b[1m(no title)\x1b[0m"));
}

TEST_CASE("Only addresses of the web become links") {
  RenderOptions options;
  options.terminal = true;
  for (const char* url : {"", "javascript:alert(1)", "file:///etc/passwd", "HTTP"}) {
    Hit hit = sample::tokyo();
    hit.article.url = url;
    CHECK_FALSE(contains(rendered(options, sample::head(), {hit}), "\x1b]8"));
  }
}

TEST_CASE("Of a long passage the two lines with most marks are shown") {
  Hit hit = sample::tokyo();
  hit.snippet = {};
  for (int i = 0; i < 40; ++i) hit.snippet.text += "word ";
  hit.snippet.marks = {{195, 199}};
  ResponseHead head;
  head.matches = 1;
  const auto lines = lines_of(page(head, {hit}));
  CHECK(lines.at(lines.size() - 2).starts_with("     ... word word"));
  CHECK(lines.back().ends_with("word [word]"));
}

TEST_CASE("A timeline of many rows has one line each, bars by the highest") {
  ResponseHead head;
  head.matches = 12;
  head.timeline = FacetTable{Facet::Month, {}, 0};
  for (int month = 10; month < 35; ++month)
    head.timeline->rows.push_back({"m" + std::to_string(month), "", 0, false, false});
  head.timeline->rows.at(0).count = 10;
  head.timeline->rows.at(1).count = 1;
  head.timeline->rows.push_back({"unknown", "", 5, false, false});
  head.timeline->rows.push_back({"undated", "", 0, false, false});
  const auto lines = lines_of(page(head, {}, 40));
  CHECK(lines.at(3) == "DATE");
  CHECK(lines.at(4) == "  m10            10  ###################");
  CHECK(lines.at(5) == "  m11             1  ##");
  CHECK(lines.at(6) == "  m12             0");
  CHECK(lines.at(29) == "  month unknown   5  ##########");
  CHECK(lines.at(30) == "  undated         0");
}

TEST_CASE("Years without articles do not flood the page, and no count is lost") {
  const auto years = [](std::int32_t first, std::int32_t last,
                        const std::map<std::int32_t, unsigned>& counts) {
    FacetTable table;
    table.facet = Facet::Year;
    for (std::int32_t year = first; year <= last; ++year) {
      const auto found = counts.find(year);
      const std::string name = std::to_string(year);
      table.rows.push_back({name, name, found == counts.end() ? 0u : found->second, false, false});
    }
    table.rows.push_back({"undated", "undated", 7, false, false});
    return table;
  };
  std::map<std::int32_t, unsigned> every_second_year;
  for (std::int32_t year = 1900; year < 2020; year += 2) every_second_year[year] = 1;
  const struct {
    FacetTable table;
    std::string shown;
  } cases[] = {
      {years(1945, 1947, {{1945, 2}, {1947, 2}}), "DATE  1945 ### 2    1946 0    1947 ### 2"},
      {years(1945, 2020, {{1945, 2}, {1989, 2}, {2020, 2}}),
       "DATE\n  1945       2  ##################\n  1946-1988  0\n  1989       2  ##################\n"
       "  1990-2019  0\n  2020       2  ##################\n  undated    7  #####"},
      {years(1900, 2019, every_second_year), "DATE\n  1900s    5  ####"},
      {years(1900, 2019, every_second_year), "  2010s    5  ###"},
      {years(1800, 2020, {{1800, 2}, {1989, 2}, {2020, 2}}), "  1801-1988  0\n"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.shown);
    ResponseHead head;
    head.matches = 1;
    head.timeline = c.table;
    const std::string text = page(head, {});
    CAPTURE(text);
    CHECK(contains(text, c.shown));
  }
  ResponseHead head;
  head.facets = {years(1945, 2020, {{1945, 2}, {2020, 2}})};
  for (const char* row : {"\n  1945 ", "\n  1946-2019 ", "\n  2020 ", "\n  undated "}) {
    CAPTURE(row);
    CHECK(contains(page(head, {}), row));
  }
  CHECK_FALSE(contains(page(head, {}), "  1980"));
}

TEST_CASE("Hints can be pasted into a shell") {
  struct Case {
    const char* name;
    const char* expected;
  };
  for (const Case& c :
       {Case{"Pat O'Hara", "--variants \"Pat O'Hara\""}, Case{"A $HOME", "--variants 'A $HOME'"},
        Case{"\"X\" O'Y", "--variants '\"X\" O'\\''Y'"}}) {
    ResponseHead head;
    head.facets = {{Facet::Person, {{c.name, c.name, 1, false, true}}, 0}};
    CHECK(contains(page(head, {}), std::string("Names: ") + c.expected + "\n"));
  }
}

TEST_CASE(
    "A hit says how many copies of it there are, in how many papers; pages of stories end with the last") {
  struct Case {
    std::uint64_t copies;
    std::uint64_t sources;
    const char* expected;
  };
  for (const Case& c : {Case{0, 1, "     undated  0 words"}, Case{1, 1, "     undated  0 words  +1 copy"},
                        Case{1, 2, "     undated  0 words  +1 copy, 2 sources"},
                        Case{1234, 99, "     undated  0 words  +1234 copies, 99 sources"}}) {
    Hit hit = sample::bare();
    hit.story = {"3", c.copies, c.sources, {}};
    CHECK(lines_of(page({}, {hit})).back() == c.expected);
  }
  ResponseHead head;
  head.matches = 30;
  head.stories = head.last = 10;
  CHECK(contains(page(head, {}), "Next: --offset 10"));
  head.folded = true;
  CHECK_FALSE(contains(page(head, {}), "Next"));
  CHECK(contains(page(head, {}), "Copies: --copies show"));
}

}  // namespace broadsheet
