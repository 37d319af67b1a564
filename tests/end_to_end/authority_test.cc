// SPDX-License-Identifier: GPL-2.0-or-later
//
// authority.tsv, the user's own say in who is who: whatever it decides, what a page shows can be asked for.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/support/programs.h"

using namespace broadsheet::test;
using Json = nlohmann::json;

namespace {

class People {
 public:
  People() {
    write_file(folder_ / "a.jsonl",
               R"({"id":"1","title":"One","body":"Text.","persons":["Ann Lee","Bob Ray"],"section":"None"})"
               "\n"
               R"({"id":"2","title":"Two","body":"Text.","persons":["Anne Lee","Bob Ray"]})"
               "\n"
               R"({"id":"3","title":"Three","body":"Text.","persons":["Anna Lee","Cy \"Doc\" Poe","???"]})"
               "\n");
    run_index({archive(), folder_ / "a.jsonl", "--entities", "given", "--quiet"});
  }

  std::string archive() const { return folder_ / "a.archive"; }

  void decide(const std::string& lines) const { write_file(archive() + "/authority.tsv", lines); }

  RunResult ask(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), archive());
    return run_search(arguments);
  }

  Json rows(const std::string& facet) const {
    return Json::parse(
        ask({"--all", "--facets", facet, "--facet-limit", "0", "--format", "json"}).out)["facets"][facet];
  }

  std::uint64_t matches(const std::vector<std::string>& arguments) const {
    auto all = arguments;
    all.insert(all.end(), {"--format", "json"});
    const auto answer = ask(all);
    CAPTURE(answer.err);
    REQUIRE(answer.status == 0);
    return Json::parse(answer.out)["matches"];
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("every person that is shown can be chosen, and gives the count that is shown") {
  const People people;
  for (const char* decisions :
       {"", "merge\tAnn Lee\tAnne Lee\tAnna Lee\n", "merge\tLee the Elder\tAnn Lee\tAnne Lee\n",
        "rename\tAnn Lee\tThe Editor\n", "rename\tAnn Lee\tBob Ray\n",
        "rename\tAnn Lee\tThe Editor\nrename\tAnne Lee\tThe Editor\n",
        "merge\tX\tY\tAnn Lee\tAnne Lee\nsplit\tX\n", "merge\tX\tY\tAnn Lee\nrename\tX\tBob Ray\n",
        "merge\tAnn Lee\tAnne Lee\ndrop\tAnne Lee\n", "merge\tAnn Lee\tAnne Lee\ndrop\tAnn Lee\n",
        "rename\tAnn Lee\tnone\n", "rename\tBob Ray\tAnn \"Doc\" Lee\n"}) {
    CAPTURE(decisions);
    people.decide(decisions);
    const Json rows = people.rows("person");
    CHECK(rows.size() > 3);
    for (const Json& row : rows) {
      const std::string value = row["value"];
      CAPTURE(value);
      CHECK_FALSE(value.empty());
      CHECK(people.matches({"--person", value}) == row["count"]);
    }
  }
}

TEST_CASE("a person is found in a query, and among spellings, by the name it is shown under") {
  const People people;
  people.decide("merge\tLee the Elder\tAnn Lee\tAnne Lee\n");
  CHECK(people.matches({"person:\"lee the elder\""}) == 2);
  CHECK(people.matches({"person:elder"}) == 2);
  CHECK(people.ask({"--variants", "elder"}).out.find("Anne Lee") != std::string::npos);
}

TEST_CASE("a snippet shows the person that is asked for, in the spellings that count as one now") {
  const TemporaryFolder folder;
  const std::string archive = folder / "a.archive";
  write_file(
      folder / "a.jsonl",
      R"({"id":"1","title":"One","body":"The bridge is open. Ann Lee cut the ribbon.","persons":["Ann Lee"]})"
      "\n"
      R"({"id":"2","title":"Two","body":"The bridge is shut. Nan Li had the key.","persons":["Nan Li"]})"
      "\n");
  run_index({archive, folder / "a.jsonl", "--entities", "given", "--quiet"});
  const auto page = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), archive);
    return run_search(arguments).out;
  };
  CHECK(page({"--person", "Ann Lee"}).find("[Ann Lee] cut the ribbon") != std::string::npos);
  CHECK(page({"person:\"Ann Lee\""}).find("[Ann Lee] cut the ribbon") != std::string::npos);
  CHECK(page({"bridge NOT person:\"Ann Lee\""}).find("[Ann Lee]") == std::string::npos);
  CHECK(page({"--person", "Ann Lee"}).find("[Nan Li]") == std::string::npos);
  write_file(archive + "/authority.tsv", "merge\tAnn Lee\tNan Li\n");
  CHECK(page({"--person", "Ann Lee"}).find("[Nan Li] had the key") != std::string::npos);
}

