// SPDX-License-Identifier: GPL-2.0-or-later
//
// What anybody may type is answered or refused, by counts that are the same on every machine.
#include <doctest/doctest.h>

#include "common/error.h"
#include "searcher/archive/effort.h"
#include "searcher/match/match_set.h"
#include "searcher/match/near_matches.h"
#include "searcher/match/planner.h"
#include "searcher/match/walk.h"
#include "searcher/query/parser.h"
#include "tests/searcher/small_archive.h"

using namespace broadsheet;
using test::SmallArchive;

namespace {

std::string repeated(const std::string& text, const std::string& between, int times) {
  std::string all = text;
  for (int i = 1; i < times; ++i) all += between + text;
  return all;
}

std::uint64_t effort_of(const Archive& archive, const std::string& query) {
  return plan(archive, parse_query(query, {}).query, "en").effort;
}

std::uint64_t articles_for(const Archive& archive, const std::string& query) {
  return size(find_matches(archive, plan(archive, parse_query(query, {}).query, "en").query));
}

std::string numbered_words(const std::string& beginning, int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i) text += beginning + std::to_string(i) + ' ';
  return text;
}

}  // namespace

TEST_CASE("queries that would read too much are refused with a reason") {
  const std::vector<test::SmallArticle> articles = {{repeated("the of", " ", 200), ""},
                                                    {numbered_words("ab", 0, 3'000), ""},
                                                    {numbered_words("cd", 0, 6'000), ""}};
  const SmallArchive small({articles});
  const Archive archive(small.path());
  const struct {
    std::string query;
    std::string reason;
  } cases[] = {
      {"cd*", "more than 5000 words"},
      {repeated("ab*", " OR ", 7), "more than 20,000 words"},
      {repeated("\"ab* the\"", " ", 7), "more than 20,000 words"},
      {"ab* NEAR/2 the", "more than 1,000 words"},
      {"ab123~2 OR ab456~2", ""},
      {repeated("the NEAR/1 of", " OR ", 20), ""},
      {repeated("the", " ", 1'000), ""},
      {repeated("\"the of the\"", " OR ", 100), ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query.substr(0, 60));
    if (c.reason.empty()) {
      CHECK(articles_for(archive, c.query) >= 1);
    } else {
      CHECK_THROWS_WITH_AS(articles_for(archive, c.query), doctest::Contains(c.reason.c_str()), InputError);
    }
  }
}

TEST_CASE("stretches of words near each other are counted as they are found, and no more are kept") {
  std::vector<Stretch> many;
  for (Xapian::termpos at = 1; at <= 1'000; ++at) many.push_back({at, at});
  Effort enough;
  CHECK(near_spans(Query::Kind::Adj, 250, many, many, enough).size() == 250 * 750 + 250 * 249 / 2);
  CHECK(enough.spent() == Effort::kPlaceSeen * (250 * 750 + 250 * 249 / 2));
  Effort little(enough.spent() - 1);
  CHECK_THROWS_WITH_AS(near_spans(Query::Kind::Adj, 250, many, many, little), doctest::Contains("too much"),
                       InputError);
}

TEST_CASE("the effort of a query is counted, and is nothing where no vocabulary or position is read") {
  const std::vector<test::SmallArticle> articles = {{"The price of oil.", ""}, {"Oil, the price.", ""}};
  const SmallArchive small({articles});
  const Archive archive(small.path());
  CHECK(effort_of(archive, "oil price -=the =of") == 0);
  CHECK(effort_of(archive, "\"the price of\"") == 3 * Effort::kPhraseWord);
  CHECK(effort_of(archive, "pri*") == Effort::kTermRead);
  CHECK(effort_of(archive, "=oil NEAR/3 =the") ==
        4 * (Effort::kListOpened + Effort::kPlaceSeen) + 2 * Effort::kPlaceSeen);
  CHECK(effort_of(archive, "=oil NEAR/3 =the") < effort_of(archive, "oil NEAR/3 the"));
}

TEST_CASE("text as it comes from a headline finds what it says, and common words alone find articles") {
  const std::vector<test::SmallArticle> articles = {
      {"Breaking news: the war in Gaza goes on.", ""},
      {"AT&T sold 5'10\" poles; C++ and C, said O'Neill.", ""},
      {"The U.S. remembers 9/11. To be or not to be.", ""},
      {"Who are The Who? Jane\u2019s cafe\u0301, \u201cquoted\u201d \u2013 and more.", ""}};
  const SmallArchive small({articles});
  const Archive archive(small.path());
  const struct {
    std::string typed;
    std::uint64_t matches;
  } cases[] = {
      {"Breaking: war in Gaza?", 1},
      {"AT&T", 1},
      {"at&t sold", 1},
      {"5'10\"", 1},
      {"C++", 1},
      {"9/11", 1},
      {"O'Neill", 1},
      {"O\u2019Neill", 1},
      {"U.S.", 1},
      {"U.S. remembers 9/11", 1},
      {"The Who", 1},
      {"\"The Who\"", 1},
      {"to be or not to be", 1},
      {"\"to be or not to be\"", 1},
      {"the", 3},
      {"Jane's CAF\u00c9", 1},
      {"\u201cquoted\u201d \u2013 and more", 1},
      {"Gaza war \u2014 breaking!", 1},
  };
  for (const auto& c : cases) {
    CAPTURE(c.typed);
    CHECK(articles_for(archive, c.typed) == c.matches);
  }
}
