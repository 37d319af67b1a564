// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/newsml_g2_reader.h"

#include <doctest/doctest.h>

#include "tests/indexer/readers/reading.h"

using namespace broadsheet;
using namespace broadsheet::test;
using Strings = std::vector<std::string>;

namespace {

constexpr std::string_view kNamespace = "xmlns=\"http://iptc.org/std/nar/2006-10-01/\"";

std::string g2_item(std::string_view inside, std::string_view guid = "g") {
  return "<newsItem " + std::string(kNamespace) + " guid=\"" + std::string(guid) +
         "\" version=\"2\" xml:lang=\"en\">" + std::string(inside) + "</newsItem>";
}

std::string with_meta(std::string_view content_meta) {
  return g2_item("<contentMeta><headline>H</headline>" + std::string(content_meta) + "</contentMeta>");
}

}  // namespace

TEST_CASE("a NewsML-G2 item gives all its fields") {
  const Record record = read_one(g2_item(R"(
<rightsInfo><copyrightHolder><name>Acme</name></copyrightHolder><copyrightNotice>(c) Acme</copyrightNotice>
<usageTerms>Not in Riga.</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider literal="acme.example"/>
<versionCreated>2019-03-05T11:00:00Z</versionCreated><firstCreated>2019-03-05T10:15:00Z</firstCreated>
<embargoed>2019-03-06T00:00:00Z</embargoed><pubStatus qcode="stat:withheld"/><service><name>Wire</name></service>
<edNote>Corrects name</edNote><signal qcode="sig:update"/>
<link rel="irel:previousVersion" residref="urn:old"/><link rel="irel:seeAlso" residref="urn:other"/>
<link rel="irel:previousVersion" residref="urn:17"/></itemMeta>
<contentMeta><contentCreated>2019-03-04T09:00:00Z</contentCreated><located qcode="c:1"><name>Riga</name></located>
<by>By Bo Ray</by><creditline>Acme News</creditline><language tag="de"/><keyword>ore</keyword>
<subject type="cpnat:abstract" qcode="medtop:20000339"/>
<subject qcode="medtop:1"><name xml:lang="fr">Etain</name><name xml:lang="en">Tin</name></subject>
<subject type="cpnat:person" qcode="p:1"/><subject type="cpnat:organisation"><name>Tin Board</name></subject>
<subject type="cpnat:geoArea" qcode="g:1"><name>Georgia</name><broader qcode="g:2"/></subject>
<subject qcode="acmedesk:3"><name>Economy</name></subject>
<genre qcode="genre:x"/>
<headline>Tin &amp; zinc</headline><headline role="hld:subHeadline">Prices fall</headline>
<dateline>RIGA, March 5 (Acme) -</dateline><description role="drol:summary">Short.</description></contentMeta>
<assert qcode="p:1"><name>Ann Poe</name></assert><assert qcode="g:2"><name>United States</name></assert>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title>
</head><body><p>One.</p><p>Two <b>three</b>.</p></body></html></inlineXML></contentSet>)",
                                         "urn:17"));
  CHECK(record.id == "urn:17");
  CHECK(record.version == "2");
  CHECK(record.title == "Tin &amp; zinc");
  CHECK(record.date == "2019-03-04T09:00:00Z");
  CHECK(record.modified == "2019-03-05T11:00:00Z");
  CHECK(record.embargo == "2019-03-06T00:00:00Z");
  CHECK(record.status == "stat:withheld");
  CHECK(record.replaces == Strings{"urn:old"});
  CHECK(record.corrected);
  CHECK(record.dateline == "RIGA, March 5 (Acme) -");
  CHECK(record.language == "de");
  CHECK(record.source == "Acme News");
  CHECK(record.section == "Economy");
  CHECK(record.rights == "(c) Acme Not in Riga.");
  CHECK(record.bylines == Strings{"By Bo Ray"});
  CHECK(record.topics == Strings{"medtop:20000339", "Tin", "Georgia", "Economy", "ore"});
  CHECK(record.persons == Strings{"Ann Poe"});
  CHECK(record.organisations == Strings{"Tin Board"});
  CHECK(record.countries == Strings{"United States"});
  CHECK(record.summary == "<p>Short.</p>\n");
  CHECK(record.body.find("<p>One.</p><p>Two three.</p>") != std::string::npos);
  CHECK(record.body.starts_with("<p>Prices fall</p>"));
  CHECK(record.unused_keys == Strings{"contentMeta.genre"});
}

