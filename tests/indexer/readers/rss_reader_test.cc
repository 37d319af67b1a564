// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/rss_reader.h"

#include <doctest/doctest.h>

#include "indexer/readers/xml/wxr_post.h"
#include "tests/indexer/readers/reading.h"

using namespace broadsheet;
using namespace broadsheet::test;
using Strings = std::vector<std::string>;

namespace {

constexpr std::string_view kNamespaces =
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
    "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
    "xmlns:wp=\"http://wordpress.org/export/1.2/\" "
    "xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" "
    "xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:e=\"http://purl.org/rss/1.0/modules/content/\"";

std::string rss(std::string_view items) {
  return "<rss version=\"2.0\" " + std::string(kNamespaces) +
         "><channel><title>Acme Daily</title><link>http://acme.example/</link><language>lv</language>"
         "<copyright>(c) Acme</copyright><image><title>logo</title></image>" +
         std::string(items) + "</channel></rss>";
}

Record rss_item(std::string_view inside, const Source& source = {}) {
  return read_one(rss("<item>" + std::string(inside) + "</item>"), source);
}

std::string post(std::string_view inside, std::string_view type = "post",
                 std::string_view status = "publish") {
  return "<item><title>T</title>" + std::string(inside) + "<wp:post_type>" + std::string(type) +
         "</wp:post_type><wp:status>" + std::string(status) + "</wp:status></item>";
}

}  // namespace

TEST_CASE("an RSS item gives all its fields, and the channel's where it has none") {
  const Record record = rss_item(
      "<title>Tin &amp; zinc</title><link>http://acme.example/17</link><guid isPermaLink=\"false\">17</guid>"
      "<description>Short.</description><content:encoded><![CDATA[<p>One.</p>]]></content:encoded>"
      "<pubDate>Tue, 05 Mar 2019 10:15:00 +0200</pubDate><dc:creator>Ann Poe</dc:creator>"
      "<author>x@acme.example (Bo Ray)</author><category "
      "domain=\"d\">Tin</category><dc:subject>Ore</dc:subject>"
      "<media:content url=\"x.jpg\"/>");
  CHECK(record.id == "17");
  CHECK(record.title == "Tin &amp; zinc");
  CHECK(record.url == "http://acme.example/17");
  CHECK(record.date == "Tue, 05 Mar 2019 10:15:00 +0200");
  CHECK(record.body == "<p>One.</p>");
  CHECK(record.is_markup);
  CHECK(record.summary == "<pre>\nShort.</pre>");
  CHECK(record.bylines == Strings{"Ann Poe", "Bo Ray"});
  CHECK(record.topics == Strings{"Tin", "Ore"});
  CHECK(record.source == "Acme Daily");
  CHECK(record.language == "lv");
  CHECK(record.rights == "(c) Acme");
  CHECK(record.unused_keys == Strings{"media:content"});
}

TEST_CASE("an RSS text is HTML only if it looks like it") {
  struct Case {
    std::string_view inside;
    std::string_view title;
    std::string_view body;
    bool is_markup;
  };
  constexpr Case cases[] = {
      {"<title>1 &lt; 2</title><description>a\n\nb</description>", "1 < 2", "a\n\nb", false},
      {"<title>T</title><description>&lt;p&gt;a&lt;/p&gt;</description>", "T", "<p>a</p>", true},
      {"<title>Caf&amp;eacute;</title><description>a &lt; b</description>", "Caf&eacute;",
       "<pre>\na &lt; b</pre>", true},
      {"<title>T</title><description>caf&eacute;&nbsp;x</description>", "T", "caf\xC3\xA9\xC2\xA0x", false},
      {"<title>T</title><body xmlns=\"http://www.w3.org/1999/xhtml\"><p>a</p></body>", "T", "<p>a</p>", true},
      {"<title>T</title><e:encoded>&lt;b&gt;a&lt;/b&gt;</e:encoded><description>x</description>", "T",
       "<b>a</b>", true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.inside);
    const Record record = rss_item(c.inside);
    CHECK(record.title == c.title);
    CHECK(record.body == c.body);
    CHECK(record.is_markup == c.is_markup);
  }
}

