// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json/json_reader.h"

#include <doctest/doctest.h>

#include "tests/indexer/readers/reading.h"

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

struct JsonCase {
  std::string_view input;
  std::string_view outline;
};

constexpr JsonCase kLayouts[] = {
    {R"({"id":1,"title":"a"})", "1: a"},
    {"{\"id\":1,\"title\":\"a\"}\n{\"id\":2,\"title\":\"b\"}\n", "1: a, 2: b"},
    {"{\"id\":1,\"title\":\"a\"}\r\n\r\n{\"id\":2,\"title\":\"b\"}", "1: a, 2: b"},
    {"{\"id\":1,\"title\":\"a\"},\n{\"id\":2,\"title\":\"b\"},\n", "1: a, 2: b"},
    {"\x1E{\"id\":1,\"title\":\"a\"}\n\x1E{\"id\":2,\"title\":\"b\"}\n", "1: a, 2: b"},
    {R"([{"id":1,"title":"a"},{"id":2,"title":"b"}])", "1: a, 2: b"},
    {"[\n  {\"id\":1,\n   \"title\":\"a ] }\"},\n  {\"id\":2,\"title\":\"b\"}\n]\n", "1: a ] }, 2: b"},
    {"[{\"id\":1,\"title\":\"a\"}]\n[{\"id\":2,\"title\":\"b\"}]", "1: a, 2: b"},
    {"{\n \"id\":1,\n \"title\":\"a\\\"{\"\n}\n{\n \"id\":2,\n \"title\":\"b\"\n}\n", "1: a\"{, 2: b"},
    {R"({"id":1,"title":"a"}{"id":2,"title":"b"})", "1: a, 2: b"},
    {R"({"status":"ok","articles":[{"id":1,"title":"a"},{"id":2,"title":"b"}],"n":2})", "1: a, 2: b"},
    {R"({"response":{"page":1,"docs":[{"_id":1,"headline":{"main":"a"}}],"meta":{"hits":1}}})", "1: a"},
    {R"({"hits":{"hits":[{"_id":"x","_source":{"title":"a","body":"text"}}]}})", "x: a"},
    {R"({"ours":[{"id":1,"title":"a","text":"b"}]})", "1: a"},
    {R"({"title":"a feed","items":[{"id":1,"title":"a","content_text":"b"}]})", "1: a"},
    {R"({"title":"a","entries":[{"url":"x"}],"body":"b"})", "a"},
    {"{\"articles\":[{\"id\":1,\"title\":\"a\"}]}\n{\"articles\":[{\"id\":2,\"title\":\"b\"}]}",
     "1: a, 2: b"},
    {"\xEF\xBB\xBF{\"id\":1,\"title\":\"a\"}", "1: a"},
    {"[]", ""},
    {R"({"articles":[]})", ""},
};

constexpr JsonCase kDamagedJson[] = {
    {"{\"id\":1,\"title\":\"a\"}\n{\"id\":2,\"title\":\n{\"id\":3,\"title\":\"c\"}\n", "1: a, 3: c, reject"},
    {"{\"id\":1,\"tit\n{\"id\":2,\"title\":\"b\"}\n{\"id\":3,\"title\":\"c\"}\n", "2: b, 3: c, reject"},
    {"{\"id\":1,\"title\":\"a\"}\n{\"id\":2,\"ti", "1: a, reject"},
    {"[{\"id\":1,\"title\":\"a\"},{\"id\":2", "1: a, reject"},
    {"[{\"id\":1,\"title\":\"a\"},", "1: a, reject"},
    {"[{\"id\":1,\"title\":\"a\"}, 7, \"x\", null, [1], {\"id\":2,\"title\":\"b\"}]",
     "1: a, 2: b, reject, reject, reject, reject"},
    {"[\n {\"id\":1,\n  \"title\":\"a\n },\n {\"id\":2,\n  \"title\":\"b\"\n }\n]", "2: b, reject"},
    {"[\n {\"id\":1,\n  \"title\":\"a\",\n {\"id\":2,\n  \"title\":\"b\"\n }\n]", "2: b, reject"},
    {"{\n\"id\":1,\n\"title\":\"a\"\n\n{\n\"id\":2,\n\"title\":\"b\"\n}\n", "2: b, reject"},
    {"[{\"id\":1,\"title\":\"a\"]", "reject"},
    {"[{\"id\":1,\"title\":\"a\"}},{\"id\":2,\"title\":\"b\"}]", "1: a, 2: b, reject"},
    {"[{\"id\":1,\"title\":\"a\"}]\nthis is no JSON\n{\"id\":2,\"title\":\"b\"}", "1: a, 2: b, reject"},
    {R"({"date":"2001","price":4})", "reject"},
    {R"({"title":"","body":" "})", "reject"},
    {"{}", "reject"},
    {R"({"title":"\ud800"})", "\uFFFD"},
};

}  // namespace

