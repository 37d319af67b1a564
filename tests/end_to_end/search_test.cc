// SPDX-License-Identifier: GPL-2.0-or-later
//
// Questions to the sample corpus, as a reader would ask them.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/support/programs.h"

using namespace broadsheet::test;
using Json = nlohmann::json;

namespace {

class Sample {
 public:
  Sample() { run_index({archive(), sample_corpus("dumps"), "--quiet"}); }

  std::string archive() const { return folder_ / "a.archive"; }

  RunResult search(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), archive());
    return run_search(arguments);
  }

  Json json(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--format", "json"});
    return Json::parse(search(arguments).out);
  }

  std::uint64_t matches(std::vector<std::string> arguments) const {
    return json(std::move(arguments))["matches"];
  }

  const TemporaryFolder& folder() const { return folder_; }

 private:
  TemporaryFolder folder_;
};

const Sample& sample() {
  static const Sample built;
  return built;
}

}  // namespace

TEST_CASE("words are found by their stem, exact words are not") {
  CHECK(sample().matches({"reactors"}) == sample().matches({"reactor"}));
  CHECK(sample().matches({"=reactors"}) < sample().matches({"reactors"}));
}

TEST_CASE("a phrase is its words in order") {
  CHECK(sample().matches({"--phrase", "tear down this wall"}) == 3);
  CHECK(sample().matches({"--phrase", "wall this down tear"}) == 0);
  CHECK(sample().matches({"\"tear dow*\""}) >= 3);
}

TEST_CASE("operators, signs and parentheses do what they say") {
  const auto wall = sample().matches({"wall"});
  const auto berlin = sample().matches({"berlin"});
  const auto both = sample().matches({"wall berlin"});
  CHECK(sample().matches({"wall AND berlin"}) == both);
  CHECK(sample().matches({"wall OR berlin"}) == wall + berlin - both);
  CHECK(sample().matches({"wall -berlin"}) == wall - both);
  CHECK(sample().matches({"wall NOT berlin"}) == wall - both);
  CHECK(sample().matches({"(wall OR berlin) -(wall berlin)"}) == wall + berlin - 2 * both);
}

TEST_CASE("one person is found under every spelling") {
  const auto gorbachev = sample().matches({"--person", "Mikhail Gorbachev"});
  CHECK(gorbachev > 10);
  CHECK(sample().matches({"--person", "Michail Gorbatschow"}) == gorbachev);
  CHECK(sample().matches({"--person", "gorbachev"}) == gorbachev);
  CHECK(sample().matches({"person:gorbachev"}) == gorbachev);
}

TEST_CASE("a country is found by its name in any language, by code and by a former name") {
  const auto germany = sample().matches({"--country", "Germany"});
  CHECK(germany > 3);
  for (const char* name : {"DE", "Deutschland", "Allemagne", "West Germany", "ドイツ"}) {
    CAPTURE(name);
    CHECK(sample().matches({"--country", name}) == germany);
  }
}

TEST_CASE("a date range takes articles whose whole date lies inside and says what it left out") {
  const Json answer = sample().json({"--from", "1961-08-01", "--to", "1961-08-31"});
  CHECK(answer["matches"] > 0);
  CHECK(answer["left_out"]["undated"] > 0);
  CHECK(sample().matches({"date:1961-08"}) == answer["matches"]);
  CHECK(sample().matches({"--to", "1961-08"}) + sample().matches({"--from", "1961-09"}) <=
        sample().matches({"--all"}));
}

TEST_CASE("labels are shown in the reader's language") {
  const Json answer = sample().json({"--country", "Germany", "--locale", "de"});
  const std::string rows = answer["facets"]["country"].dump();
  CHECK(rows.find("Deutschland") != std::string::npos);
  CHECK(rows.find("\"value\":\"DE\"") != std::string::npos);
}

TEST_CASE("a table of counts has every cell and agrees with the hits") {
  const auto lines = lines_of(sample().search({"president", "--counts", "year", "--format", "csv"}).out);
  REQUIRE(lines.size() > 20);
  CHECK(lines[0] == "year,articles,total");
  std::uint64_t sum = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto comma = lines[i].find(',');
    sum += std::stoul(lines[i].substr(comma + 1));
  }
  CHECK(sum == sample().matches({"president"}));
}

