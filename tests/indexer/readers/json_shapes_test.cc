// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "tests/indexer/readers/reading.h"

using namespace broadsheet;
using namespace broadsheet::test;

TEST_CASE("an item of a news agency is read by its own rules") {
  struct Case {
    std::string_view input;
    std::string Record::*field;
    std::string_view expected;
  };
  constexpr Case cases[] = {
      {R"({"pubstatus":"usable","title":"slug","headline":"H"})", &Record::title, "H"},
      {R"({"pubStatus":"usable","headlines":[{"role":"short","value":"S"},{"role":"main","value":"M"}]})",
       &Record::title, "M"},
      {R"({"versioncreated":"2001","guid":"g","uri":"urn:x:1","headline":"H"})", &Record::id, "urn:x:1"},
      {R"({"versioncreated":"2001","uri":"http://a.example/i?q=1","altids":{"itemid":"77"},"headline":"H"})",
       &Record::id, "77"},
      {R"({"versioncreated":"2002","headline":"H"})", &Record::date, "2002"},
      {R"({"versioncreated":"2002","firstcreated":"2001","headline":"H"})", &Record::date, "2001"},
      {R"({"versioncreated":"2002","contentcreated":"2000","headline":"H"})", &Record::date, "2000"},
      {R"({"versioncreated":"2002","headline":"H"})", &Record::modified, "2002"},
      {R"({"pubstatus":"stat:withheld","headline":"H"})", &Record::status, "stat:withheld"},
      {R"({"pubstatus":"usable","embargoed":"2003-01-02T06:00:00Z","headline":"H"})", &Record::embargo,
       "2003-01-02T06:00:00Z"},
      {R"({"pubstatus":"usable","copyrightholder":"tna","headline":"H"})", &Record::source, "tna"},
      {R"({"pubstatus":"usable","copyrightholder":"x","infosources":[{"name":"tna"}],"headline":"H"})",
       &Record::source, "tna"},
      {R"({"pubstatus":"usable","located":"Oslo","headline":"H","body_text":"Snow fell."})",
       &Record::dateline, "Oslo"},
      {R"({"pubstatus":"usable","located":"Oslo","headline":"H","body_text":"BERGEN (TNA) -- Snow fell."})",
       &Record::dateline, ""},
      {R"({"pubstatus":"usable","usageterms":"ours","headline":"H"})", &Record::rights, "ours"},
      {R"({"pubstatus":"usable","headline":"H","bodies":[{"contenttype":"application/xml","value":"<x/>"},
          {"contenttype":"text/html","value":"<p>B</p>"}]})",
       &Record::body, "<p>B</p>"},
      {R"({"data":{"item":{"pubstatus":"usable","headline":"H","uri":"u"}},"id":"request"})", &Record::id,
       "u"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(read_one(c.input).*c.field == c.expected);
  }
}

TEST_CASE("an item says where its date comes from, and that it is a correction") {
  CHECK(read_one(R"({"versioncreated":"2002","headline":"H"})").date_is_of_version);
  CHECK_FALSE(
      read_one(R"({"versioncreated":"2002","firstcreated":"2001","headline":"H"})").date_is_of_version);
  CHECK_FALSE(read_one(R"({"updated":"2002","headline":"H"})").date_is_of_version);
  CHECK(read_one(R"({"pubstatus":"usable","headline":"H","ednote":"Corrects name"})").corrected);
  CHECK_FALSE(read_one(R"({"pubstatus":"usable","headline":"H","ednote":"Adds quote"})").corrected);
}

TEST_CASE("what an item carries beside itself is not taken for it") {
  const Record record = read_one(
      R"({"uri":"u","type":"text","pubstatus":"usable","headline":"H","body_text":"B",
          "associations":{"photo":{"headline":"photo","copyrightnotice":"its own"}},
          "renditions":{"main":{"title":"file"}}})");
  CHECK(record.title == "H");
  CHECK(record.rights.empty());
  CHECK(record.unused_keys == std::vector<std::string>{"type", "associations", "renditions"});
}

TEST_CASE("items without a text of their own are passed over with a reason") {
  constexpr std::string_view skipped[] = {
      R"({"type":"picture","headline":"H","description_text":"D"})",
      R"({"type":"video","headline":"H"})",
      R"({"type":"composite","headline":"H","associations":{"a":{"uri":"u"}}})",
      R"({"pubStatus":"usable","headlines":[{"value":"H"}],"eventDetails":{"dates":{}}})",
      R"({"type":"picture"})",
  };
  for (const std::string_view input : skipped) {
    CAPTURE(input);
    const Reading reading = read_text(input);
    REQUIRE(reading.skips.size() == 1);
    CHECK(reading.skips[0].reason.find("without a text") != std::string::npos);
  }
  CHECK(read_one(R"({"type":"composite","headline":"H","body_text":"B"})").body == "B");
  CHECK(read_one(R"({"type":"article","headline":"H"})").title == "H");
}