TEST_CASE("JSON is read in every layout in which people keep articles") {
  for (const JsonCase& c : kLayouts) {
    CAPTURE(c.input);
    const Reading reading = read_text(c.input);
    CHECK(outline(reading) == c.outline);
    CHECK(reading.format == "json");
  }
}

TEST_CASE("a damaged JSON record costs one reject and not its neighbours") {
  for (const JsonCase& c : kDamagedJson) {
    CAPTURE(c.input);
    CHECK(outline(read_text(c.input)) == c.outline);
  }
}

TEST_CASE("how a dump arrives in pieces changes nothing") {
  for (const auto& cases : {std::span<const JsonCase>(kLayouts), std::span<const JsonCase>(kDamagedJson)}) {
    for (const JsonCase& c : cases) {
      CAPTURE(c.input);
      CHECK(outline(read_text(c.input, {.chunk = 1})) == c.outline);
    }
  }
}

TEST_CASE("JSON keys of the shapes that people have become our fields") {
  struct FieldCase {
    std::string_view input;
    std::string Record::*field;
    std::string_view expected;
  };
  constexpr FieldCase cases[] = {
      {R"({"Headline":"T"})", &Record::title, "T"},
      {R"({"webTitle":"T"})", &Record::title, "T"},
      {R"({"name":"N","headline":{"main":"T","kicker":"k"}})", &Record::title, "T"},
      {R"({"title":{"rendered":"T"}})", &Record::title, "T"},
      {R"({"title":"T","articleBody":"B"})", &Record::body, "B"},
      {R"({"title":"T","text":"","content":"B"})", &Record::body, "B"},
      {R"({"text":"second","body":"B"})", &Record::body, "B"},
      {R"({"body":["One.","Two."]})", &Record::body, "One.\n\nTwo."},
      {R"({"contents":[{"type":"title","content":"T"},{"content":"One."},{"content":"Two."},null]})",
       &Record::body, "One.\n\nTwo."},
      {R"({"bodies":[{"contenttype":"text/html","value":"<p>a</p>"},{"contenttype":"text/plain","value":"a"}]})",
       &Record::body, "<p>a</p>"},
      {R"({"fields":{"bodyText":"B","trailText":"S"}})", &Record::body, "B"},
      {R"({"_source":{"title":"T","article":{"text":"B"}}})", &Record::body, "B"},
      {R"({"title":"T","short_description":"S"})", &Record::summary, "S"},
      {R"({"title":"T","pub_date":"2001-02-03"})", &Record::date, "2001-02-03"},
      {R"({"title":"T","published_date":981158400000})", &Record::date, "981158400000"},
      {R"({"title":"T","timestamp":5.0})", &Record::date, "5"},
      {R"({"title":"T","crawled":"2009","datePublished":"2001"})", &Record::date, "2001"},
      {R"({"title":"T","updated_at":"2002"})", &Record::modified, "2002"},
      {R"({"title":"T","uri":"u","guid":"g"})", &Record::id, "g"},
      {R"({"title":"T","url":"http://a.example/"})", &Record::id, ""},
      {R"({"title":"T","link":"http://a.example/"})", &Record::url, "http://a.example/"},
      {R"({"title":"T","source":{"id":null,"name":"The Day"}})", &Record::source, "The Day"},
      {R"({"title":"T","publisher":"The Day"})", &Record::source, "The Day"},
      {R"({"title":"T","lang":"fr"})", &Record::language, "fr"},
      {R"({"title":"T","category":["Sport","Golf"]})", &Record::section, "Sport"},
      {R"({"title":"T","version":3})", &Record::version, "3"},
      {R"({"title":"T","copyright":"(c) us"})", &Record::rights, "(c) us"},
      {R"({"title":"T","dateline":"OSLO, May 1"})", &Record::dateline, "OSLO, May 1"},
      {R"({"title":"T","encoding":"iso-8859-1"})", &Record::charset, "utf-8"},
      {R"({"titre":"T","texte":"B"})", &Record::body, "B"},
  };
  for (const FieldCase& c : cases) {
    CAPTURE(c.input);
    CHECK(read_one(c.input).*c.field == c.expected);
  }
}

TEST_CASE("lists are read however they are written") {
  struct ListCase {
    std::string_view input;
    std::vector<std::string> Record::*field;
    std::vector<std::string> expected;
  };
  const ListCase cases[] = {
      {R"({"title":"T","authors":["Ann Poe","Bo Ray"]})", &Record::bylines, {"Ann Poe", "Bo Ray"}},
      {R"({"title":"T","author":{"name":"Ann Poe","url":"x"}})", &Record::bylines, {"Ann Poe"}},
      {R"({"title":"T","byline":{"original":"By Ann Poe","person":[]}})", &Record::bylines, {"By Ann Poe"}},
      {R"({"title":"T","byline":"By Ann Poe, Bo Ray"})", &Record::bylines, {"By Ann Poe, Bo Ray"}},
      {R"({"title":"T","author":[{"first_name":"Ann","last_name":"Poe"}]})", &Record::bylines, {"Ann Poe"}},
      {R"({"title":"T","tags":"tin, steel","keywords":["tin","zinc"]})",
       &Record::topics,
       {"tin", "steel", "zinc"}},
      {R"({"title":"T","topics":"a, b; c"})", &Record::topics, {"a, b", "c"}},
      {R"({"title":"T","subject":[{"code":"1","name":"tin"}]})", &Record::topics, {"tin"}},
      {R"({"title":"T","keywords":[{"name":"glocations","value":"Oslo"}]})", &Record::topics, {"Oslo"}},
      {R"({"title":"T","section":["Sport","Golf"]})", &Record::topics, {"Sport", "Golf"}},
      {R"({"title":"T","persons":"Ann Poe, Bo Ray"})", &Record::persons, {"Ann Poe", "Bo Ray"}},
      {R"({"title":"T","people":"Poe, Ann"})", &Record::persons, {"Poe, Ann"}},
      {R"({"title":"T","countries":["no","se",null]})", &Record::countries, {"no", "se"}},
      {R"({"title":"T","organizations":[{"name":"UN","sentiment":"none"}]})", &Record::organisations, {"UN"}},
      {R"({"title":"T","tags":"['tin', \"zinc\"]"})", &Record::topics, {"tin", "zinc"}},
  };
  for (const ListCase& c : cases) {
    CAPTURE(c.input);
    CHECK(read_one(c.input).*c.field == c.expected);
  }
}

TEST_CASE("what is HTML is said to be HTML") {
  CHECK(read_one(R"({"body":"<P>One.<p>Two."})").is_markup);
  CHECK(read_one(R"({"body":"One.<br/>Two."})").is_markup);
  CHECK(read_one(R"({"title":"T","body_html":"One."})").is_markup);
  CHECK_FALSE(read_one(R"({"body":"1 < 2, <pony> and </ nothing"})").is_markup);
}

TEST_CASE("--map wins over what a key is taken for") {
  Source source;
  source.options.field_map = {{"nested.words", "body"}, {"title", "section"}, {"headline", "title"}};
  const Record record =
      read_one(R"({"title":"World","headline":"T","body":"not this","nested":{"words":"B"}})", source);
  CHECK(record.title == "T");
  CHECK(record.body == "B");
  CHECK(record.section == "World");
}

TEST_CASE("keys of which nothing was made are named, empty ones are not") {
  const Record record =
      read_one(R"({"title":"T","heading":"","name":"other","a":{"b":1,"c":null},"list":[],"pages":[1,2]})");
  CHECK(record.unused_keys == std::vector<std::string>{"name", "a.b", "pages"});
}

TEST_CASE("a record without text names the keys it has and the option that helps") {
  const Reading reading = read_text(R"({"kop":"Een titel","inhoud":"tekst"})");
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].reason.find("kop, inhoud") != std::string::npos);
  CHECK(reading.rejects[0].reason.find("--map THEIRS=body") != std::string::npos);
}

