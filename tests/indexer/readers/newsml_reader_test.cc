// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/newsml_reader.h"

#include <doctest/doctest.h>

#include "tests/indexer/readers/reading.h"

using namespace broadsheet;
using namespace broadsheet::test;
using Strings = std::vector<std::string>;

namespace {

std::string newsml(std::string_view components, std::string_view management = "") {
  return "<NewsML><NewsEnvelope><DateAndTime>20200101</DateAndTime></NewsEnvelope><NewsItem>"
         "<NewsManagement>" +
         std::string(management) + "</NewsManagement>" + std::string(components) + "</NewsItem></NewsML>";
}

std::string component(std::string_view headline, std::string_view content) {
  return "<NewsComponent><NewsLines><HeadLine>" + std::string(headline) +
         "</HeadLine></NewsLines><ContentItem>" + std::string(content) + "</ContentItem></NewsComponent>";
}

}  // namespace

TEST_CASE("a NewsML item gives all its fields") {
  const Record record = read_one(R"(<?xml version="1.0"?><NewsML Version="1.2">
<NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>acme.example</ProviderId>
<DateId>20190305</DateId><NewsItemId>X17</NewsItemId><RevisionId PreviousRevision="1" Update="U">2</RevisionId>
<PublicIdentifier>urn:newsml:acme.example:20190305:X17:2U</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20190305T101500Z</FirstCreated>
<ThisRevisionCreated>20190305T110000Z</ThisRevisionCreated><Status FormalName="Embargoed"/>
<StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20190306T000001Z</DateAndTime></StatusWillChange>
<Instruction FormalName="Correction"/>
<AssociatedWith FormalName="Replaces" NewsItem="urn:newsml:acme.example:20190301:W1:1"/></NewsManagement>
<NewsComponent><TopicSet><Topic Duid="t1"><TopicType FormalName="Person"/><FormalName>P1</FormalName>
<Description Variant="Name">Ann Poe</Description></Topic>
<Topic Duid="t2"><TopicType FormalName="SubjectMatter"/><FormalName>04005000</FormalName>
<Description xml:lang="fr" Variant="Name">Etain</Description><Description xml:lang="en" Variant="Name">Tin</Description>
</Topic></TopicSet>
<NewsLines><HeadLine>Tin &amp; zinc</HeadLine><SubHeadLine>Prices fall</SubHeadLine><ByLine>Bo Ray</ByLine>
<DateLine>RIGA, March 5 (Acme) -</DateLine><CopyrightLine>(c) Acme</CopyrightLine><KeywordLine>ore</KeywordLine>
</NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="Acme"/></Provider></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="en"/><SubjectCode><SubjectMatter FormalName="04005000"/></SubjectCode>
<SubjectCode><Subject FormalName="11000000" cat="POL"/></SubjectCode><TopicOccurrence Topic="#t1"/>
<Location HowPresent="Event"><Property FormalName="Country" Value="LVA"/></Location>
<Property FormalName="Keyword" Value="mine"/></DescriptiveMetadata>
<ContentItem><MediaType FormalName="Text"/><DataContent><nitf><body><body.content><p>One.</p><p>Two.</p>
</body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>)");
  CHECK(record.id == "urn:newsml:acme.example:20190305:X17:2U");
  CHECK(record.version == "2");
  CHECK(record.replaces ==
        Strings{"urn:newsml:acme.example:20190305:X17:1", "urn:newsml:acme.example:20190305:X17:1N",
                "urn:newsml:acme.example:20190305:X17:1U", "urn:newsml:acme.example:20190305:X17:1A",
                "urn:newsml:acme.example:20190301:W1:1"});
  CHECK(record.title == "Tin &amp; zinc");
  CHECK(record.date == "20190305T101500Z");
  CHECK(record.modified == "20190305T110000Z");
  CHECK(record.status == "Embargoed");
  CHECK(record.embargo == "20190306T000001Z");
  CHECK(record.corrected);
  CHECK(record.dateline == "RIGA, March 5 (Acme) -");
  CHECK(record.language == "en");
  CHECK(record.source == "Acme");
  CHECK(record.section == "POL");
  CHECK(record.rights == "(c) Acme");
  CHECK(record.bylines == Strings{"Bo Ray"});
  CHECK(record.topics == Strings{"ore", "Tin", "subj:11000000", "mine"});
  CHECK(record.persons == Strings{"Ann Poe"});
  CHECK(record.countries == Strings{"LVA"});
  CHECK(record.body.starts_with("<p>Prices fall</p>\n<p>One.</p><p>Two.</p>"));
}

