// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml/atom_reader.h"

#include <doctest/doctest.h>

#include "tests/indexer/readers/reading.h"

using namespace broadsheet;
using namespace broadsheet::test;
using Strings = std::vector<std::string>;

namespace {

std::string feed(std::string_view entries) {
  return "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"lv\"><title type=\"html\">Acme &amp;amp; "
         "Daily</title>"
         "<author><name>Desk</name></author><rights>(c) Acme</rights>" +
         std::string(entries) + "</feed>";
}

Record entry(std::string_view inside) {
  return read_one(feed("<entry>" + std::string(inside) + "</entry>"));
}

}  // namespace

TEST_CASE("an Atom entry gives all its fields") {
  const Record record = entry(
      "<id>tag:acme.example,2019:17</id><title>Tin</title><published>2019-03-05T10:15:00Z</published>"
      "<updated>2019-03-06T00:00:00Z</updated><author><name>Ann Poe</name><email>a@b.example</email></author>"
      "<author><name>Bo Ray</name></author><link rel=\"self\" href=\"http://a.example/17.atom\"/>"
      "<link type=\"application/json\" href=\"http://a.example/17.json\"/>"
      "<link rel=\"alternate\" type=\"text/html\" href=\"http://a.example/17\"/>"
      "<category term=\"t1\" label=\"Ore\"/><category term=\"zinc\"/><summary>Short.</summary>"
      "<content type=\"html\">&lt;p&gt;One.&lt;/p&gt;</content><x:y xmlns:x=\"u\">z</x:y>");
  CHECK(record.id == "tag:acme.example,2019:17");
  CHECK(record.title == "Tin");
  CHECK(record.date == "2019-03-05T10:15:00Z");
  CHECK(record.modified == "2019-03-06T00:00:00Z");
  CHECK(record.bylines == Strings{"Ann Poe", "Bo Ray"});
  CHECK(record.url == "http://a.example/17");
  CHECK(record.topics == Strings{"Ore", "zinc"});
  CHECK(record.body == "<p>One.</p>");
  CHECK(record.is_markup);
  CHECK(record.language == "lv");
  CHECK(record.rights == "(c) Acme");
  CHECK(record.unused_keys == Strings{"x:y"});
}

TEST_CASE("what the feed and the source say holds where the entry is silent") {
  const Record record = entry("<title>T</title><updated>2019-03-06</updated>");
  CHECK(record.bylines == Strings{"Desk"});
  CHECK(record.date == "2019-03-06");
  const Record taken =
      entry("<title>T</title><source><title>Other</title><author><name>Cy Fox</name></author></source>");
  CHECK(taken.source == "Other");
  CHECK(taken.bylines == Strings{"Cy Fox"});
  CHECK(taken.language == "lv");
  CHECK(entry("<title>T</title><content type=\"text\" xml:lang=\"ar\">B</content>").language == "ar");
}

TEST_CASE("Atom texts are what their type says") {
  struct Case {
    std::string_view content;
    std::string_view body;
    bool is_markup;
  };
  constexpr Case cases[] = {
      {"<content>1 &lt; 2 &lt;b&gt;</content>", "1 < 2 <b>", false},
      {"<content type=\"text\">a</content>", "a", false},
      {"<content type=\"html\">&lt;b&gt;a&lt;/b&gt;</content>", "<b>a</b>", true},
      {"<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>a &lt; "
       "<i>b</i></p></div></content>",
       "<div><p>a &lt; b</p></div>", true},
      {"<content type=\"text/html\" mode=\"escaped\">&lt;p&gt;a&lt;/p&gt;</content>", "<p>a</p>", true},
      {"<content type=\"application/xhtml+xml\" mode=\"xml\"><p>a</p></content>", "<p>a</p>", true},
      {"<content type=\"text/html\" mode=\"base64\">PHA+T25lLjwvcD4=</content>", "<p>One.</p>", true},
      {"<content type=\"application/octet-stream\">PHA+T25lLjwvcD4=</content>", "<p>One.</p>", true},
      {"<content type=\"text/plain\">a</content>", "a", false},
      {"<content src=\"http://a.example/\"/><summary>s</summary>", "s", false},
      {"<content type=\"image/png\">iVBORw0KGgo=</content><summary>s</summary>", "s", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.content);
    const Record record = entry("<title>T</title>" + std::string(c.content));
    CHECK(record.body == c.body);
    CHECK(record.is_markup == c.is_markup);
  }
}

TEST_CASE("Atom 0.3, entries alone and links with text are read") {
  const Record old = read_one(
      "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><entry><title mode=\"escaped\">Tin &amp;amp; "
      "zinc</title>"
      "<issued>2003-12-13T08:29:29-04:00</issued><modified>2003-12-14</modified></entry></feed>");
  CHECK(old.title == "Tin &amp; zinc");
  CHECK(old.date == "2003-12-13T08:29:29-04:00");
  CHECK(old.modified == "2003-12-14");
  CHECK(read_one("<entry xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title></entry>").title == "T");
  CHECK(entry("<title>T</title><link rel=\"alternate\">http://a.example/</link>").url == "http://a.example/");
}

TEST_CASE("drafts, comments and other vocabularies are no articles") {
  struct Case {
    std::string_view input;
    std::string_view expected;
  };
  constexpr Case cases[] = {
      {"<feed xmlns=\"http://www.w3.org/2005/Atom\" "
       "xmlns:app=\"http://www.w3.org/2007/app\"><entry><title>T</title>"
       "<app:control><app:draft>yes</app:draft></app:control></entry></feed>",
       "skip"},
      {"<feed><entry><category scheme=\"http://schemas.google.com/g/2005#kind\" "
       "term=\"http://schemas.google.com/blogger/2008/kind#comment\"/><title>T</title></entry>"
       "<entry><category "
       "term=\"http://schemas.google.com/blogger/2008/kind#post\"/><title>P</title></entry></feed>",
       "P, skip"},
      {"<feed><entry><id>1</id></entry></feed>", "skip"},
      {"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title></feed>", "reject"},
      {"<feed xmlns=\"http://x.example/\"><entry><title>T</title></entry></feed>", "reject"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(outline(read_text(c.input)) == c.expected);
  }
}