TEST_CASE("a table of counts beyond all measure is refused with the remedy") {
  const TemporaryFolder folder;
  write_file(folder / "a.csv", "id,title,date\n1,One,1990-01-01\n2,Two,1999-12-31\n3,Three,1990-02-01\n");
  run_index({folder / "a.archive", folder / "a.csv", "--quiet"});
  const auto crossed = run_search({folder / "a.archive", "--counts", "day,day"});
  CHECK(crossed.status == 2);
  CHECK(crossed.err.find("--counts day,day has more than 1000000 cells; count a facet of fewer values, or "
                         "narrow by dates") != std::string::npos);
  const auto narrowed =
      run_search({folder / "a.archive", "--counts", "day,day", "--to", "1990", "--format", "csv"});
  CHECK(lines_of(narrowed.out).size() == 1 + 32 * 32);
}

TEST_CASE("a bad line of a queries file is reported and the others are answered") {
  const std::string file = sample().folder() / "queries.tsv";
  write_file(file, "1\tberlin wall\nno tab here\n2\tchernobyl\n3\t(open\n");
  const auto result = sample().search({"--queries", file, "--format", "trec", "--run-tag", "t"});
  CHECK(result.status == 0);
  CHECK(result.err.find("queries.tsv:2:") != std::string::npos);
  bool first = false;
  bool second = false;
  for (const std::string& line : lines_of(result.out)) {
    first = first || line.starts_with("1 Q0 ");
    second = second || line.starts_with("2 Q0 ");
    CHECK(line.ends_with(" t"));
  }
  CHECK(first);
  CHECK(second);
}

TEST_CASE("an article is shown whole by its id and by the short id of the page") {
  const Json hit = sample().json({"chernobyl"})["hits"][0];
  const auto by_id = sample().search({"--show", hit["id"]});
  CHECK(by_id.status == 0);
  CHECK(sample().search({"--show", hit["short_id"]}).out == by_id.out);
}

TEST_CASE("articles like another one are found, without the one itself") {
  const Json hit = sample().json({"chernobyl", "reactor"})["hits"][0];
  const Json like = sample().json({"--like", hit["id"]});
  CHECK(like["matches"] > 0);
  for (const Json& other : like["hits"]) CHECK(other["identity"] != hit["identity"]);
}

TEST_CASE("words near each other are found up to the distance asked for") {
  CHECK(sample().matches({"tear ADJ/3 wall"}) == 3);
  CHECK(sample().matches({"wall NEAR/3 tear"}) == 3);
  CHECK(sample().matches({"wall ADJ/3 tear"}) == 0);
  CHECK(sample().matches({"tear ADJ/2 wall"}) == 0);
  CHECK(sample().matches({"tear ADJ/1 \"this wall\""}) == 0);
  CHECK(sample().matches({"tear ADJ/2 \"this wall\""}) == 3);
}

TEST_CASE("an explained answer shows the query part by part, and where each score comes from") {
  const std::string query = "tear wall NEAR/9 \"gorbachev\" OR chernobyl*";
  for (const char* ranking : {"--expand", "--no-expand", "--recency=900"}) {
    const Json answer = sample().json({query, "--explain", ranking});
    CHECK(std::string(answer["explanation"]).find("within 9 words of each other") != std::string::npos);
    REQUIRE(!answer["hits"].empty());
    for (const Json& hit : answer["hits"]) {
      double sum = 0;
      for (const Json& part : hit["score_parts"]) sum += part["score"].get<double>();
      CHECK(sum == doctest::Approx(hit["score"].get<double>()));
    }
  }
  CHECK(sample().search({"tear wall", "--explain"}).out.find("Score ") != std::string::npos);
  CHECK_FALSE(sample().json({"tear wall"})["hits"][0].contains("score_parts"));
}

TEST_CASE("one can look inside a facet, also one that is not shown otherwise") {
  const Json answer = sample().json({"--facet-find", "person=gorb", "--facets", "source"});
  REQUIRE(answer["facets"]["person"].size() >= 1);
  CHECK(answer["facets"]["person"][0]["count"] ==
        sample().matches({"--person", answer["facets"]["person"][0]["value"]}));
  CHECK(sample().search({"--facet-find", "person=xyzzy"}).out.find("PERSON, xyzzy*") != std::string::npos);
}