TEST_CASE("a document's own topic sets name what its items refer to") {
  const Record record = read_one(
      "<NewsML><TopicSet><Topic "
      "Duid=\"t1\"><FormalName>AC</FormalName><Description>Acme</Description></Topic>"
      "</TopicSet><NewsItem><NewsComponent><NewsLines><HeadLine>Tin</HeadLine></NewsLines>"
      "<AdministrativeMetadata><Provider><Party FormalName=\"AC\" Topic=\"#t1\"/></Provider>"
      "</AdministrativeMetadata><ContentItem><DataContent>Tin.</DataContent></ContentItem></NewsComponent>"
      "</NewsItem></NewsML>");
  CHECK(record.source == "Acme");
}

TEST_CASE("a NewsML story is found in whatever form it stands") {
  struct Case {
    std::string_view content;
    std::string_view body;
  };
  constexpr Case cases[] = {
      {"<DataContent><p>One.</p></DataContent>", "<p>One.</p>"},
      {"<Format FormalName=\"HTML\"/><DataContent><![CDATA[<P>One.</P>]]></DataContent>", "<P>One.</P>"},
      {"<DataContent>One.\n\nTwo &lt; 3.</DataContent>", "<pre>\nOne.\n\nTwo &lt; 3.</pre>"},
      {"<DataContent><html><head><title>x</title></head><body><p>One.</p></body></html></DataContent>",
       "<p>One.</p>"},
      {"<Encoding Notation=\"Base64\"><DataContent>PHA+T25lLjwvcD4=</DataContent></Encoding>", "<p>One.</p>"},
      {"<DataContent><nitf><body><p>One.</p></body></nitf></DataContent>", "<p>One.</p>"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.content);
    CHECK(read_one(newsml(component("H", c.content))).body.find(c.body) != std::string::npos);
  }
}

TEST_CASE("NewsML components are joined, equivalents taken once, captions left out") {
  const std::string main = component("Head", "<DataContent><p>One.</p></DataContent>");
  const std::string side = component("Side", "<DataContent><p>Two.</p></DataContent>");
  const std::string caption =
      "<NewsComponent><Role "
      "FormalName=\"Caption\"/><ContentItem><DataContent><p>Pic.</p></DataContent></ContentItem>"
      "</NewsComponent>";
  const auto body = [](const std::string& inner, std::string_view attributes = "") {
    return read_one(newsml("<NewsComponent" + std::string(attributes) + ">" + inner + "</NewsComponent>"))
        .body;
  };
  CHECK(body(main + side + caption) == "<p>One.</p><p>Side</p>\n<p>Two.</p>");
  CHECK(body(main + component("Head", "<DataContent><p>One longer.</p></DataContent>"),
             " EquivalentsList=\"yes\"") == "<p>One longer.</p>");
}

TEST_CASE("NewsML items without a story are passed over, recalled and headline-only ones are kept") {
  struct Case {
    std::string input;
    std::string_view expected;
  };
  const std::string photo = component("", "<MediaType FormalName=\"Photo\"/><DataContent/>");
  const std::string story = component("A", "<DataContent><p>x</p></DataContent>");
  const Case cases[] = {
      {newsml(component("Flash", "<DataContent/>")), "Flash"},
      {newsml(photo), "skip"},
      {newsml("<Update/>"), "skip"},
      {newsml("<NewsComponent><NewsItemRef NewsItem=\"x\"/></NewsComponent>"), "skip"},
      {newsml("<NewsComponent>" + newsml(story).substr(8, std::string::npos) + "</NewsComponent>"), "reject"},
      {"<NewsML><NewsItem>" + story + "</NewsItem><NewsItem>" + component("B", "<DataContent/>") +
           "</NewsItem></NewsML>",
       "A, B"},
      {"<NewsML><NewsItem><NewsComponent><NewsItem>" + story +
           "</NewsItem></NewsComponent></NewsItem></NewsML>",
       "A, skip"},
      {"<NewsItem>" + story + "</NewsItem>", "A"},
      {"<NewsML xmlns=\"http://x.example/\"><NewsItem>" + story + "</NewsItem></NewsML>", "reject"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(outline(read_text(c.input)) == c.expected);
  }
  const Record killed = read_one(newsml("<NewsComponent/>", "<Status FormalName=\"Canceled\"/>"));
  CHECK(killed.status == "Canceled");
}
