// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text_reader.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "indexer/readers/path_template.h"
#include "tests/indexer/readers/reading.h"

using namespace broadsheet;
using namespace broadsheet::test;
using namespace std::string_literals;

TEST_CASE("the first line of a text is its title, the rest its body as it is") {
  struct Case {
    std::string input;
    std::string_view title;
    std::string_view body;
  };
  const Case cases[] = {
      {"A title\n\nA body.\n", "A title", "\nA body.\n"},
      {"\r\n  A title  \r\nA body.", "A title", "A body."},
      {"Only a title", "Only a title", ""},
      {"# A heading\nA body.", "A heading", "A body."},
      {"#hashtag\nA body.", "#hashtag", "A body."},
      {"[Oslo] A title\nA body.", "[Oslo] A title", "A body."},
      {"Title, text and tags\nA body.", "Title, text and tags", "A body."},
      {"\xEF\xBB\xBF"
       "A title\nA body.",
       "A title", "A body."},
      {"\xFF\xFE"
       "T\0i\0\n\0B\0\xE9\0"s,
       "Ti", "B\xC3\xA9"},
      {"\xFE\xFF\0T\0i\0\n\0B\xD8\x3D\xDE\x00"s, "Ti", "B\xF0\x9F\x98\x80"},
      {"T\0i\0\n\0B\0"s, "Ti", "B"},
      {"Caf\xE9\nA body.", "Caf\xE9", "A body."},
  };
  for (const Case& c : cases) {
    for (const std::size_t chunk : {std::size_t{1}, std::size_t{1000}}) {
      CAPTURE(c.input);
      const Record record = read_one(c.input, {.name = "a/b.txt", .chunk = chunk});
      CHECK(record.title == c.title);
      CHECK(record.body == c.body);
      CHECK(record.path == "a/b.txt");
      CHECK(record.number == 1);
      CHECK(record.id.empty());
    }
  }
}

TEST_CASE("an address and a date before the title are no title") {
  const Record record = read_one("http://news.example/1\n2012-03-25T20:23:00+0900\nA title\nA body.\n");
  CHECK(record.url == "http://news.example/1");
  CHECK(record.date == "2012-03-25T20:23:00+0900");
  CHECK(record.title == "A title");
  CHECK(record.body == "A body.\n");
}

TEST_CASE("--path takes fields from where a text lies") {
  struct Case {
    std::string_view path;
    std::string_view pattern;
    std::string_view source;
    std::string_view date;
    std::string_view title;
  };
  constexpr Case cases[] = {
      {"The Day/2001-02-03_Tin_is_up.txt", "{source}/{date}_{title}.txt", "The Day", "2001-02-03",
       "Tin is up"},
      {"all/news/The Day/2001-02-03_Tin.txt", "{source}/{date}_{title}.txt", "The Day", "2001-02-03", "Tin"},
      {"Tin_is_up_20010203.txt", "{title}_{date}.txt", "", "20010203", "Tin is up"},
      {"day/2001.txt.gz", "{source}/{date}.txt", "day", "2001", "first line"},
      {"2001.txt", "{source}/{date}.txt", "", "", "first line"},
      {"day/x.html", "{source}/{title}.txt", "", "", "first line"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.path);
    const Record record =
        read_one("first line\nbody",
                 {.name = std::string(c.path), .options = {.path_template = std::string(c.pattern)}});
    CHECK(record.source == c.source);
    CHECK(record.date == c.date);
    CHECK(record.title == c.title);
  }
}

TEST_CASE("what a record says itself is not overruled by its path") {
  const Record record =
      read_one(R"({"title":"T","date":"1999"})",
               {.name = "2001/day.json", .options = {.path_template = "{date}/{source}.json"}});
  CHECK(record.date == "1999");
  CHECK(record.source == "day");
}

TEST_CASE("options that name what does not exist are errors that list what does") {
  struct Case {
    ReadOptions options;
    std::string_view expected;
  };
  const Case cases[] = {
      {{.path_template = "{_}.txt"}, "\"_\"; the fields are id, version, title"},
      {{.path_template = "{date"}, "not closed"},
      {{.path_template = "{date}{title}"}, "between"},
      {{.path_template = "x.txt"}, "no field"},
      {{.field_map = {{"x", "heading"}}}, "--map: there is no field \"heading\""},
      {{.format = "docx"}, "text, json, csv, reuters-sgml"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.expected);
    std::string message;
    try {
      make_reader(std::make_unique<TextStream>("a"), "a", c.options);
    } catch (const InputError& error) {
      message = error.what();
    }
    CHECK(message.find(c.expected) != std::string::npos);
  }
}

TEST_CASE("a path made to be hard to match costs no time") {
  const PathTemplate pattern("{title}a{source}a{section}a{url}a{id}b");
  CHECK(pattern.match(std::string(900, 'a')).empty());
}