TEST_CASE("a misspelt word is found when asked for, and a better spelling is offered") {
  CHECK(sample().matches({"chernbyl~"}) == sample().matches({"=chernobyl OR =chernobyls"}));
  const Json answer = sample().json({"chernbyl"});
  CHECK(answer["matches"] == 0);
  REQUIRE(answer["suggestions"].size() == 1);
  CHECK(answer["suggestions"][0]["query"] == "chernobyl");
  CHECK(answer["suggestions"][0]["matches"] == sample().matches({"chernobyl"}));
  CHECK(sample().search({"chernbyl"}).out.find("Did you mean: chernobyl  (") != std::string::npos);
  CHECK_FALSE(sample().json({"chernobyl"}).contains("suggestions"));
}

TEST_CASE("an empty answer says what there would be if its words stood anywhere") {
  const Json without = sample().json({"\"wall this down tear\""})["without"];
  REQUIRE(without.size() == 1);
  CHECK(without[0]["clause"] == "the quotes of \"wall this down tear\"");
  CHECK(without[0]["matches"] == sample().matches({"=wall =this =down =tear"}));
}

TEST_CASE("an empty answer says how many there are without each part of the question") {
  const Json without =
      sample().json({"chernobyl", "--person", "gorbachev", "--from", "1950", "--to", "1951"})["without"];
  REQUIRE(without.size() == 3);
  CHECK(without[0]["clause"] == "chernobyl");
  CHECK(without[0]["matches"] ==
        sample().matches({"--person", "gorbachev", "--from", "1950", "--to", "1951"}));
  CHECK(without[1]["clause"] == "--person Mikhail Gorbachev");
  CHECK(without[1]["matches"] == sample().matches({"chernobyl", "--from", "1950", "--to", "1951"}));
  CHECK(without[2]["clause"] == "--from and --to");
  CHECK(without[2]["matches"] == sample().matches({"chernobyl", "--person", "gorbachev"}));
  CHECK(without[2]["matches"] > 0);
}

TEST_CASE("what a page says beside the hits holds for articles like another one, too") {
  const TemporaryFolder folder;
  const std::string archive = folder / "a.archive";
  write_file(
      folder / "a.jsonl",
      R"({"id":"1","title":"Harbour bridge","body":"The harbour bridge was painted.","persons":["Ann Lee"]})"
      "\n"
      R"({"id":"2","title":"Harbour ferry","body":"The harbour ferry waits.","persons":["Ann Lee"]})"
      "\n"
      R"({"id":"3","title":"Wheat","body":"Ann Lee sold wheat."})"
      "\n"
      R"({"id":"4","title":"Harbour crane","body":"Ann Lee climbed the harbour crane."})"
      "\n");
  run_index({archive, folder / "a.jsonl", "--entities", "given", "--quiet"});
  const auto like = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {archive, "--like", "1"});
    return run_search(arguments).out;
  };
  const std::string page = like({"--person", "Ann Lee"});
  CHECK(page.find("1 article.") != std::string::npos);
  CHECK(page.find("1 more article contains \"Ann Lee\" without being tagged") != std::string::npos);
  const auto without = [&](const std::string& query) {
    return Json::parse(like({query, "--format", "json"}))["without"];
  };
  const Json clauses = without("ferry wheat");  // nothing like the bridge is of wheat
  CHECK(clauses[0] == Json({{"clause", "ferry"}, {"matches", 0}}));
  CHECK(clauses[1] == Json({{"clause", "wheat"}, {"matches", 1}}));
}

TEST_CASE("the spellings of a person can be looked at and changed by hand") {
  const TemporaryFolder folder;
  const std::string archive = folder / "a.archive";
  run_index({archive, sample_corpus("dumps"), "--quiet"});
  const auto matches = [&](const std::string& person) -> std::uint64_t {
    return Json::parse(run_search({archive, "--person", person, "--format", "json"}).out)["matches"];
  };
  const auto list = run_search({archive, "--variants", "Yasser Arafat"});
  CHECK(list.out.find("Yasir Arafat") != std::string::npos);
  const auto together = matches("Yasser Arafat");
  write_file(archive + "/authority.tsv", "split\tYasir Arafat\n");
  const auto apart = matches("Yasser Arafat");
  CHECK(apart < together);
  CHECK(apart + matches("Yasir Arafat") >= together);
  write_file(archive + "/authority.tsv", "rename\tYasser Arafat\tThe Chairman\n");
  CHECK(run_search({archive, "arafat", "--facets", "person"}).out.find("The Chairman") != std::string::npos);
  write_file(archive + "/authority.tsv", "drop\tYasser Arafat\tYasir Arafat\n");
  CHECK(run_search({archive, "--person", "Yasser Arafat"}).status == 2);
  write_file(archive + "/authority.tsv", "marry\tA\tB\n");
  CHECK(run_search({archive, "arafat"}).err.find("authority.tsv:1") != std::string::npos);
}

