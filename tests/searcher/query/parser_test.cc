// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/parser.h"

#include <doctest/doctest.h>

using namespace broadsheet;

namespace {

constexpr std::int32_t parsed_on = 18'031;  // 2019-05-15, a Wednesday

struct QueryCase {
  std::string text;
  std::string query;
};

template <std::size_t N>
void check(const QueryCase (&cases)[N]) {
  for (const QueryCase& c : cases) {
    CAPTURE(c.text);
    const Query query = parse_query(c.text, {false, parsed_on}).query;
    CHECK(to_string(query) == c.query);
    CHECK(parse_query(c.query, {false, parsed_on}).query == query);
  }
}

}  // namespace

TEST_CASE("words side by side are all required; AND, OR and NOT bind as people expect") {
  check({
      {"", ""},
      {" \t\n", ""},
      {"oil", "oil"},
      {"oil price", "oil price"},
      {"oil AND price", "oil price"},
      {"oil OR gas", "oil OR gas"},
      {"oil OR gas price", "oil OR gas price"},
      {"oil price OR gas AND coal", "oil price OR gas coal"},
      {"(oil OR gas) price", "(oil OR gas) price"},
      {"oil AND (gas OR coal)", "oil (gas OR coal)"},
      {"(oil)", "oil"},
      {"((oil) (price))", "oil price"},
      {"oil (price (rise))", "oil price rise"},
      {"oil OR (gas OR coal)", "oil OR gas OR coal"},
      {"oil NOT price", "oil -price"},
      {"oil AND NOT price", "oil -price"},
      {"oil -price", "oil -price"},
      {"oil AND -price", "oil -price"},
      {"-price oil", "oil -price"},
      {"oil -price -gas", "oil -price -gas"},
      {"oil price NOT gas", "oil price -gas"},
      {"oil -(gas price)", "oil -(gas price)"},
      {"oil -(gas OR price)", "oil -(gas OR price)"},
      {"oil NOT (gas OR price)", "oil -(gas OR price)"},
      {"oil OR gas -price", "oil OR gas -price"},
      {"oil (gas -price)", "oil (gas -price)"},
      {"oil OR (gas -price)", "oil OR gas -price"},
      {"(oil OR gas) -price", "(oil OR gas) -price"},
      {"(oil -gas) -price", "(oil -gas) -price"},
      {"NOT(oil)", "-oil"},
      {"oil OR(gas)", "oil OR gas"},
  });
}

TEST_CASE("NEAR and ADJ bind closer than anything else, from left to right") {
  check({
      {"oil NEAR/5 price", "oil NEAR/5 price"},
      {"oil NEAR price", "oil NEAR/10 price"},
      {"oil ADJ price", "oil ADJ/1 price"},
      {"oil NEAR/005 price", "oil NEAR/5 price"},
      {"oil NEAR/5 price rise", "oil NEAR/5 price rise"},
      {"rise oil NEAR/5 price", "rise oil NEAR/5 price"},
      {"oil NEAR/5 price OR gas", "oil NEAR/5 price OR gas"},
      {"(oil NEAR/5 price) OR (gas ADJ/2 price)", "oil NEAR/5 price OR gas ADJ/2 price"},
      {"(oil NEAR/5 price) AND gas", "oil NEAR/5 price gas"},
      {"gas -(oil NEAR/5 price)", "gas -(oil NEAR/5 price)"},
      {"oil NEAR/5 price -gas", "oil NEAR/5 price -gas"},
      {"+(oil NEAR/5 price) gas", "+(oil NEAR/5 price) gas"},
      {"gas oil NEAR/5 price +rise", "+rise gas oil NEAR/5 price"},
      {"a NEAR/5 b ADJ/2 c", "a NEAR/5 b ADJ/2 c"},
      {"(a NEAR/5 b) ADJ/2 c", "a NEAR/5 b ADJ/2 c"},
      {"a NEAR/5 (b ADJ/2 c)", "a NEAR/5 (b ADJ/2 c)"},
      {"\"crude oil\" NEAR/5 (price* OR \"cost of living\")",
       "\"crude oil\" NEAR/5 (price* OR \"cost of living\")"},
      {"oil NEAR/5(price OR cost)", "oil NEAR/5 (price OR cost)"},
      {"AT&T NEAR/3 =deal", "\"AT T\" NEAR/3 =deal"},
      {"title:(oil NEAR/2 price)", "title:oil NEAR/2 title:price"},
      {"title:oil NEAR/2 price", "title:oil NEAR/2 price"},
      {"byline:(jane ADJ doe)", "byline:jane ADJ/1 byline:doe"},
      {"\"NEAR\" =ADJ near adj", "=NEAR =ADJ near adj"},
  });
}