TEST_CASE("a NewsML-G2 story is found in whatever form it stands") {
  struct Case {
    std::string_view content;
    std::string_view body;
  };
  constexpr Case cases[] = {
      {"<inlineXML><nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"><body><body.content><p>One.</p>"
       "</body.content></body></nitf></inlineXML>",
       "<p>One.</p>"},
      {"<inlineXML><html><body><p>One.</p></body></html></inlineXML>", "<p>One.</p>"},
      {"<inlineXML><p>One.</p></inlineXML>", "<p>One.</p>"},
      {"<inlineXML><html><body><p>It&amp;#39;s</p></body></html></inlineXML>", "<p>It&#39;s</p>"},
      {"<inlineData contenttype=\"text/plain\">One &lt; two.</inlineData>", "<pre>\nOne &lt; two.</pre>"},
      {"<inlineData contenttype=\"text/plain\">&lt;p&gt;One.&lt;/p&gt;</inlineData>", "<p>One.</p>"},
      {"<inlineData contenttype=\"text/html\">&lt;p&gt;One.&lt;/p&gt;</inlineData>", "<p>One.</p>"},
      {"<inlineData contenttype=\"text/html\" encoding=\"encd:base64\">PHA+T25lLjwvcD4=</inlineData>",
       "<p>One.</p>"},
      {"<remoteContent/><inlineData>Short</inlineData><inlineXML><p>Much longer.</p></inlineXML>",
       "<p>Much longer.</p>"},
      {"<inlineXML><html><body><p>First line\nof the story.\n    A "
       "second\nparagraph.</p></body></html></inlineXML>",
       "<pre>First line\nof the story.\n    A second\nparagraph.</pre>"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.content);
    CHECK(read_one(g2_item("<contentSet>" + std::string(c.content) + "</contentSet>")).body == c.body);
  }
}

TEST_CASE("what NITF inside says fills what the item leaves open") {
  const Record record = read_one(
      g2_item("<contentMeta><by>Ann "
              "Poe</by></contentMeta><contentSet><inlineXML><nitf><body><body.head><hedline><hl1>Tin</hl1>"
              "</hedline><byline>Bo "
              "Ray</byline><dateline>RIGA</dateline></body.head><body.content><p>x</p></body.content>"
              "</body></nitf></inlineXML></contentSet>"));
  CHECK(record.title == "Tin");
  CHECK(record.bylines == Strings{"Ann Poe"});
  CHECK(record.dateline == "RIGA");
}

TEST_CASE("NewsML-G2 dates: content before item, the version's when there is no other") {
  struct Case {
    std::string_view item_meta;
    std::string_view content_meta;
    std::string_view date;
  };
  constexpr Case cases[] = {
      {"<versionCreated>2019-03-05</versionCreated>", "", "2019-03-05"},
      {"<versionCreated>2019-03-05</versionCreated><firstCreated>2019-03-04</firstCreated>", "",
       "2019-03-04"},
      {"<firstCreated/>", "<contentCreated>2019-03-03</contentCreated>", "2019-03-03"},
      {"", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.item_meta);
    CHECK(read_one(g2_item("<itemMeta>" + std::string(c.item_meta) +
                           "</itemMeta><contentMeta><headline>H</headline>" + std::string(c.content_meta) +
                           "</contentMeta>"))
              .date == c.date);
  }
}

TEST_CASE("places of a NewsML-G2 item become countries where they are in one") {
  struct Case {
    std::string_view subject;
    Strings countries;
  };
  const Case cases[] = {
      {"<subject type=\"cpnat:geoArea\" qcode=\"x:1\"><name>Poland</name></subject>", {"Poland"}},
      {"<subject type=\"cpnat:geoArea\"><name>Riga</name><broader type=\"cptype:country\" "
       "qcode=\"geo:LV\"/></subject>",
       {"LV"}},
      {"<subject qcode=\"iso3166-1a3:LVA\"/>", {"LVA"}},
      {"<subject qcode=\"N2:LV\"/>", {"LV"}},
      {"<subject qcode=\"N2:POL\"/>", {}},
      {"<subject qcode=\"medtop:20000339\"><name>Chad</name></subject>", {}},
      {"<subject type=\"cptype:statprov\" qcode=\"st:CA\"/>", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.subject);
    CHECK(read_one(with_meta(c.subject)).countries == c.countries);
  }
}

TEST_CASE("a source with a name is better than a provider's domain") {
  const std::string provider = "<itemMeta><provider literal=\"acme.example\"/></itemMeta>";
  const std::string headline = "<headline>H</headline>";
  CHECK(read_one(g2_item(provider + "<contentMeta>" + headline + "</contentMeta>")).source == "acme.example");
  CHECK(read_one(g2_item(provider + "<contentMeta><infoSource literal=\"AC\"><name>Acme</name></infoSource>" +
                         headline + "</contentMeta>"))
            .source == "Acme");
}

