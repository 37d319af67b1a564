// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/text_reader.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "indexer/readers/fields/path_template.h"
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
      {"# A *heading*\n\n## Below\n\nA **body**.", "A heading", "\nBelow\n\nA body.\n"},
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

TEST_CASE("metadata above a text becomes fields") {
  const Record matter = read_one(
      "---\ntitle: \"Tin: found\"\ndate: 2019-03-05\nauthor: Ann Poe\ntags:\n  - tin\n  - zinc\n"
      "categories: [World, 'Norway']\ndraft: false\n# a comment\n---\n\nBody.\n");
  CHECK(matter.title == "Tin: found");
  CHECK(matter.date == "2019-03-05");
  CHECK(matter.bylines == std::vector<std::string>{"Ann Poe"});
  CHECK(matter.topics == std::vector<std::string>{"tin", "zinc", "World", "Norway"});
  CHECK(matter.body == "\nBody.\n");
  CHECK(matter.unused_keys == std::vector<std::string>{"draft"});

  const Record labelled = read_one("HEADLINE: Tin\nDate: March 5, 2019\nBy: Ann Poe\nText: Body.\nMore.\n");
  CHECK(labelled.title == "Tin");
  CHECK(labelled.date == "March 5, 2019");
  CHECK(labelled.bylines == std::vector<std::string>{"Ann Poe"});
  CHECK(labelled.body == "Body.\nMore.\n");

  const Record untitled = read_one("Date: 2019-03-05\nSource: The Day\n\nTin\nBody.\n");
  CHECK(untitled.title == "Tin");
  CHECK(untitled.source == "The Day");
  CHECK(untitled.body == "Body.\n");
}

TEST_CASE("a text that only looks as if it began with metadata is read as it is") {
  struct Case {
    std::string_view input;
    std::string_view title;
    std::string_view body;
  };
  constexpr Case cases[] = {
      {"Title: it is all about tin\n\nBody.", "Title: it is all about tin", "\nBody."},
      {"Oslo: tin is found\nBergen: it is not\nBody.", "Oslo: tin is found", "Bergen: it is not\nBody."},
      {"---\nA line\n---\nBody.", "---", "A line\n---\nBody."},
      {"---\ntitle: no end\n\nBody.", "---", "title: no end\n\nBody."},
      {"By 12:30 it was: over\nText: more", "By 12:30 it was: over", "Text: more"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    const Record record = read_one(c.input);
    CHECK(record.title == c.title);
    CHECK(record.body == c.body);
  }
}

TEST_CASE("a path that --path does not fit is told once per dump") {
  const Source misfit{.name = "2001.txt", .options = {.path_template = "{source}/{date}.txt"}};
  CHECK(read_one("T\nB", misfit).problems ==
        std::vector<std::string>{"its path does not fit --path: no field is taken from it"});
  const Source fit{.name = "day/2001.txt", .options = {.path_template = "{source}/{date}.txt"}};
  CHECK(read_one("T\nB", fit).problems.empty());
  const Reading many = read_text("{\"title\":\"a\"}\n{\"title\":\"b\"}\n", misfit);
  REQUIRE(many.records.size() == 2);
  CHECK(many.records[0].problems.size() == 1);
  CHECK(many.records[1].problems.empty());
}

TEST_CASE("what no article is does not get further than the reader") {
  std::string lines;
  while (lines.size() < 1'200'000) lines += "a\n";
  const struct {
    std::string text;
    const char* reason;
  } cases[] = {{std::string(17 * 1024 * 1024, 'a'), "16 MiB"}, {lines, "500,000 lines"}};
  for (const auto& c : cases) {
    CAPTURE(c.reason);
    const Reading reading = read_text("Title\n\n" + c.text, {.options = {.format = "text"}});
    CHECK(reading.records.empty());
    REQUIRE(reading.rejects.size() == 1);
    CHECK(reading.rejects[0].reason.find(c.reason) != std::string::npos);
  }
}
