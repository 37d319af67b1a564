// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/mediawiki_reader.h"

#include <doctest/doctest.h>

#include "indexer/readers/web/wikitext.h"
#include "tests/indexer/readers/reading.h"

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

const std::string kHead =
    "<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.11/\" version=\"0.11\" xml:lang=\"en\">\n"
    "<siteinfo><sitename>Wikinews</sitename><dbname>enwikinews</dbname>"
    "<base>https://en.wikinews.org/wiki/Main_Page</base><namespaces>"
    "<namespace key=\"-2\" case=\"first-letter\">Media</namespace><namespace key=\"0\" case=\"first-letter\" "
    "/>"
    "<namespace key=\"1\" case=\"first-letter\">Talk</namespace>"
    "<namespace key=\"6\" case=\"first-letter\">Datei</namespace>"
    "<namespace key=\"14\" case=\"first-letter\">Kategorie</namespace></namespaces></siteinfo>\n";

std::string page(const std::string& title, const std::string& text, const std::string& more = "<ns>0</ns>") {
  return "<page><title>" + title + "</title>" + more +
         "<id>17</id><revision><id>5</id><timestamp>2006-03-09T10:00:00Z</timestamp>"
         "<contributor><username>U</username><id>9</id></contributor><model>wikitext</model>"
         "<text bytes=\"1\" xml:space=\"preserve\">" +
         text + "</text></revision></page>\n";
}

std::string body_of(std::string_view text) {
  return read_wikitext(text).body;
}

}  // namespace

TEST_CASE("a page of Wikinews is a record with its own date, not that of its last change") {
  const Record record =
      read_one(kHead +
               page("Tin &amp; zinc rise?",
                    "{{date|March 3, 2006}}\n{{Bolivia}}\n[[File:Tin.jpg|thumb|A [[tin]] can]]\n"
                    "'''Tin''' rose in {{w|La Paz, Bolivia|La Paz}} today, &quot;as "
                    "ever&quot;&lt;ref&gt;note&lt;/ref&gt;.\n"
                    "\n== Sources ==\n*{{source|url=http://a.example|title=x|date=March 2, 2006}}\n"
                    "{{publish}}\n[[Category:March 3, 2006]]\n[[Category:Mining]]\n[[de:Zinn]]\n") +
               "</mediawiki>");
  CHECK(record.id == "enwikinews:17");
  CHECK(record.title == "Tin &amp; zinc rise?");
  CHECK(record.date == "March 3, 2006");
  CHECK(record.modified == "2006-03-09T10:00:00Z");
  CHECK(record.source == "Wikinews");
  CHECK(record.language == "en");
  CHECK(record.url == "https://en.wikinews.org/wiki/Tin_%26_zinc_rise%3F");
  CHECK(record.topics == std::vector<std::string>{"Mining"});
  CHECK(record.body == "<p>Tin rose in La Paz today, \"as ever\".</p>\n");
}

