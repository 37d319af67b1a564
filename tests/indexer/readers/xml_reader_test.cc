// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/xml_reader.h"

#include <doctest/doctest.h>

#include "indexer/readers/xml/base64.h"
#include "indexer/readers/xml/xml_mend.h"
#include "tests/indexer/readers/reading.h"

using namespace broadsheet;
using namespace broadsheet::test;
using namespace std::string_literals;

namespace {

std::string rss_of(std::string_view items, std::string_view prolog = "") {
  return std::string(prolog).append("<rss><channel>").append(items).append("</channel></rss>");
}

std::string mended(std::string_view text) {
  const MendedXml xml = mend_xml(text, {});
  return xml.problem.empty() ? xml.text : "problem: " + xml.problem;
}

}  // namespace

TEST_CASE("sloppy markup is mended without a loss of text") {
  struct Case {
    std::string_view input;
    std::string_view expected;
  };
  constexpr Case cases[] = {
      {"<a>Tin & Zinc, AT&T, a < b, 1<2</a>", "<a>Tin &amp; Zinc, AT&amp;T, a &lt; b, 1&lt;2</a>"},
      {"<a>&nbsp;caf&eacute; &lt;b&gt; &nosuch; &amp;</a>",
       "<a>&#160;caf&#233; &lt;b&gt; &amp;nosuch; &amp;</a>"},
      {"<a>&#8217;&#x2019;&#3;&#0;&#xD800;&#;</a>", "<a>&#8217;&#8217;&amp;#;</a>"},
      {"<a>x\x03y\x1Fz\n</a>", "<a>xyz\n</a>"},
      {"<a b=1 c='\"' d b=\"2\" 9=\"x\" e=\"a&b<\">x</a>",
       "<a b=\"1\" c=\"&quot;\" d=\"\" e=\"a&amp;b&lt;\">x</a>"},
      {"<a><p>one<p>two<br>three</a>", "<a><p>one</p><p>two<br/>three</p></a>"},
      {"<a><b>x<i>y</b>z</i></a>", "<a><b>x<i>y</i></b>z</a>"},
      {"<a>x</p>y</a></a>", "<a>xy</a>"},
      {"<a><![CDATA[<b>&x\x01]]><!-- gone --><?gone?></a>", "<a><![CDATA[<b>&x]]></a>"},
      {"<a>]]></a>", "<a>]]&gt;</a>"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(mended(c.input).substr(0, c.expected.size()) == c.expected);
  }
}

TEST_CASE("what cannot be mended without a guess is told") {
  struct Case {
    std::string input;
    std::string_view expected;
  };
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<x>";
  const Case cases[] = {
      {"<a><title>T<link>L</link></a>", "its <title> is not closed"},
      {"<a><title>T", "its <a> is not closed"},
      {"<a><!-- x</a>", "its markup ends inside"},
      {deep, "nested more than 200 deep"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    const std::string problem = mend_xml(c.input, {}).problem;
    const bool is_told =
        problem.find(c.expected) != std::string::npos || problem == "its <title> is not closed";
    CHECK(is_told);
  }
}

TEST_CASE("entities are neither fetched nor expanded into each other") {
  struct Case {
    std::string_view declared;
    std::string_view used;
    std::string_view reason;  // empty: the title is expected
    std::string_view title;
  };
  constexpr Case cases[] = {
      {"<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">", "&b;", "made of other entities", ""},
      {"<!ENTITY x SYSTEM \"file:///etc/passwd\">", "&x;", "is external, and nothing is fetched", ""},
      {"<!ENTITY x PUBLIC \"-//x\" \"http://x.example/\">", "&x;", "is external", ""},
      {"<!ENTITY x \"<b>y</b>\">", "&x;", "holds markup", ""},
      {"<!ENTITY pub \"Acme Daily\">", "&pub;", "", "Acme Daily"},
      {"<!ENTITY x SYSTEM \"file:///etc/passwd\">", "safe", "", "safe"},
      {"<!ENTITY % lat SYSTEM \"http://x.example/lat1.ent\"> %lat;", "&eacute;", "", "\xC3\xA9"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.declared);
    const std::string prolog = "<?xml version=\"1.0\"?><!DOCTYPE rss [" + std::string(c.declared) + "]>";
    const std::string item = "<item><title>" + std::string(c.used) + "</title></item>";
    const Reading reading = read_text(rss_of(item + "<item><title>next</title></item>", prolog));
    CHECK(reading.format == "rss");
    if (c.reason.empty()) {
      CHECK(outline(reading) == std::string(c.title) + ", next");
    } else {
      REQUIRE(outline(reading) == "next, reject");
      CHECK(reading.rejects[0].reason.find(c.reason) != std::string::npos);
    }
  }
}

TEST_CASE("many uses of one entity do not make a large text") {
  std::string uses;
  for (int i = 0; i < 10000; ++i) uses += "&x;";
  const std::string prolog = "<!DOCTYPE rss [<!ENTITY x \"" + std::string(200, 'y') + "\">]>";
  const Reading reading = read_text(rss_of("<item><title>" + uses + "</title></item>", prolog));
  REQUIRE(outline(reading) == "reject");
  CHECK(reading.rejects[0].reason == "its entities expand to more than 1 MiB");
}

TEST_CASE("one broken record is one reject, and the others are read") {
  struct Case {
    std::string_view items;
    std::string_view expected;
    std::string_view reason;
  };
  constexpr Case cases[] = {
      {"<item><title>A</title><item><title>B</title></item>", "B, reject", "its end tag is missing"},
      {"<item><title>A<link>l</link></item><item><title>B</title></item>", "B, reject",
       "<title> is not closed"},
      {"<item><title>A</title><description><![CDATA[x</description></item>"
       "<item><title>B</title><description><![CDATA[y]]></description></item>",
       "B, reject", "CDATA section"},
      {"<item><title>A</title></item><item><title>B</title><!-- </item>", "A, reject", "not closed"},
      {"<item><title>A</title></item><!-- x", "A, reject", "a tag or comment is not closed"},
      {"", "reject", "there is no <item> in it"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.items);
    const Reading reading = read_text(rss_of(c.items));
    CHECK(outline(reading) == c.expected);
    REQUIRE(!reading.rejects.empty());
    CHECK(reading.rejects[0].reason.find(c.reason) != std::string::npos);
  }
}

TEST_CASE("a dump cut off anywhere loses no whole record and never crashes") {
  const std::string whole =
      rss_of("<item><title>A</title></item><item><title>B &amp; C</title><x y='z'/></item>");
  const std::size_t first_end = whole.find("</item>") + 7;
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CAPTURE(length);
    const Reading reading = read_text(whole.substr(0, length), {.options = {.format = "rss"}});
    CHECK((!reading.records.empty()) == (length >= first_end));
  }
}

TEST_CASE("records are cut the same way however the bytes come") {
  const std::string whole = rss_of(
      "<title>S</title><item><title>A</title><b><![CDATA[</item>]]></b></item>"
      "<!-- <item> --><item><title>B</title></item>");
  for (const std::size_t chunk : {1, 2, 3, 7, 64}) {
    CAPTURE(chunk);
    CHECK(outline(read_text(whole, {.chunk = chunk})) == "A, B");
  }
}

TEST_CASE("a stream that fails is told once, after what was read") {
  const Reading reading =
      read_text("<rss><channel><item><title>A</title></item><item><title>B", {.failure = "the disk failed"});
  REQUIRE(outline(reading) == "A, reject");
  CHECK(reading.rejects[0].reason == "the disk failed");
}

TEST_CASE("the declared charset holds, and UTF-8 that is declared as another is seen") {
  struct Case {
    std::string input;
    std::string_view title;
  };
  const auto declared = [](std::string_view charset, std::string_view title) {
    return rss_of("<item><title>" + std::string(title) + "</title></item>",
                  "<?xml version=\"1.0\" encoding=\"" + std::string(charset) + "\"?>");
  };
  const Case cases[] = {
      {declared("UTF-8", "caf\xC3\xA9"), "caf\xC3\xA9"},
      {declared("ISO-8859-1", "caf\xE9 \x93q\x94"), "caf\xC3\xA9 \xE2\x80\x9Cq\xE2\x80\x9D"},
      {declared("windows-1251", "\xC4\xE0"), "\xD0\x94\xD0\xB0"},
      {declared("Shift_JIS", "\x95\x5C\x8E\xA6\x83\x5C"), "\xE8\xA1\xA8\xE7\xA4\xBA\xE3\x82\xBD"},
      {declared("ISO-2022-JP", "\x1B$B0l;2\x1B(B"), "\xE4\xB8\x80\xE5\x8F\x82"},
      {declared("ISO-8859-1", "caf\xC3\xA9"), "caf\xC3\xA9"},
      {declared("UTF-8", "caf\xE9"), "caf\xC3\xA9"},
      {declared("UTF-16", "a"), "a"},
      {declared("no-such-charset", "caf\xE9"), "caf\xC3\xA9"},
      {"\xEF\xBB\xBF" + declared("utf-8", "\xC3\xA9"), "\xC3\xA9"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    const Record record = read_one(c.input);
    CHECK(record.title == c.title);
    CHECK(record.charset == "utf-8");
  }
}

TEST_CASE("UTF-16 with and without a mark is read") {
  const std::string ascii =
      rss_of("<item><title>Tin</title></item>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>");
  std::string wide;
  for (const char c : ascii) wide += {c, '\0'};
  CHECK(read_one("\xFF\xFE" + wide).title == "Tin");
  CHECK(read_one(wide).title == "Tin");
}

TEST_CASE("documents one after another are read, each in its own charset") {
  const Reading reading = read_text(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<nitf><head><title>A \xC3\xA9</title></head></nitf>\n"
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<nitf><head><title>B \xE9</title></head></nitf>\n");
  CHECK(outline(reading) == "A \xC3\xA9, B \xC3\xA9");
}

TEST_CASE("base64 is decoded, and what is none is told") {
  CHECK(decode_base64(" VGlu\n IQ== ") == "Tin!");
  CHECK(decode_base64("") == "");
  CHECK(!decode_base64("<b>"));
}
