// SPDX-License-Identifier: GPL-2.0-or-later
//
// The input that Broadsheet must do well on first: a bare text file with a doubled headline, no metadata, a
// begging footer, and one president spelled in two ways.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/support/programs.h"

using namespace broadsheet::test;
using Json = nlohmann::json;

namespace {

const char* const kArticle =
    "Two weeks on, the ferry plan for the straits is adrift\n"
    "\n"
    "Two weeks on, the ferry plan for the straits is adrift\n"
    "\n"
    "Talks on the ferry line stalled on Tuesday when Turkish inspectors refused the ship. President "
    "Volodymyr Zelensky\n"
    "had called the line a lifeline for Ukraine.\n"
    "\n"
    "Zelenski blames the delay\n"
    "\n"
    "Zelensky said the delay helped nobody. French officials and the White House declined to comment, said\n"
    "spokesperson Amelia Thornbury.\n"
    "\n"
    "\n"
    "We write for you every day. If you like what you read, please give us a like. \xF0\x9F\x91\x87\n";

struct Indexed {
  Indexed() {
    write_file(folder / "article.txt", kArticle);
    result = run_index({folder / "a.archive", folder / "article.txt"});
    const auto exported = run_search({folder / "a.archive", "--all", "--format", "jsonl", "--fields",
                                      "title,date,date_from,persons,countries,body"});
    article = Json::parse(lines_of(exported.out).at(0));
  }
  RunResult search(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), folder / "a.archive");
    return run_search(arguments);
  }
  TemporaryFolder folder;
  RunResult result;
  Json article;
};

}  // namespace

TEST_CASE("a bare text file becomes one article and the balance closes") {
  const Indexed indexed;
  CHECK(indexed.result.status == 0);
  CHECK(last_line(indexed.result.out) ==
        "read 1 = indexed 1 + updated 0 + unchanged 0 + skipped 0 + rejected 0");
}

TEST_CASE("a headline printed twice is one headline") {
  const Indexed indexed;
  CHECK(indexed.article["title"] == "Two weeks on, the ferry plan for the straits is adrift");
  CHECK(indexed.article["body"].get<std::string>().find("Two weeks on") == std::string::npos);
}

TEST_CASE("an article without a date stays undated") {
  const Indexed indexed;
  CHECK(indexed.article["date"].is_null());
  CHECK(indexed.search({"ferry", "--from", "1900"}).status == 1);
  CHECK(indexed.search({"ferry", "--from", "1900", "--include-undated"}).status == 0);
}

TEST_CASE("the begging footer is shown to the reader but is no text of the story") {
  const Indexed indexed;
  CHECK(indexed.search({"\"give us a like\""}).status == 1);
  CHECK(indexed.search({"ferry"}).status == 0);
  const auto shown = indexed.search({"--show", "article.txt"});
  CHECK(shown.out.find("give us a like") != std::string::npos);
}

TEST_CASE("one president spelled in two ways is one person") {
  const Indexed indexed;
  const auto persons = indexed.article["persons"].get<std::vector<std::string>>();
  CHECK(std::count(persons.begin(), persons.end(), "Volodymyr Zelensky") == 1);
  CHECK(std::none_of(persons.begin(), persons.end(),
                     [](const auto& name) { return name.ends_with("Zelenski"); }));
}

TEST_CASE("countries are found by name, people and metonym") {
  const Indexed indexed;
  CHECK(indexed.article["countries"] == Json({"FR", "TR", "UA", "US"}));
}
