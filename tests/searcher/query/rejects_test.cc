// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "searcher/query/parser.h"

using namespace broadsheet;

namespace {

struct Reject {
  std::string text;
  std::size_t position;
  std::string cause;   // part of it
  std::string remedy;  // part of it
};

template <std::size_t N>
void check(const Reject (&rejects)[N]) {
  for (const Reject& c : rejects) {
    CAPTURE(c.text);
    try {
      const std::string read = to_string(parse_query(c.text, {false, 18'031}).query);
      FAIL_CHECK("no error, but read as: ", read);
    } catch (const QueryError& error) {
      CHECK(error.position() == c.position);
      CHECK_MESSAGE(error.cause().find(c.cause) != std::string::npos, error.cause());
      CHECK_MESSAGE(error.remedy().find(c.remedy) != std::string::npos, error.remedy());
    }
  }
}

}  // namespace

TEST_CASE("an operator without an operand is an error at the operator") {
  check({
      {"war AND", 4, "AND has nothing behind it", "a word behind it"},
      {"AND war", 0, "AND has nothing before it", "a word before it"},
      {"OR war", 0, "OR has nothing before it", "small letters or quotes"},
      {"war OR", 4, "OR has nothing behind it", "a word behind it"},
      {"war NOT", 4, "NOT has nothing behind it", "a word behind it"},
      {"(war OR) peace", 5, "OR has nothing behind it", "a word behind it"},
      {"war AND ???", 4, "AND has nothing behind it", "a word behind it"},
      {"war AND OR peace", 8, "two operators", "one of them"},
      {"war OR AND peace", 7, "two operators", "one of them"},
      {"NOT NOT war", 4, "two operators", "one of them"},
      {"NOT -war", 4, "two operators", "one of them"},
      {"--war", 1, "two operators", "one of them"},
      {"-+war", 1, "two operators", "one of them"},
      {"-AND", 1, "two operators", "one of them"},
      {"war OR NOT peace", 7, "only excludes", "OR (NOT b)"},
      {"-war OR peace", 0, "only excludes", "a NOT b"},
      {"war OR +peace", 7, "can mean two things", "parentheses"},
  });
}

TEST_CASE("parentheses and quotes that do not pair are errors") {
  check({
      {"()", 0, "nothing between the parentheses", "a word"},
      {"war ( )", 4, "nothing between the parentheses", "a word"},
      {"(?)", 0, "nothing between the parentheses", "a word"},
      {"(war", 0, "never closed", "closing parenthesis"},
      {"war (", 4, "never closed", "closing parenthesis"},
      {"war)", 3, "closes none", "opening parenthesis"},
      {"a (b)) c", 5, "closes none", "opening parenthesis"},
      {"war \"oil", 4, "no partner", "second quotation mark"},
      {"oil\"", 3, "no partner", "second quotation mark"},
      {"\u201coil", 0, "no partner", "second quotation mark"},
      {"\"\"", 0, "no word between", "a word"},
      {"\" - \"", 0, "no word between", "a word"},
      {"???", 0, "nothing to search for", "at least one word"},
      {"- \u2013", 0, "nothing to search for", "at least one word"},
  });
}

TEST_CASE("a star stands at the end of a word of at least two characters") {
  check({
      {"e*", 1, "at least two characters", "elect*"},
      {"*tion", 0, "end of a word", "elect*"},
      {"el*n", 2, "end of a word", "el*"},
      {"*", 0, "end of a word", "elect*"},
      {"elect**", 5, "end of a word", "elect*"},
      {"\"prime m*nister\"", 8, "end of a word", "m*"},
      {"=elect*", 6, "do not go together", "elect*"},
      {"person:put*", 10, "a star is not available in person:", "title:"},
      {"\"a b\"*", 5, "end of a word", "elect*"},
  });
}

TEST_CASE("a field that does not exist or has no value is an error that shows the form") {
  check({
      {"author:smith", 0, "no field \"author\"", "byline:smith"},
      {"AUTHOR:smith", 0, "no field \"AUTHOR\"", "byline:smith"},
      {"oil headline:war", 4, "no field \"headline\"", "title:war"},
      {"outlet:bbc", 0, "no field \"outlet\"", "source:bbc"},
      {"place:France", 0, "no field \"place\"", "country:France"},
      {"tittle:war", 0, "no field \"tittle\"", "title:war"},
      {"since:2019", 0, "no field \"since\"", "date:2019-03..2019-05"},
      {"titre:guerre", 0, "no field \"titre\"", "title:guerre"},
      {"Breaking:war", 0, "no field \"Breaking\"", "a space behind the colon"},
      {"frobnicate:war", 0, "no field \"frobnicate\"", "title, byline, source"},
      {"author:\"Jane Doe\"", 0, "no field \"author\"", "byline:"},
      {"title: war", 6, "a space behind title:", "title:war"},
      {"title: \"oil price\"", 6, "a space behind title:", "title:\"oil price\""},
      {"title:", 6, "nothing stands behind title:", "title:word"},
      {"person:", 7, "nothing stands behind person:", "person:word"},
      {"title:?", 6, "no word in \"?\"", "a word"},
      {"title:-war", 6, "stands before the field", "-title:war"},
      {"title:+war", 6, "stands before the field", "+title:war"},
      {"person:-Putin", 7, "stands before the field", "-person:Putin"},
      {"person:=Putin", 7, "never matched by stem", "person:Putin"},
      {"person:\"\"", 7, "no value", "person:"},
      {"=title:war", 1, "stands before \"=\"", "title:=war"},
      {"=(a b)", 1, "takes one word", "=word"},
      {"==war", 1, "two signs", "=word"},
      {"title:(byline:x)", 7, "inside another field", "byline:"},
      {"title:byline:x", 6, "inside another field", "byline:"},
      {"person:(Jane Doe)", 13, "side by side in person:", "quotes"},
      {"country:fr,de", 10, "takes one value", "country:(fr OR de)"},
  });
}

TEST_CASE("what this edition cannot do is an error that says what to use instead") {
  check({
      {"oil SAME SENTENCE price", 4, "SAME SENTENCE is not available", "NEAR/15"},
      {"oil SAME PARAGRAPH price", 4, "SAME PARAGRAPH is not available", "NEAR/50"},
      {"oil /s price", 4, "the same sentence", "NEAR/15"},
      {"oil /p price", 4, "the same sentence or paragraph", "NEAR/50"},
      {"oil pre/s price", 4, "the same sentence", "ADJ/15"},
  });
}

TEST_CASE("NEAR and ADJ take a number of words and stand between words, phrases and alternatives") {
  check({
      {"NEAR/5 price", 0, "NEAR/5 has nothing before it", "small letters or quotes"},
      {"NEAR", 0, "NEAR has nothing before it", "small letters or quotes"},
      {"oil NEAR/5", 4, "NEAR/5 has nothing behind it", "a word behind it"},
      {"oil NEAR", 4, "NEAR has nothing behind it", "small letters or quotes"},
      {"(oil ADJ/2) price", 5, "ADJ/2 has nothing behind it", "a word behind it"},
      {"oil NEAR/5 AND price", 11, "two operators", "one of them"},
      {"oil AND NEAR/5 price", 8, "NEAR/5 has nothing before it", "a word before it"},
      {"oil NEAR/5 NEAR/5 price", 11, "NEAR/5 has nothing before it", "a word before it"},
      {"oil NEAR/0 price", 9, "takes a number of words", "NEAR/5"},
      {"oil NEAR/ price", 9, "takes a number of words", "NEAR/5"},
      {"oil ADJ/x price", 8, "takes a number of words", "ADJ/5"},
      {"oil NEAR/-3 price", 9, "takes a number of words", "NEAR/5"},
      {"oil NEAR/2.5 price", 9, "takes a number of words", "NEAR/5"},
      {"oil NEAR/251 price", 9, "at most 250 words", "AND"},
      {"oil NEAR/99999999999 price", 9, "at most 250 words", "AND"},
      {"-oil NEAR/5 price", 5, "a - before NEAR/5", "-(a NEAR/5 b)"},
      {"NOT oil NEAR/5 price", 8, "a - before NEAR/5", "-(a NEAR/5 b)"},
      {"+oil ADJ price", 5, "a + before ADJ", "+(a ADJ b)"},
      {"oil NEAR/5 -price", 11, "a sign behind NEAR/5", "(a NEAR/5 b) -c"},
      {"oil NEAR/5 NOT price", 11, "a sign behind NEAR/5", "(a NEAR/5 b) -c"},
      {"(oil -gas) NEAR/5 price", 0, "an exclusion beside NEAR/5", "(a NEAR/5 b) -c"},
      {"(oil gas) NEAR/5 price", 0, "can mean two things", "a \"phrase\""},
      {"price NEAR/5 (oil AND gas)", 13, "can mean two things", "(a OR b)"},
      {"price NEAR/5 (x OR (oil gas))", 13, "can mean two things", "(a OR b)"},
      {"person:Putin NEAR/5 war", 0, "person: is not in the text", "AND between"},
      {"war NEAR/5 date:2019", 11, "date: is not in the text", "AND between"},
      {"person:(Jane NEAR/2 Doe)", 8, "person: is not in the text", "AND between"},
      {"byline:smith NEAR/5 war", 20, "a byline is never near the text", "AND between"},
  });
}

TEST_CASE("a tilde stands behind one word, with 1 or 2 letters that may be wrong") {
  check({
      {"fuzzy~3", 5, "at most two letters", "fuzzy~2"},
      {"fuzzy~0", 5, "at most two letters", "fuzzy~2"},
      {"fuzzy~0.8", 5, "at most two letters", "fuzzy~ or fuzzy~2"},
      {"at~", 2, "nearly every short word", "3 letters"},
      {"iran~2", 4, "nearly every short word", "5 letters"},
      {"state-of-art~", 12, "behind one word", "word~"},
      {"\"prime minster~\"", 14, "no meaning between quotes", "minster~"},
      {"=minster~", 8, "no meaning behind \"=\"", "minster~"},
      {"person:zelenski~", 15, "no meaning in person:", "without it"},
      {"elect*~", 6, "behind one word", "word~"},
      {"~war", 0, "stands behind a word", "war~"},
      {"\"oil price\"~5", 11, "behind a phrase", "oil NEAR/5 price"},
      {"\"oil price\"~", 11, "behind a phrase", "NEAR/5"},
  });
}

TEST_CASE("spellings of other systems are errors that give ours") {
  check({
      {"oil w/5 price", 4, "\"w/5\" is no operator here", "NEAR/5"},
      {"oil W/5 price", 4, "\"W/5\"", "NEAR/5"},
      {"oil pre/15 price", 4, "\"pre/15\"", "ADJ/15"},
      {"oil near5 price", 4, "\"near5\"", "NEAR/5"},
      {"oil near/5 price", 4, "\"near/5\"", "NEAR/5"},
      {"oil Near/n price", 4, "\"Near/n\"", "NEAR/5"},
      {"oil adj5 price", 4, "\"adj5\"", "ADJ/5"},
      {"oil /n7 price", 4, "\"/n7\"", "NEAR/7"},
      {"oil /f3 price", 4, "\"/f3\"", "NEAR/3"},
      {"oil w/s price", 4, "same sentence", "NEAR/15"},
      {"oil XOR price", 4, "XOR", "NOT"},
      {"oil ANDNOT price", 4, "ANDNOT", "NOT"},
      {"hd=oil", 0, "\"hd=\" names no field", "title:oil"},
      {"title=oil", 0, "\"title=\" names no field", "title:oil"},
      {"hlead(oil)", 0, "\"hlead\" directly before", "title:("},
      {"title(oil)", 0, "\"title\" directly before", "title:("},
      {"person(Putin)", 0, "\"person\" directly before", "person:\""},
      {"body(oil)", 0, "\"body\" directly before", "title and text"},
      {"atl3(oil)", 0, "how often a word occurs", "the word alone"},
      {"atleast3(oil)", 0, "how often a word occurs", "the word alone"},
      {"elect! fraud", 5, "stands for no letters", "elect*"},
      {"elect! AND Fraud", 5, "stands for no letters", "elect*"},
      {"elect!", 5, "stands for no letters", "elect*"},
      {"wom?n", 3, "stands for no letter", "wom*"},
      {"elect$5", 5, "stands for no letter", "elect*"},
      {"/elect.*ion/", 0, "patterns between slashes", "elect*"},
      {"/election/", 0, "patterns between slashes", "elect*"},
      {"war && peace", 4, "\"&&\"", "AND"},
      {"war||peace", 3, "\"||\"", "OR"},
      {"!war", 0, "\"!\" is no operator", "-war"},
      {"!(war)", 0, "\"!\" is no operator", "-"},
      {"elect! NEAR/5 fraud", 5, "stands for no letters", "elect*"},
      {"war^2", 3, "a weight", "+word"},
      {"oil [2019 TO 2020]", 4, "in brackets", "date:2019..2020"},
      {"date:[2019 TO 2020]", 5, "in brackets", "date:2019..2020"},
      {"{war}", 0, "braces", "parentheses"},
      {"date>2019", 4, "\"<\" and \">\"", "date:2019.."},
      {"words<300", 5, "\"<\" and \">\"", "date:2019.."},
      {"date > 2019", 5, "\"<\" and \">\"", "date:2019.."},
      {"2019..2020", 0, "needs its field", "date:2019..2020"},
      {"oil ..2001", 4, "needs its field", "date:..2001"},
  });
}

TEST_CASE("a date in a query that cannot be read is an error at the date") {
  check({
      {"oil date:03/05/2019", 9, "3 May 2019 or 5 March 2019", "2019-05-03 or 2019-03-05"},
      {"date:2019..2019-02-30", 11, "no day of the calendar", "2019-02-28"},
      {"date:2020..2019", 5, "begins after it ends", "2019..2020"},
      {"date:\"last fortnight\"", 6, "is no date", "last month"},
      {"date:last month", 5, "\"last\" alone is no date", "\"last month\""},
      {"date:-2019", 5, "stands before", "-date:2019"},
      {"date:(2019 2020)", 11, "side by side in date:", "OR"},
  });
}

TEST_CASE("a query is bounded in characters, levels and words") {
  const auto repeated = [](const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
  };
  const auto rejected = [](const std::string& text, const char* cause) {
    CHECK_THROWS_WITH_AS(parse_query(text, {}), doctest::Contains(cause), QueryError);
  };
  CHECK_NOTHROW(parse_query(repeated("(", 64) + "oil" + repeated(")", 64), {}));
  rejected(repeated("(", 65) + "oil" + repeated(")", 65), "64 deep");
  rejected(repeated("(", 9'000), "64 deep");
  CHECK_NOTHROW(parse_query(repeated("oil ", 1'000), {}));
  rejected(repeated("oil ", 1'001), "1,000 words");
  rejected(repeated("oil-", 1'001), "1,000 words");
  CHECK_NOTHROW(parse_query(repeated("\u0436", 10'000), {}));
  rejected(repeated("\u0436", 10'001), "10,000 characters");
  rejected("byline:(" + repeated("election ", 999) + ')', "written out");
  rejected("oil \xC3( price", "not UTF-8");
}
