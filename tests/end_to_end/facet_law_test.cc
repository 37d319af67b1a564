// SPDX-License-Identifier: GPL-2.0-or-later
//
// The facet law: the count beside a value is the number of hits when that value alone is chosen in its facet,
// every other choice kept; the total is the number of hits of the whole selection.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "tests/support/programs.h"

using namespace broadsheet::test;
using Json = nlohmann::json;

namespace {

using Choices = std::vector<std::pair<std::string, std::string>>;  // facet, value

class Asker {
 public:
  Asker() { run_index({folder_ / "a.archive", sample_corpus("dumps"), "--quiet"}); }

  Json ask(const std::string& query, const Choices& choices, const std::string& extra_from = "") const {
    std::vector<std::string> arguments = {folder_ / "a.archive",
                                          "--format",
                                          "json",
                                          "--facet-limit",
                                          "0",
                                          "--limit",
                                          "1",
                                          "--facets",
                                          "person,country,about,source,section,language,topic"};
    if (!query.empty()) arguments.push_back(query);
    for (const auto& [facet, value] : choices) {
      arguments.push_back("--" + facet);
      arguments.push_back(value);
    }
    if (!extra_from.empty()) {
      arguments.push_back("--from");
      arguments.push_back(extra_from);
    }
    const auto result = run_search(arguments);
    REQUIRE(result.status != 2);
    return Json::parse(result.out);
  }

 private:
  TemporaryFolder folder_;
};

/// The choices with one facet's choices replaced by one value.
Choices only(const Choices& choices, const std::string& facet, const std::string& value) {
  Choices changed;
  for (const auto& choice : choices) {
    if (choice.first != facet) changed.push_back(choice);
  }
  changed.emplace_back(facet, value);
  return changed;
}

}  // namespace

TEST_CASE("a facet count equals the hits that choosing it gives, for any query and choices") {
  const Asker asker;
  std::mt19937 random(23);
  const std::vector<std::string> queries = {"",
                                            "president",
                                            "war OR peace",
                                            "-treaty",
                                            "government*",
                                            "\"said on\"",
                                            "title:election",
                                            "president -country:US"};
  int compared = 0;
  for (int round = 0; round < 12; ++round) {
    const std::string query = queries[random() % queries.size()];
    const std::string from = random() % 3 == 0 ? "1970" : "";
    Choices choices;
    Json answer = asker.ask(query, choices, from);
    for (std::size_t n = random() % 3; n > 0 && answer["matches"] > 0; --n) {
      const std::vector<std::string> facets = {"person", "country", "source", "language"};
      const std::string facet = facets[random() % facets.size()];
      const Json& rows = answer["facets"][facet];
      if (rows.empty()) continue;
      choices.emplace_back(facet, rows[random() % rows.size()]["value"]);
      answer = asker.ask(query, choices, from);
    }
    for (const auto& [facet, rows] : answer["facets"].items()) {
      if (rows.empty()) continue;
      const Json& row = rows[random() % rows.size()];
      const std::string value = row["value"];
      CAPTURE(query);
      CAPTURE(facet);
      CAPTURE(value);
      CHECK(asker.ask(query, only(choices, facet, value), from)["matches"] == row["count"]);
      ++compared;
    }
  }
  CHECK(compared > 40);
}

TEST_CASE("values inside a facet are alternatives, facets narrow each other") {
  const Asker asker;
  const auto matches = [&](const Choices& choices) { return asker.ask("", choices)["matches"].get<int>(); };
  const int egypt = matches({{"country", "EG"}});
  const int israel = matches({{"country", "IL"}});
  const int either = matches({{"country", "EG"}, {"country", "IL"}});
  CHECK(egypt > 0);
  CHECK(israel > 0);
  CHECK(either >= std::max(egypt, israel));
  CHECK(either <= egypt + israel);
  CHECK(matches({{"country", "EG"}, {"language", "en"}}) <= egypt);
}
