// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/warc_reader.h"

#include <doctest/doctest.h>

#include "indexer/readers/web/crawl_record.h"
#include "indexer/readers/web/http_message.h"
#include "indexer/readers/web/payload.h"
#include "tests/indexer/readers/reading.h"
#include "tests/indexer/readers/web/pages.h"

using namespace broadsheet;
using namespace broadsheet::test;
using namespace std::string_literals;

namespace {

std::string warc(const std::string& type, const std::string& block, const std::string& more = "") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: http://a.example/news/1\r\n" +
         "WARC-Date: 2020-02-02T00:00:00Z\r\n" + more + "Content-Length: " + std::to_string(block.size()) +
         "\r\n\r\n" + block + "\r\n\r\n";
}

std::string http(const std::string& body,
                 const std::string& fields = "Content-Type: text/html; charset=utf-8\r\n") {
  return "HTTP/1.1 200 OK\r\n" + fields + "\r\n" + body;
}

std::string page() {
  return kMicrodataPage;
}

std::string arc(const std::string& url, const std::string& block) {
  return url + " 1.2.3.4 20140301000000 text/html " + std::to_string(block.size()) + "\n" + block + "\n";
}

constexpr const char* kFileHeader = "filedesc://a.arc 0.0.0.0 20140301000000 text/plain 11\n1 0 Tests\n\n\n";

}  // namespace

TEST_CASE(
    "the pages of a crawl archive are records, with the address crawled; the crawl's date is not theirs") {
  const std::string undated =
      "<title>Fog</title><h1>Fog in the bay</h1><article><p>" + std::string(30, 'a') +
      " the fog that came in on Monday has closed the port for a whole day, and nobody knows when "
      "it will lift, said the master of the harbour.</p></article>"
      "<meta property=\"og:type\" content=\"article\">";
  const Record record = read_one(warc("response", http(undated)));
  CHECK(record.title == "Fog in the bay");
  CHECK(record.url == "http://a.example/news/1");
  CHECK(record.date.empty());
  CHECK(record.offset == 0);
}