TEST_CASE("the date of a Wikinews page is found in its template, else in a category") {
  struct Case {
    std::string_view text;
    std::string_view date;
  };
  constexpr Case cases[] = {
      {"{{Date|3 mars 2006}} a", "3 mars 2006"},
      {"{{byline|date=March 3, 2006|location=[[La Paz]]}} a", "March 3, 2006"},
      {"{{luogodata|luogo=Roma|data=3 marzo 2006}} a", "3 marzo 2006"},
      {"{{ubicaci\xC3\xB3n|Madrid|3 de marzo de 2006}} a", "3 de marzo de 2006"},
      {"{{\xD0\x94\xD0\xB0\xD1\x82\xD0\xB0|3 \xD0\xBC\xD0\xB0\xD1\x80\xD1\x82\xD0\xB0 2006}} a",
       "3 \xD0\xBC\xD0\xB0\xD1\x80\xD1\x82\xD0\xB0 2006"},
      {"{{data|2006|03|03}} a", "2006-03-03"},
      {"{{Datum|3|3|2006}} a", "3.3.2006"},
      {"a [[Category:March 3, 2006]]", "March 3, 2006"},
      {"a [[Kategorie:03.03.2006]]", "03.03.2006"},
      {"a [[Category:2006]] [[Category:London 2012 Day 5]]", ""},
      {"a {{source|date=March 3, 2006}}", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(read_one(kHead + page("T", std::string(c.text))).date == c.date);
  }
}

TEST_CASE("wikitext becomes the prose that it shows") {
  struct Case {
    std::string_view text;
    std::string_view body;
  };
  constexpr Case cases[] = {
      {"'''''a''''' ''b'' it's", "a b it's"},
      {"[[Paris]] [[Paris|the city]]s [[:w:fr:Lyon]] [[w:Lyon|L]] [[Foo bar#x]]",
       "Paris the citys Lyon L Foo bar"},
      {"[http://a.example the label] x [http://a.example] [1] [sic]", "the label x  [1] [sic]"},
      {"{{w|Ann Poe}} {{w|Ann Poe|Ann|lang=fr}} {{lang|fr|mot}} {{nowrap|5 km}} {{unknown|x}}",
       "Ann Poe Ann mot 5 km"},
      {"{{convert|5|km|mi}} {{formatnum:1234}}", "5 km 1234"},
      {"a {{Infobox\n| x = {{w|y}}\n| z = [[q|r]]\n}} b", "a  b"},
      {"a<ref name=\"x\">n</ref> b<ref name=x /> <!-- c --> d", "a b  d"},
      {"a\nb\n\nc", "a b\n\nc"},
      {"* one\n* two\n# three", "one\n\ntwo\n\nthree"},
      {"a\n== Head ==\nb\n=== Empty ===\n== Sources ==\n* x\n=== Sub ===\ny\n== More ==\nz",
       "a\n\nHead\n\nb\n\nMore\n\nz"},
      {"a\n==Quellen==\nx", "a"},
      {"a\n{| class=x\n| b\n{|\n| c\n|}\n|}\nd", "a\n\nd"},
      {"<gallery>\nFile:a.jpg|x\n</gallery>a<br/>b<nowiki>[[c]]</nowiki>", "a b[[c]]"},
      {"[[Image:a.jpg|thumb|See [[b]] and {{w|c}}]]d __NOTOC__ {{haveyoursay}}", "d"},
      {"{{quote|We won.|Ann Poe}} b", "We won.\n\nb"},
      {"----\na", "a"},
      {"a {{ b [[ c ]] d", "a {{ b c d"},
      {"a ]] }} b", "a ]] }} b"},
      {"{{w|a|[[b|{{w|c|d}}]]}}", "d"},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    std::string body = body_of(c.text);
    for (std::size_t at = body.find(" c  d"); at != std::string::npos; at = body.find(" c  d"))
      body.erase(at, 1);
    CHECK(body == c.body);
  }
}

TEST_CASE("pages that are no articles are skipped, and broken ones rejected") {
  struct Case {
    std::string input;
    std::string_view outline;
  };
  const Case cases[] = {
      {page("Talk:T", "a", "<ns>1</ns>"), "skip"},
      {page("Talk:T", "a", ""), "skip"},
      {page("T: what now", "a", ""), "enwikinews:17: T: what now"},
      {page("T", "a", "<ns>0</ns><redirect title=\"U\" />"), "skip"},
      {page("T", "#REDIRECT [[U]]"), "skip"},
      {page("T", "#WEITERLEITUNG [[U]]\n[[Kategorie:x]]"), "skip"},
      {page("T", "{{develop}} a"), "skip"},
      {page("T", "{{develop}} a {{publish}}"), "enwikinews:17: T"},
      {page("Main Page", "a"), "skip"},
      {page("T", ""), "skip"},
      {page("T", "{{only|templates}}"), "skip"},
      {page("", "a"), "reject"},
      {"<page><title>T</title>" + page("U", "a"), "enwikinews:17: U, reject"},
      {"<page><title>T</title><ns>0</ns>", "reject"},
      {"", "reject"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(outline(read_text(kHead + c.input)) == c.outline);
    CHECK(outline(read_text(kHead + c.input, {.chunk = 3})) == c.outline);
  }
}

TEST_CASE("of a page's revisions the latest is read") {
  const std::string text =
      "<page><title>T</title><ns>0</ns><id>1</id>"
      "<revision><timestamp>2006-03-04T00:00:00Z</timestamp><text>new</text></revision>"
      "<revision><timestamp>2006-03-03T00:00:00Z</timestamp><text>old</text></revision></page>";
  CHECK(read_one(kHead + text).body == "<p>new</p>\n");
}

TEST_CASE("wikitext of nothing but brackets is read in one pass") {
  for (const char* part : {"{{", "[[", "{|", "}}", "<ref>", "{{w|", "[[a|", "<!--", "[http://a "}) {
    CAPTURE(part);
    std::string text;
    for (int i = 0; i < 100000; ++i) text += part;
    CHECK(body_of(text).size() <= text.size());
    for (int i = 0; i < 100000; ++i) text += i % 2 == 0 ? "}}" : "]]";
    CHECK(body_of(text).size() <= text.size());
  }
}