TEST_CASE("RSS links, ids and authors are taken as feeds write them") {
  struct Case {
    std::string_view inside;
    std::string_view id;
    std::string_view url;
    Strings bylines;
  };
  const Case cases[] = {
      {"<guid>http://a.example/1</guid>", "http://a.example/1", "http://a.example/1", {}},
      {"<guid isPermaLink=\"false\">http://a.example/1</guid>", "http://a.example/1", "", {}},
      {"<link>http://a.example/1</link><guid>http://a.example/2</guid>",
       "http://a.example/2",
       "http://a.example/1",
       {}},
      {"<dc:identifier>17</dc:identifier>", "17", "", {}},
      {"<author>bo@a.example</author>", "", "", {}},
      {"<author>Bo Ray &lt;bo@a.example&gt;</author>", "", "", {"Bo Ray"}},
      {"<dc:creator>A B</dc:creator><dc:creator>C D</dc:creator>", "", "", {"A B", "C D"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.inside);
    const Record record = rss_item("<title>T</title>" + std::string(c.inside));
    CHECK(record.id == c.id);
    CHECK(record.url == c.url);
    CHECK(record.bylines == c.bylines);
  }
}

TEST_CASE("RSS 1.0 and feeds without a channel around their items are read") {
  const Record record = read_one(
      "<?xml version=\"1.0\"?><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel "
      "rdf:about=\"x\">"
      "<title>Acme</title><items><rdf:Seq><rdf:li "
      "resource=\"http://a.example/1\"/></rdf:Seq></items></channel>"
      "<item "
      "rdf:about=\"http://a.example/1\"><title>Tin</title><dc:date>2019-03-05</dc:date></item></rdf:RDF>");
  CHECK(record.id == "http://a.example/1");
  CHECK(record.source == "Acme");
  CHECK(record.date == "2019-03-05");
  CHECK(outline(read_text("<rss><item><title>A</title></item></rss>")) == "A");
  CHECK(outline(
            read_text("<rdf:RDF xmlns:rdf=\"x\" xmlns:rss=\"http://purl.org/rss/1.0/\"><rss:item><rss:title>A"
                      "</rss:title></rss:item></rdf:RDF>")) == "A");
  CHECK(outline(read_text("<rdf:RDF xmlns:rdf=\"x\"><owl:Class/></rdf:RDF>")) == "reject");
}

TEST_CASE("a prefix that nobody declared still says what it means") {
  CHECK(read_one("<rss><channel><item><title>T</title><dc:creator>Ann Poe</dc:creator>"
                 "<content:encoded>&lt;p&gt;a&lt;/p&gt;</content:encoded></item></channel></rss>")
            .bylines == Strings{"Ann Poe"});
}

TEST_CASE("an RSS key that --map names fills its field") {
  const Record record = rss_item("<title>T</title><desk>Sport</desk><category>x</category>",
                                 {.options = {.field_map = {{"desk", "section"}, {"category", "persons"}}}});
  CHECK(record.section == "Sport");
  CHECK(record.persons == Strings{"x"});
  CHECK(record.topics.empty());
}

TEST_CASE("of a WordPress export published posts are read, and the rest is passed over with its reason") {
  const Reading reading = read_text(rss(
      "<wp:author><wp:author_login>apoe</wp:author_login><wp:author_display_name>Ann "
      "Poe</wp:author_display_name>"
      "</wp:author>" +
      post("<dc:creator>apoe</dc:creator><content:encoded><![CDATA[One.\n\nTwo.\nThree.]]></content:encoded>"
           "<wp:post_id>17</wp:post_id><wp:post_date>2019-03-05 10:15:00</wp:post_date>"
           "<wp:post_date_gmt>2019-03-05 08:15:00</wp:post_date_gmt>"
           "<pubDate>Tue, 05 Mar 2019 08:15:00 +0000</pubDate>"
           "<category domain=\"post_tag\">tin</category><category domain=\"category\">Trade</category>") +
      post("", "page") + post("", "attachment", "inherit") + post("", "post", "draft")));
  REQUIRE(outline(reading) == "17: T, skip, skip, skip");
  const Record& record = reading.records[0];
  CHECK(record.bylines == Strings{"Ann Poe"});
  CHECK(record.date == "2019-03-05T10:15:00+02:00");
  CHECK(record.section == "Trade");
  CHECK(record.topics == Strings{"tin", "Trade"});
  CHECK(record.status == "publish");
  CHECK(record.body == "One.\n<p>Two.<br>\nThree.");
  CHECK(reading.skips[0].reason == "a WordPress page, no post");
  CHECK(reading.skips[2].reason == "a WordPress post that is not published: draft");
}

TEST_CASE("WordPress's two dates give one with its zone") {
  struct Case {
    std::string_view local;
    std::string_view gmt;
    std::string_view expected;
  };
  constexpr Case cases[] = {
      {"2019-03-05 10:15:00", "2019-03-05 15:15:00", "2019-03-05T10:15:00-05:00"},
      {"2019-01-01 03:45:00", "2018-12-31 22:00:00", "2019-01-01T03:45:00+05:45"},
      {"2019-03-05 10:15:00", "0000-00-00 00:00:00", "2019-03-05T10:15:00"},
      {"0000-00-00 00:00:00", "2019-03-05 10:15:00", "2019-03-05T10:15:00Z"},
      {"2019-03-05 10:15:00", "2001-01-01 00:00:00", "2001-01-01T00:00:00Z"},
      {"x", "", "Tue"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.local);
    const Record record =
        read_one(rss(post("<pubDate>Tue</pubDate><wp:post_date>" + std::string(c.local) +
                          "</wp:post_date><wp:post_date_gmt>" + std::string(c.gmt) + "</wp:post_date_gmt>")));
    CHECK(record.date == c.expected);
  }
}

TEST_CASE("a WordPress text shows what WordPress shows") {
  struct Case {
    std::string_view input;
    std::string_view expected;
  };
  constexpr Case cases[] = {
      {"a\n\nb\nc", "a\n<p>b<br>\nc"},
      {"<p>a</p>\n\n<p>b\nc</p>", "<p>a</p>\n<p><p>b\nc</p>"},
      {"<!-- wp:paragraph -->\n<p>a</p>", "<!-- wp:paragraph -->\n<p>a</p>"},
      {"[caption id=\"x\"]A mine[/caption] [gallery ids=\"1,2\"] x", "A mine  x"},
      {"[dropcap]T[/dropcap]in [contact_form]", "Tin "},
      {"\"They [the board] said [sic] so\" [1]", "\"They [the board] said [sic] so\" [1]"},
      {"[unclosed", "[unclosed"},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(wxr_html(c.input) == c.expected);
  }
}