TEST_CASE("a person is found by any form that the authority file has, in any script") {
  const TemporaryFolder folder;
  const std::string archive = folder / "a.archive";
  write_file(
      folder / "a.jsonl",
      R"({"title":"Kremlin","body":"President Vladimir Putin spoke to reporters in Moscow on Monday."})"
      "\n"
      R"({"title":"Harbour","body":"The mayor, Ann Lee, opened the bridge on Monday."})");
  run_index({archive, folder / "a.jsonl", "--quiet"});
  for (const char* typed : {"Владимир Путин", "Пути́н", "Wladimir Putin", "putin"}) {
    CAPTURE(typed);
    const Json page = Json::parse(run_search({archive, "--person", typed, "--format", "json"}).out);
    CHECK(page["matches"] == 1);
  }
  CHECK(run_search({archive, "--variants", "Владимир Путин"}).out.find("also found as") != std::string::npos);
  const auto unknown = run_search({archive, "--person", "Борис Ельцин"});
  CHECK(unknown.status == 2);
  CHECK(unknown.err.find("no article has the person") != std::string::npos);
  // However articles spell a name, it is shown as the authority file does.
  write_file(folder / "b.jsonl", R"({"title":"Moscú","body":"x","persons":["Vladímir Putin"]})");
  run_index({folder / "b.archive", folder / "b.jsonl", "--entities", "given", "--quiet"});
  const Json one = Json::parse(run_search({folder / "b.archive", "x", "--format", "json"}).out);
  CHECK(one["facets"]["person"][0]["label"] == "Vladimir Putin");
  CHECK_FALSE(one["facets"]["person"][0].contains("joined"));
  write_file(archive + "/authority.tsv", "drop\tVladimir Putin\n");
  CHECK(run_search({archive, "--person", "Владимир Путин"}).status == 2);
}

TEST_CASE("what was superseded is not counted among what an archive holds") {
  const TemporaryFolder folder;
  const std::string archive = folder / "a.archive";
  const auto version = [](const std::string& number, const std::string& language, const std::string& day) {
    return R"({"id":"7","version":)" + number + R"(,"language":")" + language +
           R"(","title":"Harbour bridge opens","body":"The harbour bridge opened on )" + day +
           R"( after two years of work."})";
  };
  write_file(folder / "1.jsonl", version("1", "fr", "Monday"));
  write_file(folder / "2.jsonl", version("2", "de", "Tuesday"));
  for (const char* dump : {"1.jsonl", "2.jsonl"}) run_index({archive, folder / dump, "--collection", "c"});
  const Json inventory = Json::parse(run_search({archive, "--format", "json"}).out);
  CHECK(inventory["articles"] == 1);
  const Json& languages = inventory["facets"]["language"];
  REQUIRE(languages.size() == 1);
  CHECK(languages[0]["value"] == "de");
  CHECK(languages[0]["count"] == 1);
}

TEST_CASE("an archive alone shows what it holds") {
  const auto page = sample().search({});
  CHECK(page.status == 0);
  CHECK(page.out.find("113 articles") != std::string::npos);
  CHECK(page.out.find("Meridian Wire") != std::string::npos);
}

TEST_CASE("lower-case operators are words and the page says so") {
  const auto page = sample().search({"wall or berlin"});
  CHECK(page.out.find("OR") != std::string::npos);
  CHECK(sample().matches({"wall or berlin"}) < sample().matches({"wall OR berlin"}));
}

TEST_CASE("control characters of an article never reach the terminal") {
  const TemporaryFolder folder;
  write_file(folder / "a.jsonl",
             "{\"title\":\"Bell \\u001b[31mred\",\"body\":\"Text \\u0007 with \\u202e bells.\"}\n");
  run_index({folder / "a.archive", folder / "a.jsonl", "--quiet"});
  for (const auto& arguments :
       {std::vector<std::string>{"bells"}, {"bells", "--format", "csv"}, {"bells", "--explain"}}) {
    auto all = arguments;
    all.insert(all.begin(), folder / "a.archive");
    const std::string out = run_search(all).out;
    CHECK(out.find('\x1b') == std::string::npos);
    CHECK(out.find('\x07') == std::string::npos);
  }
}
