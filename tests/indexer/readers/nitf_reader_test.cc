// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/nitf_reader.h"

#include <doctest/doctest.h>

#include "indexer/readers/xml/nitf_record.h"
#include "indexer/readers/xml/record_values.h"
#include "tests/indexer/readers/reading.h"

using namespace broadsheet;
using namespace broadsheet::test;
using Strings = std::vector<std::string>;

namespace {

const char* const kWholeItem = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-3.dtd">
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" change.date="May 1, 2003" change.time="1200" xml:lang="de-DE">
<head><title>slug</title>
<meta name="acme-section" content="Wirtschaft"/><meta name="sequence" content="17"/>
<tobject tobject.type="News">
<tobject.subject tobject.subject.refnum="04005000" tobject.subject.type="Economy" tobject.subject.detail="Tin"/>
<tobject.subject tobject.subject.refnum="11000000"/></tobject>
<docdata management-status="usable" management-doc-idref="old:1">
<evloc city="Riga" iso-cc="LVA"/><doc-id id-string="acme:17" regsrc="ACME"/><du-key key="k" version="3"/>
<date.issue norm="20190305T101500+0100"/><date.release norm="20190306T000000+0100"/>
<date.expire norm="20200101"/><ed-msg info="Corrects spelling of name"/>
<key-list><keyword key="tin"/><keyword>zinc</keyword></key-list>
<doc.copyright year="2019" holder="Acme"/>
<identified-content><person>Ann Poe</person><org>Tin Board</org><location>Riga</location>
<location><country iso-cc="EST">Estonia</country></location></identified-content>
</docdata><pubdata ex-ref="http://acme.example/17"/>
<revision-history norm="20190305T110000+0100"/></head>
<body><body.head><hedline><hl1>Tin &amp; zinc</hl1><hl2>Prices fall</hl2></hedline>
<byline>By <person>Bo Ray</person><byttl>Staff</byttl></byline>
<dateline><location><city>Riga</city></location><story.date norm="20190304"/></dateline>
<abstract><p>What it is about.</p></abstract></body.head>
<body.content><block><p>One <person>Cy Fox's</person> mine in <location>Poland</location>.</p>
<media><media-reference source="x.jpg"/><media-caption>A mine.</media-caption></media>
<hl2>More</hl2><p>Two.<br/>Three &lt; four.</p><pre>a  1
b  2</pre></block></body.content>
<body.end><tagline>Ends</tagline></body.end></body></nitf>)";

}  // namespace

TEST_CASE("a NITF document gives all its fields") {
  const Record record = read_one(kWholeItem);
  CHECK(record.id == "acme:17");
  CHECK(record.version == "3");
  CHECK(record.title == "Tin &amp; zinc");
  CHECK(record.date == "20190305T101500+0100");
  CHECK(record.modified == "20190305T110000+0100");
  CHECK(record.embargo == "20190306T000000+0100");
  CHECK(record.status == "usable");
  CHECK(record.replaces == Strings{"old:1"});
  CHECK(record.corrected);
  CHECK(record.dateline == "Riga");
  CHECK(record.language == "de-DE");
  CHECK(record.source == "ACME");
  CHECK(record.section == "Wirtschaft");
  CHECK(record.url == "http://acme.example/17");
  CHECK(record.rights == "\xC2\xA9 2019 Acme");
  CHECK(record.bylines == Strings{"Bo Ray"});
  CHECK(record.topics == Strings{"Economy", "Tin", "subj:11000000", "tin", "zinc", "Riga"});
  CHECK(record.persons == Strings{"Ann Poe", "Cy Fox"});
  CHECK(record.organisations == Strings{"Tin Board"});
  CHECK(record.countries == Strings{"EST", "Poland", "LVA"});
  CHECK(record.unused_keys == Strings{"meta.sequence"});
  CHECK(record.is_markup);
}

TEST_CASE("a NITF body keeps its paragraphs, sub-headline, own abstract, captions and end") {
  const std::string body = read_one(kWholeItem).body;
  std::size_t at = 0;
  for (const char* part : {"<p>Prices fall</p>", "<p>What it is about.</p>",
                           "<p>One Cy Fox's mine in Poland.</p>", "<p>A mine.</p>", "<h2>More</h2>",
                           "<p>Two.<br>Three &lt; four.</p>", "<pre>a  1\nb  2</pre>", "<p>Ends</p>"}) {
    CAPTURE(part);
    const std::size_t found = body.find(part, at);
    CHECK(found != std::string::npos);
    at = found == std::string::npos ? at : found;
  }
  CHECK(body.find("x.jpg") == std::string::npos);
}

TEST_CASE("an abstract that the story or headline repeats is not said twice") {
  constexpr const char* text =
      "<nitf><body><body.head><hedline><hl1>H</hl1></hedline><abstract><p>One.</p></abstract></body.head>"
      "<body.content><p>One. Two.</p></body.content></body></nitf>";
  CHECK(read_one(text).body == "<p>One. Two.</p>");
}