TEST_CASE("creators are authors only if they are persons by name") {
  struct Case {
    std::string_view creator;
    Strings bylines;
  };
  const Case cases[] = {
      {"<creator uri=\"http://x.example/\"><name>Ann Poe</name></creator>", {"Ann Poe"}},
      {"<creator literal=\"VR-COM\"/>", {}},
      {"<creator type=\"cpnat:organisation\"><name>Tin Board</name></creator>", {}},
      {"<creator role=\"cRole:source\"><name>Tin Board</name></creator>", {}},
      {"<creator><name>Acme News</name></creator><infoSource><name>Acme News</name></infoSource>", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.creator);
    CHECK(read_one(with_meta(c.creator)).bylines == c.bylines);
  }
}

TEST_CASE("a news message gives each of its items, and says why one is no article") {
  const std::string message =
      "<?xml version=\"1.0\"?><newsMessage " + std::string(kNamespace) +
      "><header><sent>2019-03-05T10:00:00Z</sent><sender>Acme</sender></header><itemSet>"
      "<packageItem guid=\"p\"><groupSet/></packageItem>"
      "<newsItem guid=\"a\"><contentMeta><headline>A</headline></contentMeta></newsItem>"
      "<newsItem guid=\"b\"><itemMeta><itemClass "
      "qcode=\"ninat:picture\"/></itemMeta><contentMeta><headline>B</headline>"
      "</contentMeta><contentSet><remoteContent href=\"b.jpg\"/></contentSet></newsItem>"
      "<newsItem guid=\"c\"><contentSet><inlineXML><sports-content/></inlineXML></contentSet></newsItem>"
      "<newsItem guid=\"d\"/><conceptItem guid=\"e\"/>"
      "<newsItem guid=\"k\"><itemMeta><pubStatus "
      "qcode=\"stat:canceled\"/></itemMeta></newsItem></itemSet></newsMessage>";
  const Reading reading = read_text(message);
  CHECK(reading.format == "newsml-g2");
  REQUIRE(outline(reading) == "a: A, k: , skip, skip, skip, skip, skip");
  CHECK(reading.records[0].date == "2019-03-05T10:00:00Z");
  CHECK(reading.records[0].source == "Acme");
  CHECK(reading.records[1].status == "stat:canceled");
  CHECK(reading.skips[0].reason == "a packageItem, no news item");
  CHECK(reading.skips[1].reason == "a picture item without a story");
  CHECK(reading.skips[2].reason == "its content is <sports-content>, no story");
  CHECK(reading.skips[3].reason == "a news item without headline and text");
  CHECK(reading.skips[4].reason == "a conceptItem, no news item");
}

TEST_CASE("prefixes make no difference, another namespace does") {
  CHECK(
      read_one(
          "<n:newsMessage xmlns:n=\"http://iptc.org/std/nar/2006-10-01/\"><n:itemSet><n:newsItem guid=\"a\">"
          "<n:contentMeta><n:headline>A</n:headline></n:contentMeta></n:newsItem></n:itemSet></"
          "n:newsMessage>")
          .title == "A");
  CHECK(read_one("<newsItem guid=\"a\"><contentMeta><headline>A</headline></contentMeta></newsItem>").title ==
        "A");
  const Reading other = read_text("<newsItem xmlns=\"http://x.example/\" guid=\"a\"/>");
  REQUIRE(outline(other) == "reject");
  CHECK(other.rejects[0].reason == "its namespace http://x.example/ is not that of NewsML-G2");
}

TEST_CASE("items of the Reuters Corpora are read") {
  const Record record = read_one(
      "<?xml version=\"1.0\" encoding=\"iso-8859-1\" ?>\n<newsitem itemid=\"17\" id=\"root\" "
      "date=\"1996-08-20\" "
      "xml:lang=\"en\"><title>LATVIA: Tin.</title><headline>Tin.</headline><byline>Ann Poe</byline>"
      "<dateline>RIGA 1996-08-20</dateline><text><p>One.</p>\n<p>Two.</p></text><copyright>(c) "
      "Acme</copyright>"
      "<metadata><codes class=\"bip:countries:1.0\"><code code=\"LATV\"/><code code=\"POL\"/></codes>"
      "<codes class=\"bip:topics:1.0\"><code code=\"M14\"/></codes><dc element=\"dc.source\" "
      "value=\"Acme\"/></metadata>"
      "</newsitem>");
  CHECK(record.id == "17");
  CHECK(record.title == "Tin.");
  CHECK(record.date == "1996-08-20");
  CHECK(record.body == "<p>One.</p>\n<p>Two.</p>");
  CHECK(record.topics == Strings{"M14"});
  CHECK(record.countries == Strings{"POL"});
  CHECK(record.source == "Acme");
}