TEST_CASE("what is no page in a crawl archive is skipped with its reason") {
  struct Case {
    std::string input;
    std::string_view reason;
  };
  const Case cases[] = {
      {warc("request", "GET / HTTP/1.1\r\n\r\n"), "type request"},
      {warc("warcinfo", "software: x\r\n"), "type warcinfo"},
      {warc("revisit", "HTTP/1.1 200 OK\r\n\r\n"), "type revisit"},
      {warc("continuation", "x"), "further segment"},
      {warc("response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + page()),
       "status is 404"},
      {warc("response", "HTTP/1.1 301 Moved\r\n\r\n"), "status is 301"},
      {warc("response", http("GIF89a", "Content-Type: image/gif\r\n")), "image/gif"},
      {warc("response", http("")), "empty"},
      {warc("resource", "a few words", "Content-Type: text/plain\r\n"), "hardly any words"},
      {warc("response", http("{\"a\":1}", "Content-Type: application/json\r\n")), "JSON without an article"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    const Reading reading = read_text(c.input);
    REQUIRE(outline(reading) == "skip");
    CHECK(reading.skips[0].reason.find(c.reason) != std::string::npos);
    CHECK(reading.format == "warc");
  }
}

TEST_CASE("pages, texts and JSON of a crawl archive are read as what they are") {
  std::string words;
  for (int i = 0; i < 40; ++i) words += "word ";
  struct Case {
    std::string input;
    std::string_view title;
  };
  const Case cases[] = {
      {warc("resource", page(), "Content-Type: text/html\r\n"), "Ferry runs aground"},
      {warc("conversion", "A title\n\n" + words, "Content-Type: text/plain\r\n"), "A title"},
      {warc("response", http("{\"title\":\"J\",\"body\":\"b\"}", "content-type:application/json\r\n")), "J"},
      {warc("response", http(page(), "")), "Ferry runs aground"},
      {std::string(kFileHeader) + arc("http://a.example/x y", http(page())), "Ferry runs aground"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    const Reading reading = read_text(c.input, {.chunk = 7});
    REQUIRE(reading.records.size() == 1);
    CHECK(reading.records[0].title == c.title);
    CHECK(reading.rejects.empty());
  }
}

TEST_CASE("after a record that cannot be read, reading goes on at the next") {
  const std::string good = warc("response", http(page()));
  std::string too_long = good;
  too_long.replace(too_long.find("Content-Length: "), 16, "Content-Length: 9");
  std::string no_length = good;
  no_length.replace(no_length.find("Content-Length"), 14, "Content-Lengte");
  const std::string cut = good.substr(0, good.size() - 300);
  struct Case {
    std::string input;
    std::string_view outline;
  };
  const Case cases[] = {
      {no_length + good, "Ferry runs aground, reject"},
      {cut + "\r\n\r\n" + good, "Ferry runs aground, reject"},
      {"WARC/1.0\r\nrubbish\r\n\r\n" + good, "Ferry runs aground, reject"},
      {good + "rubbish\r\nmore of it, and still more of it, on and on\r\n" + good,
       "Ferry runs aground, Ferry runs aground, reject"},
      {good + "ab\r\n\r\n" + good, "Ferry runs aground, Ferry runs aground"},
      {cut, "reject"},
      {good.substr(0, 40), "reject"},
      {std::string(kFileHeader) + "http://a.example/ 1.2.3.4 20140301000000 text/html abc\n" +
           arc("http://a.example/n", http(page())),
       "Ferry runs aground, reject, skip"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(outline(read_text(c.input)) == c.outline);
    CHECK(outline(read_text(c.input, {.chunk = 1})) == c.outline);
  }
}

TEST_CASE("a record whose length is wrong keeps a page that is whole") {
  std::string lines = warc("response", http(page())) + warc("response", http(page()));
  std::string without_cr;
  for (const char c : lines) {
    if (c != '\r') without_cr += c;
  }
  CHECK(outline(read_text(without_cr)) == "Ferry runs aground, Ferry runs aground");
}

TEST_CASE("a length beyond all measure does not hide the records behind") {
  std::string long_one = warc("response", http(page()));
  const std::size_t at = long_one.find("Content-Length: ") + 16;
  long_one.replace(at, long_one.find("\r\n", at) - at, "999999999999");
  for (const std::size_t chunk : {std::size_t{7}, std::size_t{100'000}}) {
    const Reading reading = read_text(long_one + warc("response", http(page())), {.chunk = chunk});
    CHECK(reading.records.size() == 1);
    REQUIRE(reading.rejects.size() == 1);
    CHECK(reading.rejects[0].reason.find("64 MiB") != std::string::npos);
  }
}

TEST_CASE("bodies are decoded as far as they are encoded") {
  const std::string gzipped =
      "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xcb\x48\xcd\xc9\xc9\x07\x00\x86\xa6\x10\x36\x05\x00\x00\x00"s;
  const std::string deflated = "\xcb\x48\xcd\xc9\xc9\x07\x00"s;
  const std::string brotli = "\x0b\x02\x80hello\x03"s;
  struct Case {
    std::string fields;
    std::string body;
    std::string expected;
  };
  const Case cases[] = {
      {"", "hello", "hello"},
      {"Transfer-Encoding: chunked\r\n", "3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n", "hello"},
      {"Transfer-Encoding: chunked\r\n", "hello", "hello"},
      {"Transfer-Encoding: chunked\r\n", "3\r\nhel\r\nzz\r\nlo", "helzz\r\nlo"},
      {"Transfer-Encoding: chunked\r\n", "ff\r\nhello", "hello"},
      {"Content-Encoding: gzip\r\n", gzipped, "hello"},
      {"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", "19\r\n" + gzipped + "\r\n0\r\n\r\n",
       "hello"},
      {"Content-Encoding: gzip\r\n", gzipped.substr(0, 15), "hell"},
      {"Content-Encoding: deflate\r\n", deflated, "hello"},
      {"Content-Encoding: br\r\n", brotli, "hello"},
      {"Content-Encoding: gzip\r\n", "<p>hello", "<p>hello"},
      {"Content-Encoding: br\r\n", "<p>hello", "<p>hello"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.fields);
    CAPTURE(c.body);
    const std::string message = http(c.body, c.fields);
    const auto response = parse_http_response(message);
    REQUIRE(response);
    CHECK(decoded_body(*response) == c.expected);
  }
}

TEST_CASE("lines of ARC files are told from other lines") {
  struct Case {
    std::string_view line;
    std::string_view url;
    std::uint64_t length;
  };
  constexpr Case cases[] = {
      {"http://a.example/ 1.2.3.4 20140301000000 text/html 12\n", "http://a.example/", 12},
      {"http://a.example/x y z 1.2.3.4 20140301000000 text/html 12\n", "http://a.example/x y z", 12},
      {"http://a.example/ 1.2.3.4 20140301000000 text/html 200 abc - 7 a.arc 12\n", "http://a.example/", 12},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    const auto header = parse_arc_header(c.line);
    REQUIRE(header);
    CHECK(header->url == c.url);
    CHECK(header->length == c.length);
  }
  for (const char* line : {"", "\n", "http://a.example/ 1.2.3.4 20140301000000 text/html 12",
                           "some words of a page\n", "http: a b c d e\n", "1 0 Tests\n"}) {
    CAPTURE(line);
    CHECK_FALSE(parse_arc_header(line));
  }
}

TEST_CASE("a crawl archive cut off anywhere gives items and ends") {
  const std::string whole = warc("warcinfo", "software: x\r\n") + warc("response", http(page()));
  for (std::size_t length = 10; length < whole.size(); length += 11) {
    CAPTURE(length);
    const Reading reading = read_text(whole.substr(0, length), {.options = {.format = "warc"}});
    CHECK(reading.rejects.size() + reading.skips.size() + reading.records.size() >= 1);
  }
}
