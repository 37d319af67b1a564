// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/html_reader.h"

#include <doctest/doctest.h>

#include "tests/indexer/readers/reading.h"
#include "tests/indexer/readers/web/pages.h"

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

void check_body(const Record& record, std::initializer_list<std::string_view> wanted,
                std::initializer_list<std::string_view> unwanted) {
  for (const std::string_view part : wanted) {
    CAPTURE(part);
    CHECK(record.body.find(part) != std::string::npos);
  }
  for (const std::string_view part : unwanted) {
    CAPTURE(part);
    CHECK(record.body.find(part) == std::string::npos);
  }
}

Record page(std::string_view html) {
  return read_one(html, {.options = {.format = "html"}});
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a news page with linked data gives what that says and the text that it shows") {
  const Record record = page(kNewsPage);
  CHECK(record.title == "Harbour bridge closes for repairs");
  CHECK(record.date == "2021-03-04T08:15:00+01:00");
  CHECK(record.modified == "2021-03-04T10:00:00+01:00");
  CHECK(record.bylines == Names{"Ann Poe", "Bo Ray"});
  CHECK(record.source == "The Port Gazette");
  CHECK(record.section == "Local");
  CHECK(record.language == "en-GB");
  CHECK(record.url == "https://gazette.example/2021/bridge-100234");
  CHECK(record.id == "100234");
  CHECK(record.topics == Names{"bridges", "traffic"});
  CHECK(record.is_markup);
  check_body(record,
             {"The harbour bridge will close", "\"We have no choice,\" she said.", "Fish &amp; chips"},
             {"Home", "cookies", "Most read", "Sign up", "var x", "Photo:", "Share", "What a shame"});
}

TEST_CASE("of a page behind a paywall its teaser is kept") {
  const Record record = page(kPaywalledPage);
  CHECK(record.title == "Tin mine to reopen");
  CHECK(record.date == "2019-11-05");
  CHECK(record.bylines == Names{"Ann Poe"});
  check_body(record, {"The old tin mine above the village"}, {"Subscribe now", "Already a subscriber"});
}

TEST_CASE("of a live blog all posts are kept, in the order shown") {
  const Record record = page(kLiveBlog);
  CHECK(record.title == "Storm: live updates");
  CHECK(record.date == "2022-02-18T06:00:00Z");
  check_body(record, {"Ferries are cancelled", "The roof of the market hall"}, {"Back to top"});
  CHECK(record.body.find("Ferries") < record.body.find("The roof"));
}

TEST_CASE("a page laid out with tables keeps date, byline and paragraphs parted by line breaks") {
  const Record record = page(kTablePage);
  CHECK(record.title == "Council votes for new library");
  CHECK(record.date == "March 3, 1999");
  CHECK(record.bylines == Names{"By BO RAY"});
  check_body(record, {"<p>The town council voted", "<p>Opponents said"}, {"Classifieds", "Webmaster"});
}

TEST_CASE("a Japanese page in Shift_JIS is read") {
  const Record record = page(japanese_page());
  CHECK(record.title ==
        "\xE6\x96\xB0\xE3\x81\x97\xE3\x81\x84\xE6\xA9\x8B\xE3\x81\x8C\xE9\x96\x8B\xE9\x80\x9A");
  CHECK(record.language == "ja");
  CHECK(record.date == "2018-07-02T09:30:00+09:00");
  CHECK(record.charset == "utf-8");
  check_body(record, {"\xE6\xA9\x8B"}, {"\xE3\x83\xA1\xE3\x83\x8B\xE3\x83\xA5\xE3\x83\xBC"});
}

TEST_CASE("an Arabic page keeps its text, and is not English because its template says so") {
  const Record record = page(kArabicPage);
  CHECK(record.language.empty());
  CHECK(record.date == "2020-05-06T12:00:00Z");
  CHECK(record.bylines.size() == 1);
  check_body(record, {"\xD8\xA7\xD9\x84\xD9\x85\xD8\xAF\xD9\x8A\xD9\x86\xD8\xA9"}, {"Facebook"});
}

TEST_CASE("a page marked with microdata is read without linked data") {
  const Record record = page(kMicrodataPage);
  CHECK(record.title == "Ferry runs aground");
  CHECK(record.date == "2014-08-09T07:00:00Z");
  CHECK(record.bylines == Names{"Ann Poe"});
  check_body(record, {"A ferry with forty people aboard"}, {"Related", "Another ferry"});
}

