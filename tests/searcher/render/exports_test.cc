// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <sstream>

#include "common/error.h"
#include "common/fold.h"
#include "tests/searcher/render/sample.h"

namespace broadsheet {
namespace {

using sample::rendered;

std::vector<Hit> all_hits() {
  return {sample::tokyo(), sample::hostile(), sample::bare()};
}

std::string with_fields(OutputFormat format, std::vector<std::string> fields, const std::vector<Hit>& hits,
                        const ResponseHead& head = {}) {
  RenderOptions options;
  options.format = format;
  options.fields = std::move(fields);
  return rendered(options, head, hits);
}

std::vector<double> trec_scores(const std::vector<double>& scores) {
  std::vector<Hit> hits;
  for (double score : scores) {
    hits.push_back(sample::bare());
    hits.back().score = score;
  }
  std::istringstream in(rendered(OutputFormat::Trec, {}, hits));
  std::vector<double> written;
  for (std::string topic, q0, id, rank, score, tag; in >> topic >> q0 >> id >> rank >> score >> tag;) {
    written.push_back(static_cast<double>(std::strtof(score.c_str(), nullptr)));
  }
  return written;
}

}  // namespace

TEST_CASE("JSON is one object per answer, with every count of it") {
  const ResponseHead head = sample::head();
  const auto json = nlohmann::json::parse(rendered(OutputFormat::Json, head, all_hits()));
  CHECK(json["version"] == kOutputVersion);
  CHECK(json["matches"] == head.matches);
  CHECK(json["stories"] == head.stories);
  CHECK(json["folded"] == true);
  CHECK(json["hits"][0]["story"] == "urn:example:1");
  CHECK(json["hits"][0]["copies"] ==
        nlohmann::json::parse(R"({"count":17,"sources":9,)"
                              R"("identities":["urn:example:2","urn:example:3"]})"));
  CHECK(json["left_out"]["undated"] == head.left_out_undated);
  CHECK(json["hits"].size() == 3);
  CHECK(json["hits"][0]["score"] == 12.3456789);
  CHECK(json["hits"][0]["date"] == "2019-04-02T09:14+09:00");
  CHECK(json["hits"][2]["date"].is_null());
  CHECK(json["further_values"] == nlohmann::json{{"person", 214}});
  for (const FacetTable& table : head.facets) {
    const auto& rows = json["facets"][std::string(info(table.facet).name)];
    REQUIRE(rows.size() == table.rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      CHECK(rows[i]["value"] == table.rows[i].value);
      CHECK(rows[i]["count"] == table.rows[i].count);
      CHECK(rows[i].contains("chosen") == table.rows[i].chosen);
    }
  }
}

TEST_CASE("JSON highlights count code points of the snippet") {
  const auto json = nlohmann::json::parse(rendered(OutputFormat::Json, {}, all_hits()));
  CHECK(json["hits"][0]["highlights"] == nlohmann::json::parse("[[4,16]]"));
  CHECK(json["hits"][1]["highlights"] == nlohmann::json::parse("[[7,9]]"));
  CHECK(json["hits"][2]["highlights"] == nlohmann::json::array());
}

TEST_CASE("An empty answer is an object, too, and says which clause leaves nothing") {
  ResponseHead head;
  head.query_id = "51";
  head.without = {{"yen", 3}};
  CHECK(
      rendered(OutputFormat::Json, head, {}) ==
      R"({"version":1,"query":"","query_id":"51","mode":"","filters":[],"notices":[],"matches":0,"stories":0,)"
      R"("folded":false,"left_out":{"undated":0,"imprecise":0},"hits":[],"facets":{},"further_values":{},)"
      R"("without":[{"clause":"yen","matches":3}]})"
      "\n");
}

TEST_CASE("JSON lines are one object per article with the fields asked for, in that order") {
  CHECK(
      with_fields(OutputFormat::Jsonl,
                  {"score", "id", "countries", "date", "body", "words", "story", "copies", "version"},
                  {sample::tokyo(), sample::bare()}) ==
      R"({"score":12.3456789,"id":"urn:example:1","countries":["JP","US"],"date":"2019-04-02T09:14+09:00",)"
      R"("body":"The stock market fell 3 percent on Tuesday.\n\nTraders waited for the central bank.",)"
      R"("words":412,"story":"urn:example:1","copies":17,"version":0})"
      "\n"
      R"({"score":7.5,"id":"3","countries":[],"date":null,"body":"","words":0,"story":"","copies":0,"version":0})"
      "\n");
}

TEST_CASE("JSON lines have a choice of fields of their own") {
  CHECK(
      rendered(OutputFormat::Jsonl, {}, {sample::tokyo()}) ==
      R"({"id":"urn:example:1","title":"Tokyo shares slip as the yen firms","date":"2019-04-02T09:14+09:00",)"
      R"("source":"Example Wire","language":"en","url":"https://example.org/tokyo",)"
      R"("persons":["Haruhiko Kuroda","Shinzo Abe"],"countries":["JP","US"],"about":["JP"]})"
      "\n");
}

TEST_CASE("Every field can be asked for") {
  const auto line = with_fields(OutputFormat::Jsonl, field_names(), {sample::tokyo()});
  const auto object = nlohmann::json::parse(line);
  CHECK(object.size() == field_names().size());
  CHECK(object["dateline"] == "TOKYO, April 2 (Example) -");
  CHECK(object["bylines"] == nlohmann::json{"Jane Doe"});
}

TEST_CASE("A field that does not exist is an error that names the nearest") {
  for (OutputFormat format : {OutputFormat::Jsonl, OutputFormat::Csv}) {
    CHECK_THROWS_WITH_AS(with_fields(format, {"id", "persns"}, {}),
                         doctest::Contains("did you mean persons?"), InputError);
    CHECK_THROWS_AS(with_fields(format, {""}, {}), InputError);
    CHECK_THROWS_AS(with_fields(format, {"ID"}, {}), InputError);
  }
}

TEST_CASE("Machine formats are well-formed UTF-8 even if an archive is not") {
  Hit hit = sample::tokyo();
  hit.article.title = "cut \xE6\x9D and \xFF";
  hit.snippet = {"\xE6\x9D", {{0, 2}}, false, false};
  hit.persons = {"\xC0\x80"};
  for (OutputFormat format :
       {OutputFormat::Json, OutputFormat::Jsonl, OutputFormat::Csv, OutputFormat::Trec}) {
    CHECK(is_utf8(rendered(format, sample::head(), {hit})));
  }
}

TEST_CASE("CSV has a header line, quotes what needs quotes and joins lists") {
  CHECK(rendered(OutputFormat::Csv, {}, {sample::tokyo(), sample::bare()}) ==
        "id,title,date,source,section,language,url,persons,countries,about\n"
        "urn:example:1,Tokyo shares slip as the yen firms,2019-04-02T09:14+09:00,Example Wire,Business,en,"
        "https://example.org/tokyo,\"Haruhiko Kuroda; Shinzo Abe\",\"JP; US\",JP\n"
        "3,,,,,,,,,\n");
}

TEST_CASE("A spreadsheet finds no formula in a CSV cell") {
  struct Case {
    const char* title;
    const char* cell;
  };
  for (const Case& c : {Case{"=1+1", "'=1+1"}, Case{"+1", "'+1"}, Case{"-1", "'-1"}, Case{"@sum", "'@sum"},
                        Case{"\tx", "\"'\tx\""}, Case{"\rx", "\"'\rx\""}, Case{"a=b", "a=b"},
                        Case{"a,b", "\"a,b\""}, Case{"say \"a\"", "\"say \"\"a\"\"\""},
                        Case{"two\nlines", "\"two\nlines\""}, Case{"a;=b", "\"a;=b\""}, Case{"", ""}}) {
    Hit hit = sample::bare();
    hit.article.title = c.title;
    hit.score = -1.5;
    CHECK(with_fields(OutputFormat::Csv, {"score", "title"}, {hit}) ==
          std::string("score,title\n-1.5,") + c.cell + "\n");
  }
}

TEST_CASE("A byte order mark is written once, before the header") {
  RenderOptions options;
  options.format = OutputFormat::Csv;
  options.byte_order_mark = true;
  options.fields = {"id"};
  CHECK(rendered(options, {}, {sample::bare()}) == "\xEF\xBB\xBFid\n3\n");
}

TEST_CASE("Rows of several queries carry the query's id under one header") {
  ResponseHead head;
  head.query_id = "=51";
  CHECK(with_fields(OutputFormat::Csv, {"id"}, {sample::bare()}, head) == "id,query_id\n3,'=51\n");
  CHECK(with_fields(OutputFormat::Csv, {"query_id", "id"}, {sample::bare()}, head) ==
        "query_id,id\n'=51,3\n");
  CHECK(rendered(OutputFormat::Jsonl, head, {sample::bare()}).starts_with(R"({"query_id":"=51","id":"3",)"));

  std::ostringstream out;
  RenderOptions options;
  options.format = OutputFormat::Csv;
  options.fields = {"id"};
  const auto renderer = make_renderer(options, out);
  for (const char* id : {"1", "2"}) {
    head.query_id = id;
    renderer->begin(head);
    renderer->hit(head, sample::bare());
    renderer->end(head);
  }
  CHECK(out.str() == "id,query_id\n3,1\n3,2\n");
}

TEST_CASE("TREC runs have six columns without spaces in them") {
  ResponseHead head;
  head.query_id = "51 a";
  RenderOptions options;
  options.format = OutputFormat::Trec;
  options.run_tag = "my run";
  CHECK(rendered(options, head, all_hits()) ==
        "51_a Q0 urn:example:1 1 12.345679 my_run\n51_a Q0 a_b_c 2 7.500000 my_run\n51_a Q0 3 3 7.499999 "
        "my_run\n");
  CHECK(rendered(OutputFormat::Trec, {}, {sample::bare()}) == "1 Q0 3 3 7.500000 broadsheet\n");
}

TEST_CASE("TREC scores fall from rank to rank, even in single precision") {
  const std::vector<std::vector<double>> cases = {{30, 30, 30, 29.9999995, 29.999999},
                                                  {1000.5, 1000.5, 1000.5},
                                                  {0, 0, 0, 0},
                                                  {16.0000001, 16, 16, 15.9999999},
                                                  {-1, -1, -1}};
  for (const auto& scores : cases) {
    const auto written = trec_scores(scores);
    REQUIRE(written.size() == scores.size());
    for (std::size_t i = 1; i < written.size(); ++i) CHECK(written[i] < written[i - 1]);
  }
}

}  // namespace broadsheet
