// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/sgml/reuters_sgml_reader.h"

#include <doctest/doctest.h>

#include "indexer/readers/fields/person_key.h"
#include "indexer/readers/sgml/sgml_text.h"
#include "tests/indexer/readers/reading.h"

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

const char* const kWholeArticle =
    "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n"
    "<REUTERS TOPICS=\"YES\" OLDID=\"5\" NEWID=\"17\">\n"
    "<DATE> 3-MAR-1987 10:11:12.13</DATE>\n"
    "<TOPICS><D>tin</D></TOPICS>\n<PLACES><D>west-germany</D><D>usa</D></PLACES>\n"
    "<PEOPLE><D>de-la-roche</D><D>ann-poe</D></PEOPLE>\n<ORGS><D>ec</D></ORGS>\n"
    "<EXCHANGES><D>lme</D></EXCHANGES>\n<COMPANIES><D>acme</D></COMPANIES>\n"
    "<UNKNOWN>&#5;&#5;F Y</UNKNOWN>\n"
    "<TEXT>&#2;\n<TITLE>TIN &lt;TN> &amp; ZINC</TITLE>\n<AUTHOR>    By Bo Ray, Reuters</AUTHOR>\n"
    "<DATELINE>    BONN, March 3 - </DATELINE><BODY>Caf\xE9s &#233; ran out of tin.\n "
    "Reuter\n&#3;</BODY></TEXT>\n"
    "</REUTERS>\n";

std::string with_text(const std::string& text) {
  return "<REUTERS NEWID=\"1\">\n<TEXT>" + text + "</TEXT>\n</REUTERS>";
}

}  // namespace

TEST_CASE("a Reuters record keeps all that its codes say") {
  const Record record = read_one(kWholeArticle);
  CHECK(record.id == "17");
  CHECK(record.date == "3-MAR-1987 10:11:12.13");
  CHECK(record.title == "TIN <TN> & ZINC");
  CHECK(record.dateline == "BONN, March 3 -");
  CHECK(record.bylines == std::vector<std::string>{"Bo Ray"});
  CHECK(record.topics == std::vector<std::string>{"tin", "lme"});
  CHECK(record.countries == std::vector<std::string>{"west-germany", "usa"});
  CHECK(record.persons == std::vector<std::string>{"de la Roche", "Ann Poe"});
  CHECK(record.organisations == std::vector<std::string>{"ec", "acme"});
  CHECK(record.body == "Caf\xE9s \xE9 ran out of tin.\n Reuter\n\x03");
  CHECK(record.charset == "iso-8859-1");
  CHECK(record.offset == 36);
  CHECK(record.source == "Reuters");
}

TEST_CASE("a Reuters record has the text that it has") {
  struct Case {
    std::string_view text;
    std::string_view title;
    std::string_view body;
  };
  constexpr Case cases[] = {
      {"<TITLE>T</TITLE><BODY>B</BODY>", "T", "B"},
      {"&#2;\n******<TITLE>T\n</TITLE>Blah blah blah.\n&#3;", "T", ""},
      {"******<TITLE>T</TITLE>\nMore of it.", "T", "\nMore of it."},
      {"&#2;\nWEEKLY REPORT\n  1.0 2.0\n", "WEEKLY REPORT", "\x02\nWEEKLY REPORT\n  1.0 2.0\n"},
      {"<TITLE>T</TITLE>", "T", ""},
      {"", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Record record = read_one(with_text(std::string(c.text)));
    CHECK(record.title == c.title);
    CHECK(record.body == c.body);
  }
}

TEST_CASE("Reuters records are found among rubbish, in pieces of any size, and half ones are rejected") {
  struct Case {
    std::string_view input;
    std::string_view outline;
  };
  constexpr Case cases[] = {
      {"<REUTERS NEWID=\"1\"><TITLE>a</TITLE></REUTERS> rubbish <REUTERS NEWID=\"2\"></REUTERS>", "1: , 2: "},
      {"<REUTERS NEWID=\"1\"><TEXT><REUTERS NEWID=\"2\"></REUTERS>", "2: , reject"},
      {"<REUTERS NEWID=\"1\"></REUTERS><REUTERS NEWID=\"2\"><TEXT><TITLE>cut o", "1: , reject"},
      {"<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n", "reject"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(outline(read_text(c.input)) == c.outline);
    CHECK(outline(read_text(c.input, {.chunk = 1})) == c.outline);
  }
}

TEST_CASE("a Reuters dump cut off anywhere gives a record or a reject") {
  const std::string whole = kWholeArticle;
  for (std::size_t length = 40; length < whole.size() - 1; ++length) {
    CAPTURE(length);
    CHECK(outline(read_text(whole.substr(0, length), {.options = {.format = "reuters-sgml"}})) == "reject");
  }
}

TEST_CASE("the keys that people are filed under become names") {
  struct Case {
    std::string_view key;
    std::string_view name;
  };
  constexpr Case cases[] = {
      {"poe", "Poe"},
      {"ann-poe", "Ann Poe"},
      {"de-la-roche", "de la Roche"},
      {"von-poe", "von Poe"},
      {"poe-de-la-roche", "Poe de la Roche"},
      {"o-poe", "O'Poe"},
      {"hadi-al-poe", "Hadi al Poe"},
      {"Ann Poe", "Ann Poe"},
      {"--", ""},
      {"de", "De"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.key);
    CHECK(name_of_person_key(c.key) == c.name);
  }
}

TEST_CASE("SGML references are decoded as far as the charset goes") {
  struct Case {
    std::string_view input;
    bool utf8;
    std::string_view expected;
  };
  constexpr Case cases[] = {
      {"a &lt;b&gt; &amp; &quot;c&apos;", false, "a <b> & \"c'"},
      {"&#233;", false, "\xE9"},
      {"&#233;&#8364;", true, "\xC3\xA9\xE2\x82\xAC"},
      {"&#8364; &nosuch; & &; &#x41; &#55296; &#99999999999;", false,
       "&#8364; &nosuch; & &; &#x41; &#55296; &#99999999999;"},
      {"&#55296;", true, "&#55296;"},
      {"a&#0;b", false, "ab"},
      {"AT&T", false, "AT&T"},
      {"&", false, "&"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(decode_sgml(c.input, c.utf8) == c.expected);
  }
}