TEST_CASE("a dropped name is nowhere, the rest of its person stays") {
  const People people;
  people.decide("merge\tAnn Lee\tAnne Lee\tAnna Lee\ndrop\tAnne Lee\n");
  CHECK(people.matches({"--person", "Ann Lee"}) == 2);
  CHECK(people.rows("person").dump().find("Anne Lee") == std::string::npos);
  CHECK(people.ask({"--person", "Anne Lee", "--format", "json"}).status == 2);
  CHECK(people.ask({"--variants", "Lee"}).out.find("Anne Lee") == std::string::npos);
}

TEST_CASE("a line that cannot be read is named, and the others decide") {
  const People people;
  people.decide("\xEF\xBB\xBFmerge\tAnn Lee\tAnne Lee\r\nmarry\tBob Ray\tAnn Lee\r\n");
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--person", "Ann Lee"}, {"--variants", "Ann Lee"}, {"--show", "1"}, {}}) {
    const auto answer = people.ask(arguments);
    CHECK(answer.status == 0);
    CHECK(answer.err.find("authority.tsv:2: \"marry\" is no decision") != std::string::npos);
  }
  CHECK(people.matches({"--person", "Ann Lee"}) == 2);
}

TEST_CASE("where a name could be several, each is named with the articles that choosing it gives") {
  const TemporaryFolder folder;
  write_file(folder / "a.csv",
             "id,title,author,persons\n1,One,Ann Lee,Ann Lee\n2,Two,Ann Lee,Ann Lee; Anne Lee\n"
             "3,Three,Bob Lee,Bob Lee\n");
  run_index({folder / "a.archive", folder / "a.csv", "--entities", "given", "--quiet"});
  for (const char* option : {"--byline", "--person"}) {
    CAPTURE(option);
    write_file(folder / "a.archive/authority.tsv", "merge\tAnn Lee\tAnne Lee\n");
    const auto answer = run_search({folder / "a.archive", option, "lee"});
    CHECK(answer.status == 2);
    CHECK(answer.err.find("\"Ann Lee\"  (2 articles)") != std::string::npos);
    CHECK(answer.err.find("\"Bob Lee\"  (1 article)") != std::string::npos);
  }
}

TEST_CASE("a person of no letters is chosen like any other") {
  const People people;
  const auto page = people.ask({"--person", "???"});
  CHECK(page.status == 0);
  CHECK(page.err == "");
  CHECK(page.out.find("1 article.") != std::string::npos);
  const auto unknown = people.ask({"--person", "!!!"});
  CHECK(unknown.status == 2);
  CHECK(unknown.err == "broadsheet-search: no article has the person \"!!!\"\n");
}

TEST_CASE("a value that is called none is not the lack of one") {
  const People people;
  CHECK(people.matches({"--section", "None"}) == 1);
  CHECK(people.matches({"--section", "none"}) == 2);
  CHECK(people.matches({"--topic", "NONE"}) == 3);
}
