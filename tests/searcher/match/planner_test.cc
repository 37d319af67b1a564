// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/planner.h"

#include <doctest/doctest.h>

#include <map>

#include "common/error.h"
#include "searcher/match/match_set.h"
#include "searcher/match/walk.h"
#include "searcher/query/parser.h"
#include "searcher/ranking/ranking.h"
#include "tests/searcher/small_archive.h"

using namespace broadsheet;
using test::SmallArchive;

namespace {

std::uint64_t matches(const Archive& archive, const std::string& query) {
  const std::int32_t today = day_number({2000, 1, 1});
  return size(find_matches(archive, plan(archive, parse_query(query, {false, today}).query, "en").query));
}

}  // namespace

TEST_CASE("a planned query matches what its words say, in every segment") {
  const SmallArchive small(
      {{{"Elections were held in Vienna on Monday.", "1987-03-02"},
        {"An election is due; the chancellor of Vienna waits.", "1987-03"}},
       {{"Monday was quiet in Graz.", ""}, {"Votes: two elections, one winner.", "1988"}}});
  const Archive archive(small.path());
  const struct {
    const char* query;
    std::uint64_t matches;
  } cases[] = {
      {"", 4},
      {"election", 3},
      {"=election", 1},
      {"elect*", 3},
      {"vienna monday", 1},
      {"vienna OR monday", 3},
      {"election -vienna", 1},
      {"NOT election", 1},
      {"\"on monday\"", 1},
      {"\"monday on\"", 0},
      {"\"held in vie*\"", 1},
      {"\"held in xyz*\"", 0},
      {"xyz*", 0},
      {"title:number", 4},
      {"title:vienna", 0},
      {"date:1987", 2},
      {"date:1987-03-02", 1},
      {"date:1987-03", 2},
      {"date:1987..", 3},
      {"date:..1987", 2},
      {"source:\"the post\"", 4},
      {"+vienna monday", 2},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    CHECK(matches(archive, c.query) == c.matches);
  }
}

TEST_CASE("a word is stemmed in the language of each article") {
  const SmallArchive small(
      {{{"Die Wahlen fanden statt.", "", "de"}, {"Les elections ont eu lieu.", "", "fr"}},
       {{"Elections took place.", "", "en"}, {"Elections.", "", ""}}});
  const Archive archive(small.path());
  CHECK(archive.languages().size() == 4);
  CHECK(matches(archive, "wahl") == 1);
  CHECK(matches(archive, "elections") == 3);
  CHECK(matches(archive, "election") == 2);  // an article of unknown language is not stemmed
}

TEST_CASE("languages that stem a word differently give the same scores however the archive is cut") {
  const std::vector<test::SmallArticle> articles = {
      {"Die Wahlen fanden statt.", "", "de"},        {"Les elections, les elections.", "", "fr"},
      {"Elections took place in spring.", "", "en"}, {"Elected in elections.", "", ""},
      {"An election, elections.", "", "en"},         {"Wahl und election.", "", "de"}};
  const auto scores = [&](const std::vector<std::size_t>& cuts, const char* text) {
    std::vector<std::vector<test::SmallArticle>> segments;
    std::size_t begin = 0;
    for (std::size_t end : cuts) {
      const auto at = [&](std::size_t i) { return articles.begin() + static_cast<std::ptrdiff_t>(i); };
      segments.emplace_back(at(begin), at(end));
      begin = end;
    }
    const SmallArchive small(segments);
    const Archive archive(small.path());
    REQUIRE(archive.segments().size() == cuts.size());
    const PlannedQuery query = plan(archive, parse_query(text, {}).query, "en").query;
    std::map<std::string, double> by_identity;
    for (const auto& hit :
         rank(archive, {query, {}}, find_matches(archive, query), SortOrder::Relevance, 0, 10))
      by_identity[std::string(archive.identity(hit.location))] = hit.score;
    return by_identity;
  };
  for (const char* text : {"elections", "elect*", "wahlen OR elections", "wahl elect*"}) {
    CAPTURE(text);
    const auto whole = scores({6}, text);
    CHECK(whole.size() > 0);
    CHECK(scores({1, 2, 6}, text) == whole);
    CHECK(scores({3, 6}, text) == whole);
  }
}

TEST_CASE("a name that cannot be resolved, and a beginning of too many words, are errors") {
  const SmallArchive small({{{"Alpha.", "", "en", {"Jane Doe", "John Doe"}}}});
  const Archive archive(small.path());
  for (const char* query :
       {"person:smith", "person:doe", "country:atlantis", "source:\"The Pist of Nowhere\""}) {
    CAPTURE(query);
    CHECK_THROWS_AS(matches(archive, query), InputError);
  }
  CHECK(matches(archive, "person:\"jane DOE\"") == 1);
  CHECK(matches(archive, "country:austria") == 0);
}

TEST_CASE("equal scores are ordered by date, undated last, then by identity, whatever the page") {
  const SmallArchive small({{{"wheat", "1987-03-02"}, {"wheat", ""}, {"wheat", "1988-01-01"}},
                            {{"wheat", "1987-03-02"}, {"wheat", "1986"}, {"wheat", ""}}});
  const Archive archive(small.path());
  const PlannedQuery query = plan(archive, parse_query("wheat", {}).query, "en").query;
  const MatchSet all = find_matches(archive, query);
  const auto order = [&](SortOrder sort, std::uint64_t offset, std::uint64_t limit) {
    std::string numbers;
    for (const RankedArticle& article : rank(archive, {query, {}}, all, sort, offset, limit)) {
      numbers += archive.identity(article.location).back();
    }
    return numbers;
  };
  CHECK(order(SortOrder::Relevance, 0, 10) == "314526");
  CHECK(order(SortOrder::Relevance, 2, 2) == "45");
  CHECK(order(SortOrder::Newest, 0, 10) == "314526");
  CHECK(order(SortOrder::Oldest, 0, 10) == "514326");
  CHECK(order(SortOrder::Oldest, 6, 10).empty());
}
