// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/csv/csv_reader.h"

#include <doctest/doctest.h>

#include "tests/indexer/readers/reading.h"

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

struct CsvCase {
  std::string_view input;
  std::string_view outline;
};

constexpr CsvCase kTables[] = {
    {"id,title,text\n1,a,x\n2,b,y\n", "1: a, 2: b"},
    {"id,title,text\r\n1,a,x\r\n2,b,y", "1: a, 2: b"},
    {"id,title,text\r1,a,x\r2,b,y\r", "1: a, 2: b"},
    {"id;title;text\n1;a, b;x\n", "1: a, b"},
    {"id\ttitle\ttext\n1\ta;b\tx\n", "1: a;b"},
    {"id|title|text\n1|a|x\n", "1: a"},
    {"sep=;\nid;title;text\n1;a;x\n", "1: a"},
    {"\xEF\xBB\xBFID,Title,Text\n1,a,x\n", "1: a"},
    {",id,title,text\n0,1,a,x\n", "1: a"},
    {"id,title,text\n1,\"a \"\"b\"\", c\",x\n", "1: a \"b\", c"},
    {"id,title,text\n1,\"a\nb\n\nc\",x\n2,d,y\n", "1: a\nb\n\nc, 2: d"},
    {"\"id\",\"title\",\"text\"\n\"1\", \"a\" ,\"x\"\n", "1: a"},
    {"id,title,text\n1,say \"a\" twice,x\n", "1: say \"a\" twice"},
    {"id,title,text\n1,\"say \"a\" twice\",x\n2,b,y\n", "1: say \"a\" twice, 2: b"},
    {"id,title,text\n1,\"say \\\"a\\\" twice\",x\n", "1: say \"a\" twice"},
    {"id,title,text\n\n1,a,x\n\n\n2,b,y\n\n", "1: a, 2: b"},
    {"id,title,text\n1,a,x,,\n", "1: a"},
    {"id,title,text\n", ""},
};

constexpr CsvCase kDamagedCsv[] = {
    {"id,title,text\n1,a\n2,b,y\n", "2: b, reject"},
    {"id,title,text\n1,a,x,z\n2,b,y\n", "2: b, reject"},
    {"id,title,text\n1,\"a,x\n2,b,y\n3,c,z\n", "2: b, 3: c, reject"},
    {"id,title,text\n1,\"a,x\n2,\"b\",y\n3,c,z\n", "2: b, 3: c, reject"},
    {"id,title,text\n1,a,\"x", "reject"},
    {"id,title,text\n1,,\n2,b,y\n", "2: b, reject"},
};

}  // namespace

TEST_CASE("tables are read with the delimiter, quotes and line ends that they have") {
  for (const CsvCase& c : kTables) {
    CAPTURE(c.input);
    const Reading reading = read_text(c.input);
    CHECK(outline(reading) == c.outline);
    CHECK(reading.format == "csv");
  }
}

TEST_CASE("a damaged row costs one reject and not its neighbours") {
  for (const CsvCase& c : kDamagedCsv) {
    CAPTURE(c.input);
    CHECK(outline(read_text(c.input)) == c.outline);
  }
}

TEST_CASE("how a table arrives in pieces changes nothing") {
  for (const auto& cases : {std::span<const CsvCase>(kTables), std::span<const CsvCase>(kDamagedCsv)}) {
    for (const CsvCase& c : cases) {
      CAPTURE(c.input);
      CHECK(outline(read_text(c.input, {.chunk = 1})) == c.outline);
    }
  }
}

TEST_CASE("the columns of a table become fields as the keys of JSON do") {
  const Record record = read_one(
      "Headline;Short Description;Article_Text;Pub Date;Tags;Authors;Page\n"
      "T;S;<p>B</p>;2001-02-03;tin, zinc;\"['Ann Poe', 'Bo Ray']\";4\n");
  CHECK(record.title == "T");
  CHECK(record.summary == "S");
  CHECK(record.body == "<p>B</p>");
  CHECK(record.is_markup);
  CHECK(record.date == "2001-02-03");
  CHECK(record.topics == std::vector<std::string>{"tin", "zinc"});
  CHECK(record.bylines == std::vector<std::string>{"Ann Poe", "Bo Ray"});
  CHECK(record.unused_keys == std::vector<std::string>{"Page"});
}

TEST_CASE("a row with the wrong number of cells is rejected with both numbers") {
  const Reading reading = read_text("id,title,text\n1,a\n");
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].reason == "the row has 2 cells where the header has 3");
  CHECK(reading.rejects[0].offset == 14);
  CHECK(reading.rejects[0].first_bytes == "1,a\n");
}

TEST_CASE("a table without a known header is one reject that shows it and says what to do") {
  const Reading reading = read_text("a,b,c\n1,2,3\n4,5,6\n", {.name = "x.csv"});
  REQUIRE(outline(reading) == "reject");
  CHECK(reading.rejects[0].reason.find("a,b,c") != std::string::npos);
  CHECK(reading.rejects[0].reason.find("--map THEIRS=body") != std::string::npos);
}

TEST_CASE("--map makes any header known") {
  Source source{.name = "x.csv"};
  source.options.field_map = {{"kop", "title"}, {"inhoud", "body"}};
  CHECK(read_one("kop,inhoud\nT,B\n", source).body == "B");
}

TEST_CASE("the charset of a row is said where it is sure") {
  CHECK(read_one("title,text\ncaf\xC3\xA9,x\n").charset == "utf-8");
  CHECK(read_one("title,text\ncaf\xE9,x\n").charset.empty());
  CHECK(read_one("title,text,charset\ncaf\xE9,x,iso-8859-15\n").charset == "iso-8859-15");
}

TEST_CASE("a table cut off anywhere gives records and rejects") {
  const std::string whole = "id,title,text\n1,\"a \"\"b\"\"\n c\",x\n2,b,\"y\"\n";
  for (std::size_t length = 14; length < whole.size(); ++length) {
    CAPTURE(whole.substr(0, length));
    const Reading reading = read_text(whole.substr(0, length));
    CHECK(reading.records.size() <= 2);
  }
}

TEST_CASE("a table from a stream that fails does not end in half a row") {
  const Reading reading =
      read_text("id,title,text\n1,a,x\n2,b,half of the te", {.failure = "the wire broke"});
  REQUIRE(outline(reading) == "1: a, reject");
  CHECK(reading.rejects[0].reason == "the wire broke");
}