TEST_CASE("a tilde stands for one wrong letter, ~2 for two") {
  check({
      {"gadafi~", "gadafi~"},
      {"gadafi~1", "gadafi~"},
      {"gadafi~2", "gadafi~2"},
      {"gadafi~,", "gadafi~"},
      {"-gadafi~2 libya", "libya -gadafi~2"},
      {"title:gadafi~", "title:gadafi~"},
      {"title:(gadafi~ OR libya)", "title:gadafi~ OR title:libya"},
      {"gadafi~2 NEAR/3 libya", "gadafi~2 NEAR/3 libya"},
      {"5~10", "\"5 10\""},
      {"1,000~2,000", "\"1,000 2,000\""},
  });
}

TEST_CASE("a query may only exclude, and a double negation is resolved") {
  check({
      {"-war", "-war"},
      {"NOT war", "-war"},
      {"-war -peace", "-war -peace"},
      {"-(war peace)", "-(war peace)"},
      {"-(-war)", "war"},
      {"NOT (NOT war)", "war"},
      {"-(-war -peace)", "war OR peace"},
      {"oil -(-war)", "oil war"},
      {"oil (-war)", "oil -war"},
      {"oil (NOT war NOT peace)", "oil -war -peace"},
      {"oil OR (NOT war)", "oil OR (-war)"},
      {"-(oil -war)", "-(oil -war)"},
  });
}

TEST_CASE("beside a word with + the words without are optional, filters are not") {
  check({
      {"+oil", "oil"},
      {"+oil +price", "oil price"},
      {"price +oil", "+oil price"},
      {"+oil price gas", "+oil price gas"},
      {"+oil +price gas", "+oil +price gas"},
      {"price +oil -gas", "+oil price -gas"},
      {"+oil -gas", "oil -gas"},
      {"coal oil AND gas +price", "+oil +gas +price coal"},
      {"+(oil price) gas", "+oil +price gas"},
      {"+(oil OR gas) price", "+(oil OR gas) price"},
      {"+\"oil price\" gas", "+\"oil price\" gas"},
      {"oil person:Putin +war", "+person:Putin +war oil"},
      {"oil date:2019 -gas +war", "+date:2019 +war oil -gas"},
      {"(+oil price) OR gas", "(+oil price) OR gas"},
      {"+oil (-gas)", "+oil (-gas)"},
      {"+oil AND +gas", "oil gas"},
      {"oil AND +gas coal", "+oil +gas coal"},
  });
}

TEST_CASE("exact words, phrases and prefixes") {
  check({
      {"=oil", "=oil"},
      {"-=oil", "-=oil"},
      {"=\"oil\"", "=oil"},
      {"\"oil\"", "=oil"},
      {"\"oil price\"", "\"oil price\""},
      {"=\"oil price\"", "\"oil price\""},
      {"\"  oil,  price!\"", "\"oil price\""},
      {"\"oil price\"gas", "\"oil price\" gas"},
      {"-\"oil price\" gas", "gas -\"oil price\""},
      {"\"war AND peace\"", "\"war AND peace\""},
      {"\"OR\"", "=OR"},
      {"=NOT", "=NOT"},
      {"\"near5\"", "=near5"},
      {"elect*", "elect*"},
      {"elect*?", "elect*"},
      {"\"prime minis*\"", "\"prime minis*\""},
      {"\"prime* minis* of\"", "\"prime* minis* of\""},
      {"\"elect*\"", "elect*"},
      {"near5*", "near5*"},
      {"pre-elect*", "\"pre elect*\""},
      {"\u0438\u0437\u0431\u0438\u0440*", "\u0438\u0437\u0431\u0438\u0440*"},
  });
}

