// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "common/error.h"
#include "tests/searcher/render/sample.h"

namespace broadsheet {
namespace {

CountsTable counts() {
  return {{Facet::Month, Facet::Source}, {{{"2019-03", "=Wire"}, 3, 10}, {{"2019-04", "東京"}, 0, 7}}};
}

ResponseHead asked(std::string query_id = "") {
  ResponseHead head;
  head.query_id = std::move(query_id);
  head.query = "yen";
  head.query_mode = "all words";
  head.matches = 3;
  head.stories = 2;
  return head;
}

RenderOptions in(OutputFormat format, unsigned columns = 80) {
  RenderOptions options;
  options.format = format;
  options.columns = columns;
  return options;
}

template <typename Page>
std::string written(const Page& write) {
  std::ostringstream out;
  write(out);
  return out.str();
}

std::string counts_in(OutputFormat format, const std::string& query_id = "") {
  return written([&](std::ostream& out) { render_counts(counts(), asked(query_id), in(format), out); });
}

std::string rows_in(OutputFormat format) {
  return written([&](std::ostream& out) {
    render_counts_row(counts(), asked("51"), true, in(format), out);
    render_counts_row(counts(), asked("52"), false, in(format), out);
  });
}

std::string article_in(const Hit& hit, const RenderOptions& options) {
  return written([&](std::ostream& out) { render_article(hit, options, out); });
}

Inventory inventory() {
  return {"news.archive",
          21578,
          20001,
          3,
          2,
          12,
          "1987-02-26",
          "1987-10-20",
          "2026-11-23T08:00:00Z: read 5 = indexed 5",
          {{Facet::Year, {{"1987", "1987", 21575, false, false}, {"undated", "undated", 3, false, false}}, 0},
           {Facet::Source, {{"Wire", "Wire", 21578, false, false}}, 0}}};
}

std::string inventory_in(const Inventory& what, OutputFormat format) {
  return written([&](std::ostream& out) { render_inventory(what, in(format), out); });
}

std::vector<VariantList> persons() {
  return {{"Shinzo Abe", 61, {{"Shinzo Abe", 60}, {"Abe Shinzo", 2}}, {"安倍晋三", "아베 신조"}},
          {"Abe Fortas", 1, {{"Abe Fortas", 1}}, {}}};
}

std::string variants_in(const std::vector<VariantList>& list, OutputFormat format) {
  return written([&](std::ostream& out) { render_variants(list, in(format), out); });
}

}  // namespace

TEST_CASE("Counts are a table with a total, zeros included") {
  CHECK(counts_in(OutputFormat::Text) == R"(Query  yen (all words)
3 articles in 2 stories.

month    source  articles  total
2019-03  =Wire          3     10
2019-04  東京           0      7
)");
  CHECK(counts_in(OutputFormat::Csv) ==
        "month,source,articles,total\n2019-03,'=Wire,3,10\n2019-04,東京,0,7\n");
  CHECK(counts_in(OutputFormat::Csv, "51") ==
        "query_id,month,source,articles,total\n51,2019-03,'=Wire,3,10\n51,2019-04,東京,0,7\n");
  CHECK(counts_in(OutputFormat::Jsonl, "51") ==
        R"({"query_id":"51","month":"2019-03","source":"=Wire","articles":3,"total":10})"
        "\n"
        R"({"query_id":"51","month":"2019-04","source":"東京","articles":0,"total":7})"
        "\n");
  const auto json = nlohmann::json::parse(counts_in(OutputFormat::Json));
  CHECK(json["version"] == kOutputVersion);
  CHECK(json["matches"] == 3);
  CHECK(json["stories"] == 2);
  CHECK(json["counts"][1] ==
        nlohmann::json::parse(R"({"month":"2019-04","source":"東京","articles":0,"total":7})"));
}

TEST_CASE("Counts of several queries have one row each under one header") {
  CHECK(rows_in(OutputFormat::Csv) == "query,2019-03 / =Wire,2019-04 / 東京\n51,3,0\n52,3,0\n");
  CHECK(rows_in(OutputFormat::Text) == "query\t2019-03 / =Wire\t2019-04 / 東京\n51\t3\t0\n52\t3\t0\n");
  std::istringstream lines(rows_in(OutputFormat::Jsonl));
  for (std::string id : {"51", "52"}) {
    std::string line;
    REQUIRE(std::getline(lines, line));
    CHECK(nlohmann::json::parse(line)["query_id"] == id);
  }
}

TEST_CASE("An archive at a glance") {
  CHECK(inventory_in(inventory(), OutputFormat::Text) == R"(Archive   news.archive
Holds     21578 articles in 20001 stories, 1987-02-26 to 1987-10-20, 3 undated
Stored    generation 12, 2 segments
Last run  2026-11-23T08:00:00Z: read 5 = indexed 5

YEAR                                   SOURCE
  1987                         21575     Wire                         21578
  undated                          3
)");
  const auto json = nlohmann::json::parse(inventory_in(inventory(), OutputFormat::Json));
  CHECK(json["articles"] == 21578);
  CHECK(json["stories"] == 20001);
  CHECK(json["facets"]["year"][1]["value"] == "undated");
  CHECK(inventory_in({"empty", 0, std::nullopt, 0, 0, 0, "", "", "", {}}, OutputFormat::Text) ==
        "Archive   empty\nHolds     0 articles\nStored    generation 0, 0 segments\n");
}

TEST_CASE("A whole article is shown in its own order, notes set apart") {
  CHECK(article_in(sample::tokyo(), in(OutputFormat::Text, 60)) == R"(Tokyo shares slip as the yen firms

Date           2019-04-02 09:14  CORRECTED
Source         Example Wire
Section        Business
Byline         Jane Doe
Language       en
Topics         markets
URL            https://example.org/tokyo
ID             urn:example:1
Short ID       a3f91c
Persons        Haruhiko Kuroda; Shinzo Abe
Organisations  Bank of Japan
Countries      Japan (JP); United States (US)
Main subject   Japan (JP)
Words          412

By Jane Doe

TOKYO, April 2 (Example) - The stock market fell 3 percent
on Tuesday.

Traders waited for the central bank.

| (Adds details)
)");
}

TEST_CASE(
    "An article's page keeps its own lines, says where a date is from and speaks the reader's language") {
  Hit hit = sample::hostile();
  hit.countries = {"DE"};
  hit.article.paragraphs = {
      {Role::Dateline, "BERLIN -"}, {Role::Note, "(note\nof two lines)"}, {Role::Body, "1  2\n3\x1b[1m"}};
  RenderOptions options = in(OutputFormat::Text);
  options.locale = "de";
  const std::string text = article_in(hit, options);
  CHECK(text.find("Date           2019-04 (from the path)\n") != std::string::npos);
  CHECK(text.find("Countries      Deutschland (DE)\n") != std::string::npos);
  CHECK(text.ends_with("\nBERLIN -\n\n| (note\n| of two lines)\n\n1  2\n3\uFFFD[1m\n"));
  CHECK(text.find('\x1b') == std::string::npos);
}

TEST_CASE("A whole article as JSON has every paragraph with its role") {
  const auto json = nlohmann::json::parse(article_in(sample::tokyo(), in(OutputFormat::Json)));
  CHECK(json["version"] == kOutputVersion);
  CHECK(json["article"]["corrected"] == true);
  CHECK(json["article"]["modified"].is_null());
  CHECK(json["article"]["paragraphs"].size() == 5);
  CHECK(json["article"]["paragraphs"][4] == nlohmann::json{{"role", "note"}, {"text", "(Adds details)"}});
}

TEST_CASE("A person's spellings are listed with the way to change them") {
  CHECK(variants_in(persons(), OutputFormat::Text) ==
        "Shinzo Abe  61 articles\n   60  Shinzo Abe\n    2  Abe Shinzo\n  also found as  安倍晋三, 아베 "
        "신조\nAbe Fortas  1 article\n    1  Abe "
        "Fortas\n\n"
        "To change who is who, write lines like these into the archive's file\n"
        "authority.tsv, with tabs between the cells:\n"
        "  merge\tShinzo Abe\tAbe Fortas\n  split\tAbe Shinzo\n  rename\tShinzo Abe\tAbe Shinzo\n  "
        "drop\tShinzo Abe\n");
  CHECK(variants_in({}, OutputFormat::Text) == "No persons of that name.\n");
  CHECK(variants_in(persons(), OutputFormat::Csv) ==
        "person,name,articles\nShinzo Abe,Shinzo Abe,60\nShinzo Abe,Abe Shinzo,2\nAbe Fortas,Abe Fortas,1\n");
  CHECK(nlohmann::json::parse(
            variants_in(persons(), OutputFormat::Json))["persons"][0]["names"][1]["articles"] == 2);
  CHECK(nlohmann::json::parse(variants_in(persons(), OutputFormat::Json))["persons"][0]["forms"][0] ==
        "安倍晋三");
}

TEST_CASE("What a format cannot carry is an error that names those that can") {
  CHECK_THROWS_WITH_AS(inventory_in(inventory(), OutputFormat::Csv),
                       "the inventory cannot be written as csv; use --format text, json or jsonl",
                       InputError);
  CHECK_THROWS_AS(inventory_in(inventory(), OutputFormat::Trec), InputError);
  CHECK_THROWS_AS(article_in(sample::tokyo(), in(OutputFormat::Csv)), InputError);
  CHECK_THROWS_AS(article_in(sample::tokyo(), in(OutputFormat::Trec)), InputError);
  CHECK_THROWS_AS(variants_in(persons(), OutputFormat::Trec), InputError);
  CHECK_THROWS_AS(counts_in(OutputFormat::Trec), InputError);
  CHECK_THROWS_AS(rows_in(OutputFormat::Trec), InputError);
}

TEST_CASE("A whole article is shown with its copies and which of them leads") {
  Hit hit = sample::tokyo();
  hit.story.leader = "urn:example:2";
  const Moment day = make_moment({2019, 4, 1}, 0, 0, 0, 0, Precision::Day);
  hit.copies = {{"2", "b00001", "urn:example:2", "Yen firms", "Example Wire", day, true},
                {"3", "b00002", "urn:example:3", "Shares slip\x1b[2J", "", Moment{}, false}};
  const std::string text = article_in(hit, in(OutputFormat::Text));
  CHECK(text.find("Copies         2019-04-01  Example Wire  b00001  leads the story\n"
                  "               undated  b00002\n\nBy Jane Doe") != std::string::npos);
  const auto json = nlohmann::json::parse(article_in(hit, in(OutputFormat::Json)))["article"];
  CHECK(json["story"] == "urn:example:2");
  CHECK(json["copies"][0]["leads"] == true);
  CHECK(json["copies"][0]["date"] == "2019-04-01");
  CHECK(json["copies"][1]["identity"] == "urn:example:3");
  CHECK(json["copies"][1]["date"].is_null());
  hit.copies.assign(25, hit.copies.back());
  CHECK(article_in(hit, in(OutputFormat::Text)).find("and 5 more; --format json has all") !=
        std::string::npos);
}

}  // namespace broadsheet