TEST_CASE("headline, byline and date are found among what is beside them") {
  struct Case {
    std::string_view head;
    std::string_view top;
    std::string_view title;
    std::string_view byline;
    std::string_view date;
  };
  constexpr Case cases[] = {
      {"<title>Fog closes port - Coast News</title>", "<h1>Fog closes port</h1>", "Fog closes port", "", ""},
      {"<title>Fog closes port - Coast News</title>", "<h1>Coast News</h1>", "Fog closes port", "", ""},
      {"<title>Fog closes port | Health</title>", "<h1>Health Desk</h1><h2>Fog closes port</h2>",
       "Fog closes port", "", ""},
      {"<title>Port shut | Coast News</title>", "<h1>Fog closes the port for a day</h1>",
       "Fog closes the port for a day", "", ""},
      {"<meta property='og:title' content='Fog closes port - Coast'><title>Coast: Fog closes port</title>",
       "<h1>Fog closes port</h1>", "Fog closes port", "", ""},
      {"<script "
       "type='application/ld+json'>{\"@type\":\"Article\",\"name\":\"Fog\",\"headline\":\"weather\"}</"
       "script><title>Fog "
       "- W</title>",
       "", "Fog", "", ""},
      {"<title>T</title>", "<p class=byline>By Ann Poe March 3, 2006 4:15 PM</p>", "T", "By Ann Poe",
       "2006-03-03"},
      {"<title>T</title>", "<a rel=author href=/a>Ann Poe</a>", "T", "Ann Poe", "2006-03-03"},
      {"<title>T</title><meta name='dc:creator' content='Ann Poe'><meta name='DC.date.issued' "
       "content='2006-03-03'>",
       "", "T", "Ann Poe", "2006-03-03"},
      {"<title>T</title>", "<span class='published'>\xE5\x8F\x91\xE5\xB8\x83 2006-03-03</span>", "T", "",
       "2006-03-03"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.head);
    CAPTURE(c.top);
    const std::string time = c.date.empty() ? "" : "<time datetime='2006-03-03'>3/3</time>";
    const Record record =
        page(std::string("<html><head><meta property='og:type' content='article'>") + std::string(c.head) +
             "</head><body>" + std::string(c.top) + time +
             "<article><p>Fog closed the port on Monday, and the ferries stayed where they were until the "
             "evening, when a wind came up.</p></article></body></html>");
    CHECK(record.title == c.title);
    CHECK((record.bylines.empty() ? "" : record.bylines[0]) == c.byline);
    CHECK(record.date == c.date);
  }
}

TEST_CASE("linked data that is not well-formed is mended, and what cannot be says nothing") {
  struct Case {
    std::string_view json;
    std::string_view title;
  };
  constexpr Case cases[] = {
      {"{\"@type\":\"NewsArticle\",\"headline\":\"A\nb\"}", "A b"},
      {"<!-- {\"@type\":\"NewsArticle\",\"headline\":\"A\",} -->", "A"},
      {"//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"It\\'s A\"};\n//]]>", "It's A"},
      {"{\"@graph\":[{\"@type\":[\"Thing\",\"http://schema.org/BlogPosting\"],\"headline\":\"A\"}]}", "A"},
      {"{\"mainEntity\":{\"@type\":\"Article\",\"headline\":\"A &amp; b\"}}", "A &amp; b"},
      {"{\"@type\":\"NewsArticle\",\"headline\":", "T"},
      {"{\"@type\":\"NewsArticle\",\"headline\":5}", "5"},
      {"[[[[{}]]]]", "T"},
      {"", "T"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.json);
    const Record record = page(
        "<html><meta property=og:type content=article><title>T</title>"
        "<script type=\"application/ld+json\">" +
        std::string(c.json) +
        "</script>"
        "<article><p>Fog closed the port on Monday, and the ferries stayed where they were until the "
        "evening, when a wind came up.</p></article></html>");
    CHECK(record.title == c.title);
  }
}

TEST_CASE("pages that are no article are skipped, with the reason") {
  struct Case {
    std::string_view page;
    std::string_view reason;
  };
  const Case cases[] = {
      {kIndexPage, "front page"},
      {"<html><title>Example</title><p>This is a page for examples.</html>", "nothing says"},
      {"<html><meta property=og:type content=article><title>Video</title><p>Watch.</html>",
       "hardly any text"},
      {"<html><meta name=parsely-type content=sectionpage><p>x</html>", "list of articles"},
      {"<html>", "nothing says"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.page);
    const Reading reading = read_text(c.page);
    REQUIRE(outline(reading) == "skip");
    CHECK(reading.skips[0].reason.find(c.reason) != std::string::npos);
    CHECK(reading.format == "html");
  }
}

TEST_CASE("a page cut off anywhere is a record or a skip") {
  for (const std::string& whole : {std::string(kNewsPage), std::string(kTablePage), japanese_page()}) {
    for (std::size_t length = 1; length < whole.size(); length += 13) {
      CAPTURE(length);
      const Reading reading = read_text(whole.substr(0, length), {.options = {.format = "html"}});
      CHECK(reading.records.size() + reading.skips.size() == 1);
    }
  }
}

TEST_CASE("a page nested deeper than any page to be read is a reject") {
  std::string shallow;
  std::string deep;
  for (int i = 0; i < 600; ++i) shallow += "<div>";
  for (int i = 0; i < 100000; ++i) deep += "<div><b></i>";
  CHECK(outline(read_text("<html>" + shallow + "x")) == "skip");
  CHECK(outline(read_text("<html>" + deep + "x")) == "reject");
}