TEST_CASE("JSON that is not UTF-8 is read as what it most likely is") {
  CHECK(read_one("{\"title\":\"caf\xE9 \x93x\x94\"}").title == "caf\xC3\xA9 \xE2\x80\x9Cx\xE2\x80\x9D");
  CHECK(read_one("{\"title\":\"caf\xC3\xA9 \xE2\x82\xAC \xFF\"}").title ==
        "caf\xC3\xA9 \xE2\x82\xAC \xEF\xBF\xBD");
}

TEST_CASE("JSON records know their number and place") {
  const Reading reading =
      read_text("\n{\"title\":\"a\"}\n  {broken\n{\"title\":\"c\"}\n", {.options = {.format = "json"}});
  REQUIRE(reading.records.size() == 2);
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.records[0].offset == 1);
  CHECK(reading.records[1].number == 3);
  CHECK(reading.records[1].offset == 25);
  CHECK(reading.rejects[0].number == 2);
  CHECK(reading.rejects[0].offset == 17);
  CHECK(reading.rejects[0].first_bytes == "{broken");
}

TEST_CASE("a JSON dump cut off anywhere gives what is whole and says that it is cut off") {
  const std::string array = "[\n {\"id\":1,\"title\":\"a\"},\n {\"id\":2,\"title\":\"b\\u00e9\"}\n]";
  const std::string lines = "{\"id\":1,\"title\":\"a\"}\n{\"id\":2,\"title\":\"b\"}";
  for (const std::string& whole : {array, lines}) {
    for (std::size_t length = 1; length < whole.size(); ++length) {
      CAPTURE(whole.substr(0, length));
      const Reading reading = read_text(whole.substr(0, length), {.options = {.format = "json"}});
      const bool first_is_whole = length >= whole.find('}') + 1;
      CHECK(reading.records.size() >= (first_is_whole ? 1 : 0));
      CHECK(reading.records.size() <= 2);
      CHECK(reading.records.size() + reading.rejects.size() >= 1);
    }
  }
}