TEST_CASE("a word that is several words is a phrase of them") {
  check({
      {"Trump-Putin", "\"Trump Putin\""},
      {"Trump\u2013Putin", "\"Trump Putin\""},
      {"=Trump-Putin", "\"Trump Putin\""},
      {"-Trump-Putin", "-\"Trump Putin\""},
      {"AT&T", "\"AT T\""},
      {"l'homme", "\"l homme\""},
      {"9/11", "\"9 11\""},
      {"10:30", "\"10 30\""},
      {"U.S.-China", "\"U.S China\""},
      {"https://example.com/a?b=c", "\"https example.com a b c\""},
      {"\u5317\u4eac\u5927\u5b66\u6821\u957f", "\"\u5317\u4eac \u5927\u5b66 \u6821\u957f\""},
      {"EU:n budjetti", "\"EU n\" budjetti"},
  });
}

TEST_CASE("a headline finds what a person means by it") {
  check({
      {"War in Gaza?", "War in Gaza"},
      {"Breaking: war in Gaza", "Breaking war in Gaza"},
      {"BREAKING: oil, gas; coal. Peat\u2026", "BREAKING oil gas coal Peat"},
      {"Fire! Two dead", "Fire Two dead"},
      {"Yahoo! shares", "Yahoo shares"},
      {"What a war!", "What a war"},
      {"oil - gas", "oil gas"},
      {"oil \u2014 gas", "oil gas"},
      {"Opinion | The War", "Opinion The War"},
      {"Marks & Spencer", "Marks Spencer"},
      {"C++ price", "C price"},
      {"O'Neill", "O'Neill"},
      {"O\u2019Neill", "O\u2019Neill"},
      {"Trump's oil", "Trump oil"},
      {"U.S. oil", "U.S oil"},
      {"rock 'n' roll", "rock n roll"},
      {"5'10\" tall", "5'10 tall"},
      {"Apple (AAPL) falls", "Apple AAPL falls"},
      {"[Updated] War", "Updated War"},
      {"US$ A$5", "US \"A 5\""},
      {"5~10", "\"5 10\""},
      {"#oil @opec 50%", "oil opec 50"},
      {"E=mc2", "\"E mc2\""},
      {"Apple Inc <AAPL> falls", "Apple Inc AAPL falls"},
      {"oil -> gas", "oil gas"},
      {"war and peace", "war and peace"},
      {"AND, oil", "and oil"},
      {"SAME oil", "same oil"},
      {"gj\u00f8r \u4e2d\u56fd \u0627\u0644\u0646\u0641\u0637",
       "gj\u00f8r \u4e2d\u56fd \u0627\u0644\u0646\u0641\u0637"},
      {"\u666e\u4eac\uff1a\u6218\u4e89", "\"\u666e \u4eac \u6218\u4e89\""},
  });
}

TEST_CASE("quotes and parentheses of every typography are quotes and parentheses") {
  check({
      {"\u201coil price\u201d gas", "\"oil price\" gas"},
      {"\u201eoil price\u201c", "\"oil price\""},
      {"\u201eoil price\u201d", "\"oil price\""},
      {"\u201doil price\u201d", "\"oil price\""},
      {"\u201coil price\"", "\"oil price\""},
      {"\u00aboil price\u00bb", "\"oil price\""},
      {"\u00bboil price\u00ab", "\"oil price\""},
      {"\u00ab en 2019 \u00bb", "\"en 2019\""},
      {"\u300coil price\u300dgas", "\"oil price\" gas"},
      {"\uff02oil price\uff02", "\"oil price\""},
      {"\uff08oil OR gas\uff09price", "(oil OR gas) price"},
      {"oil\u3000price\u00a0gas", "oil price gas"},
      {"title\uff1aoil", "title:oil"},
      {"\u200eoil\u200f \ufeffgas", "oil gas"},
      {"\u05e6\u05d4\"\u05dc oil", "\u05e6\u05d4\"\u05dc oil"},
      {"\"\u05e6\u05d4\"\u05dc oil\"", "\"\u05e6\u05d4\"\u05dc oil\""},
  });
}