TEST_CASE("the New York Times' annotations are understood, and its story is there once") {
  const Record record = read_one(R"(<nitf><head><title>T</title>
<meta content="12" name="publication_day_of_month"/><meta content="3" name="publication_month"/>
<meta content="1999" name="publication_year"/><meta content="Metropolitan Desk" name="dsk"/>
<meta content="World; Front Page" name="online_sections"/>
<docdata><doc-id id-string="1081234"/><identified-content>
<classifier class="indexing_service" type="descriptor">MINES AND MINING</classifier>
<classifier class="online_producer" type="taxonomic_classifier">Top/News/World/Latvia</classifier>
<classifier class="online_producer" type="types_of_material">News</classifier>
<location class="indexing_service">Latvia</location><person class="indexing_service">Poe, Ann</person>
</identified-content></docdata>
<pubdata date.publication="19990312T000000" ex-ref="http://times.example/a.html" name="The Times"/></head>
<body><body.head><hedline><hl1>Tin</hl1></hedline><byline class="print_byline">By BO RAY</byline>
<byline class="normalized_byline">Ray, Bo</byline><abstract><p>LEAD: short</p></abstract></body.head>
<body.content><block class="lead_paragraph"><p>One.</p></block>
<block class="full_text"><p>One.</p><p>Two.</p></block></body.content></body></nitf>)");
  CHECK(record.id == "1081234");
  CHECK(record.date == "19990312");
  CHECK(record.section == "World");
  CHECK(record.source == "The Times");
  CHECK(record.bylines == Strings{"By BO RAY"});
  CHECK(record.topics == Strings{"MINES AND MINING", "Latvia"});
  CHECK(record.persons == Strings{"Poe, Ann"});
  CHECK(record.countries == Strings{"Latvia"});
  CHECK(record.body == "<p>One.</p><p>Two.</p>");
  CHECK(record.summary == "<p>LEAD: short</p>");
}

TEST_CASE("a lead that the New York Times printed twice is there once") {
  struct Case {
    std::string_view story;
    std::string_view body;
  };
  constexpr Case cases[] = {
      {"<p>LEAD: One.</p><p>One.</p><p>Two.</p>", "<p>One.</p><p>Two.</p>"},
      {"<p>LEAD: One.</p><p>Two.</p>", "<p>LEAD: One.</p><p>Two.</p>"},
      {"<p>LEAD: One.</p>", "<p>LEAD: One.</p>"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.story);
    CHECK(read_one("<nitf><body><body.content><block class=\"full_text\">" + std::string(c.story) +
                   "</block></body.content></body></nitf>")
              .body == c.body);
  }
}

TEST_CASE("NITF dates are those of the story, never the document type's or a template's") {
  struct Case {
    std::string_view head;
    std::string_view date;
    std::string_view embargo;
  };
  constexpr Case cases[] = {
      {"<docdata><date.issue norm=\"20190305\"/></docdata>", "20190305", ""},
      {"<docdata><date.release norm=\"20190305\"/></docdata>", "20190305", ""},
      {"<docdata><date.issue norm=\"YYYYMMDD\"/><date.release norm=\"20190305\"/></docdata>", "20190305", ""},
      {"<docdata><date.issue norm=\"20190305T10\"/><date.release norm=\"20190305T10\"/></docdata>",
       "20190305T10", ""},
      {"<docdata management-status=\"embargoed\"><date.release norm=\"20190305\"/></docdata>", "20190305",
       "20190305"},
      {"<docdata/><pubdata date.publication=\"20190305T101010Z\"/>", "20190305T101010Z", ""},
      {"<docdata/>", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.head);
    const Record record = read_one("<nitf change.date=\"May 1, 2003\"><head><title>T</title>" +
                                   std::string(c.head) + "</head></nitf>");
    CHECK(record.date == c.date);
    CHECK(record.embargo == c.embargo);
  }
}

TEST_CASE("NITF bylines are as printed") {
  struct Case {
    std::string_view byline;
    Strings expected;
  };
  const Case cases[] = {
      {"By ANN POE<byttl>Business Writer</byttl>", {"By ANN POE"}},
      {"By Ann Poe, <byttl>Staff</byttl>", {"By Ann Poe"}},
      {"<person>Ann Poe</person> and <person>Bo Ray</person>", {"Ann Poe", "Bo Ray"}},
      {"<byttl>Desk</byttl>", {}},
      {" ", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.byline);
    CHECK(read_one("<nitf><body><body.head><hedline><hl1>T</hl1></hedline><byline>" + std::string(c.byline) +
                   "</byline></body.head></body></nitf>")
              .bylines == c.expected);
  }
}

TEST_CASE("a <meta> that --map names fills its field") {
  const Record record =
      read_one("<nitf><head><title>T</title><meta name=\"Kanal\" content=\"Sport\"/></head></nitf>",
               {.options = {.field_map = {{"meta.Kanal", "section"}}}});
  CHECK(record.section == "Sport");
  CHECK(record.unused_keys.empty());
}

TEST_CASE("NITF that is none is refused, and an empty document passed over") {
  CHECK(outline(read_text("<nitf xmlns=\"http://x.example/\"><head><title>T</title></head></nitf>")) ==
        "reject");
  CHECK(outline(read_text("<nitf><head/><body/></nitf>")) == "skip");
  CHECK(outline(read_text("<nitf><head><title>T</title></head><body><p>x")) == "reject");
}

TEST_CASE("notes to editors that say a story corrects another are known") {
  for (const char* note :
       {"CORRECTS name", "Correction: second paragraph", "Corrige le titre", "Berichtigung", " RETTELSE"}) {
    CAPTURE(note);
    CHECK(says_correction(note));
  }
  for (const char* note : {"", "Adds detail", "The correct version follows", "UPDATES"}) {
    CAPTURE(note);
    CHECK(!says_correction(note));
  }
}