TEST_CASE("lists of keywords are sorted by the kind of each") {
  struct Case {
    std::string_view input;
    std::vector<std::string> Record::*field;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {R"({"title":"T","keywords":[{"name":"persons","value":"Poe, Ann"}]})", &Record::persons, {"Poe, Ann"}},
      {R"({"title":"T","keywords":[{"name":"organizations","value":"UN"}]})", &Record::organisations, {"UN"}},
      {R"({"title":"T","keywords":[{"name":"glocations","value":"Norway"}]})",
       &Record::countries,
       {"Norway"}},
      {R"j({"title":"T","keywords":[{"name":"glocations","value":"Oslo (Norway)"}]})j",
       &Record::countries,
       {"Norway"}},
      {R"({"title":"T","keywords":[{"name":"subject","value":"Tin"}]})", &Record::topics, {"Tin"}},
      {R"({"title":"T","tags":[{"type":"contributor","webTitle":"Ann Poe"}]})",
       &Record::bylines,
       {"Ann Poe"}},
      {R"({"title":"T","tags":[{"type":"tone","webTitle":"News"},{"type":"keyword","webTitle":"Tin"}]})",
       &Record::topics,
       {"Tin"}},
      {R"({"title":"T","concepts":[{"type":"person","label":{"eng":"Ann Poe"}}]})",
       &Record::persons,
       {"Ann Poe"}},
      {R"({"title":"T","concepts":[{"type":"loc","label":{"eng":"Norway"}}]})",
       &Record::countries,
       {"Norway"}},
      {R"({"title":"T","entities":{"locations":[{"name":"norway"},{"name":"oslo"}]}})",
       &Record::countries,
       {"norway"}},
      {R"({"headline":"T","place":[{"name":"x","scheme":"http://cv.example/iso3166-1a2/","code":"no"}]})",
       &Record::countries,
       {"no"}},
      {R"({"headline":"T","places":[{"name":"Georgia","locationtype":{"name":"State"}},{"name":"Norway"}]})",
       &Record::countries,
       {"Norway"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(read_one(c.input).*c.field == c.expected);
  }
  CHECK(read_one(R"({"title":"T","subject":[{"code":"s","name":"s"}]})").section == "Sports");
}

TEST_CASE("a body is put together from however many pieces it is kept in") {
  struct Case {
    std::string_view input;
    std::string_view body;
  };
  constexpr Case cases[] = {
      {R"({"body":[{"type":"paragraph","content":"One."},{"type":"image","content":"no"},"Two."]})",
       "One.\n\nTwo."},
      {R"({"body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"One "},
          {"type":"text","text":"bold."}]},{"type":"paragraph","content":[{"type":"text","text":"Two."}]}]}})",
       "One bold.\n\nTwo."},
      {R"({"content_elements":[{"type":"text","content":"One."},{"type":"text","content":"Two."},
          {"type":"list","items":[{"type":"text","content":"a"},{"type":"text","content":"b"}]}]})",
       "One.\n\nTwo.\n\na\n\nb"},
      {R"({"body":{"blocks":[{"type":"unstyled","text":"One."},{"text":"Two."}]}})", "One.\n\nTwo."},
      {R"({"pubstatus":"usable","body":"<nitf><body.head><hl1>H</hl1></body.head><body.content><p>One.</p></body.content></nitf>"})",
       "\n<p>One.</p>"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(read_one(c.input).body == c.body);
  }
  const Record post = read_one(R"({"contents":[{"type":"kicker","content":"World"},{"content":"One."}]})");
  CHECK(post.section == "World");
  CHECK(post.body == "One.");
}

TEST_CASE("Elasticsearch's bulk format gives a record for an action and its source") {
  const Reading reading = read_text(
      "{\"index\":{\"_index\":\"n\",\"_id\":\"a\"}}\n{\"title\":\"One\"}\n"
      "{\"delete\":{\"_id\":\"z\"}}\n"
      "{\"update\":{\"_id\":\"b\"}}\n{\"doc\":{\"title\":\"Two\"}}\n"
      "{\"create\":{}}\n{\"title\":\"Three\"}\n{\"index\":{\"title\":\"no action\"}}\n");
  CHECK(outline(reading) == "a: One, b: Two, Three, reject, skip");
}

TEST_CASE("MIND's table is known without a header") {
  const Reading reading = read_text(
      "N17\tnews\tnewsworld\tOne\tAbout one\thttps://a.example/1\t[]\t[]\n"
      "N18\tnews\tnewsworld\tTwo\t\thttps://a.example/2\t[]\t[]\n");
  CHECK(outline(reading) == "N17: One, N18: Two");
  CHECK(reading.format == "csv");
  CHECK(reading.records.at(0).summary == "About one");
}