TEST_CASE("fields of words") {
  check({
      {"title:oil", "title:oil"},
      {"TITLE:oil", "title:oil"},
      {"byline:Smith", "byline:Smith"},
      {"-title:oil gas", "gas -title:oil"},
      {"+title:oil gas", "+title:oil gas"},
      {"title:\"oil price\"", "title:\"oil price\""},
      {"title:oil-price", "title:\"oil price\""},
      {"title:=oil", "title:=oil"},
      {"title:=\"OR\"", "title:=OR"},
      {"title:elect*", "title:elect*"},
      {"title:(oil price) gas", "title:oil title:price gas"},
      {"title:(oil OR gas)", "title:oil OR title:gas"},
      {"title:(oil -gas)", "title:oil -title:gas"},
      {"title:(-gas)", "-title:gas"},
      {"title:(+oil \"gas price\")", "+title:oil title:\"gas price\""},
      {"title:(breaking: oil)", "title:breaking title:oil"},
      {"title:OR", "title:or"},
      {"title:10:30", "title:\"10 30\""},
  });
}

TEST_CASE("fields of values, and dates") {
  check({
      {"person:Putin", "person:Putin"},
      {"person:\"Jane  Doe\"", "person:\"Jane Doe\""},
      {"person:\u201cJane Doe\u201d", "person:\"Jane Doe\""},
      {"person:(\"Jane Doe\" OR Putin)", "person:\"Jane Doe\" OR person:Putin"},
      {"person:(\"Jane Doe\" AND Putin)", "person:\"Jane Doe\" person:Putin"},
      {"oil person:(A OR B) -person:C", "oil (person:A OR person:B) -person:C"},
      {"country:US, oil", "country:US oil"},
      {"country:U.S. oil", "country:U.S. oil"},
      {"source:https://example.com/", "source:\"https://example.com/\""},
      {"source:\"E*Trade, Inc.\"", "source:\"E*Trade, Inc.\""},
      {"source:Yahoo!", "source:\"Yahoo!\""},
      {"source:5\"", "source:5\""},
      {"topic:AND", "topic:AND"},
      {"org:\"\u05e6\u05d4\"\u05dc\"", "org:\u05e6\u05d4\"\u05dc"},
      {"language:en section:World about:fr", "language:en section:World about:fr"},
      {"date:2019", "date:2019"},
      {"date:2019-03..2019-05", "date:2019-03..2019-05"},
      {"date:\"last month\"", "date:\"last month\""},
      {"date:last_month", "date:last_month"},
      {"date:\"2019 .. today\"", "date:\"2019 .. today\""},
      {"date:(2001 OR 2003) -date:2001-09", "(date:2001 OR date:2003) -date:2001-09"},
      {"oil date:1987\u20131989", "oil date:1987\u20131989"},
  });
}

TEST_CASE("the tree says where each word is looked for and which days are meant") {
  const Query words = parse_query("title:(oil \"gas price*\")", {false, parsed_on}).query;
  REQUIRE(words.kind == Query::Kind::And);
  CHECK(words.children[0].field == Field::Title);
  CHECK(words.children[0].kind == Query::Kind::Word);
  CHECK(words.children[1].kind == Query::Kind::Phrase);
  CHECK(words.children[1].children[1].kind == Query::Kind::Prefix);
  CHECK(words.children[1].children[1].field == Field::Title);
  const Query dates = parse_query("date:2019-02..", {false, parsed_on}).query;
  CHECK(dates.dates == DayRange{day_number({2019, 2, 1}), {}});
}
