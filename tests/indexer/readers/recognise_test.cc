// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/recognise.h"

#include <doctest/doctest.h>

#include "tests/indexer/readers/reading.h"

using namespace broadsheet;
using namespace broadsheet::test;
using namespace std::string_literals;

TEST_CASE("formats are recognised by content") {
  struct Case {
    std::string_view input;
    std::string_view format;
  };
  constexpr Case cases[] = {
      {"  \n{\"title\":\"a\"}", "json"},
      {"[ {\"title\":\"a\"}]", "json"},
      {"{curly} words of a poem", "text"},
      {"[Oslo] words", "text"},
      {"<!-- x --><REUTERS NEWID=\"1\"></REUTERS>", "reuters-sgml"},
      {"<!DOCTYPE HTML>\n<html>", "html"},
      {"<html lang=\"fr\">", "html"},
      {"<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">\n<html>", "html"},
      {"<TITLE>A</TITLE><BODY>", "html"},
      {"<DOC>\n<DOCNO>1</DOCNO>", "trec"},
      {"WARC/1.0\r\nWARC-Type: response\r\n", "warc"},
      {"filedesc://a.arc 0.0.0.0 20140301000000 text/plain 1\n", "warc"},
      {"<mediawiki xml:lang=\"fr\">", "mediawiki"},
      {"title,text\na,b", "csv"},
      {"Title, text: what they are\nand more", "text"},
      {"date;title;text\n", "csv"},
      {"<b>Bold</b> words", "text"},
      {"words", "text"},
      {"<rss version=\"2.0\"><channel>", "rss"},
      {"<?xml version=\"1.0\"?>\n<rdf:RDF xmlns=\"x\">", "rss"},
      {"<?xml version='1.0'?><!-- c --><feed xmlns=\"x\">", "atom"},
      {"<nitf>", "nitf"},
      {"<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"n.dtd\" [<!ENTITY a \"<b>\">]>\n<nitf>", "nitf"},
      {"<newsItem guid=\"x\">", "newsml-g2"},
      {"<ns0:newsMessage>", "newsml-g2"},
      {"<NewsML>", "newsml"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(read_text(c.input).format == c.format);
  }
}

TEST_CASE("a format that cannot be read yet is one reject that names it and what can be read") {
  struct Case {
    std::string_view input;
    std::string_view name;
  };
  constexpr Case cases[] = {
      {"<?xml version=\"1.0\"?><odd/>", "XML with <odd> is"},
      {"%PDF-1.4\n", "PDF is"},
      {"<contentSet>\n<x>a</x></contentSet>\n", "XML with <contentset> is"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    const Reading reading = read_text(c.input);
    REQUIRE(outline(reading) == "reject");
    CHECK(reading.rejects[0].reason.starts_with(c.name));
    CHECK(reading.rejects[0].reason.find("--help names those that it reads") != std::string::npos);
  }
}

TEST_CASE("what is no text at all is one reject, whatever format it is said to be") {
  struct Case {
    std::string input;
    std::string_view reason;
  };
  const Case cases[] = {
      {"", "empty file"},
      {"\xEF\xBB\xBF", "empty file"},
      {" \n\t\n", "nothing but white space"},
      {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0"s, "binary"},
      {"ab\x01\x02\x03", "binary"},
      {"PK\x03\x04 and so on", "zip archive inside"},
      {"\x1F\x8B\x08\0"s, "gzip file inside"},
  };
  for (const Case& c : cases) {
    for (const char* format : {"", "text"}) {
      CAPTURE(c.reason);
      const Reading reading = read_text(c.input, {.options = {.format = format}});
      REQUIRE(outline(reading) == "reject");
      CHECK(reading.rejects[0].reason.find(c.reason) != std::string::npos);
      CHECK(reading.rejects[0].number == 1);
    }
  }
}

TEST_CASE("a stray zero in a long text does not make it binary") {
  CHECK(outline(read_text("title\n" + std::string(3000, 'a') + '\0' + "b")) == "title");
}

TEST_CASE("--format reads what would be taken for something else") {
  CHECK(read_one("<html>\nb", {.options = {.format = "text"}}).title == "<html>");
  CHECK(outline(read_text("words", {.options = {.format = "json"}})) == "reject");
}