TEST_CASE("nesting without end is a reject and no crash") {
  const std::string deep(100000, '[');
  CHECK(outline(read_text("[{\"title\":" + deep)) == "reject");
  CHECK(read_text("{\"title\":\"a\",\"x\":" + deep + std::string(100000, ']') + "}").rejects.size() == 1);
}

TEST_CASE("half a surrogate pair costs a character, not the record") {
  const struct {
    const char* input;
    const char* title;
  } cases[] = {{R"(a \ud83d)", "a \uFFFD"},
               {R"(\udc00\ud83d b)", "\uFFFD\uFFFD b"},
               {R"(\ud83d\ude00 \ud83d\n)", "\U0001F600 \uFFFD\n"},
               {R"(\ud83dA \ud83d\ud83d\ude00)", "\uFFFDA \uFFFD\U0001F600"},
               {R"(\\ud83d \udc00)", "\\ud83d \uFFFD"}};
  for (const auto& c : cases) {
    CAPTURE(c.input);
    CHECK(read_one("{\"title\":\"" + std::string(c.input) + "\"}").title == c.title);
  }
}

TEST_CASE("megabytes of mere values are a reject, and the record behind is read") {
  std::string values = "{\"title\":\"a\",\"body\":[1";
  for (int i = 0; i < 3'000'000; ++i) values += ",1";
  const Reading reading = read_text(values + "]}\n{\"title\":\"b\"}\n");
  CHECK(outline(reading).find("b") != std::string::npos);
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].reason.find("millions of values") != std::string::npos);
}
