// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/walk.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include "searcher/match/planner.h"
#include "searcher/query/parser.h"
#include "tests/searcher/match/found_by_xapian.h"
#include "tests/searcher/match/leaf_source.h"
#include "tests/searcher/small_archive.h"

using namespace broadsheet;
using test::SmallArchive;
using test::SmallArticle;

namespace {

using ScoreOf = std::map<std::string, double>;  // by identity

std::string random_word(std::mt19937& random) {
  constexpr const char* words[] = {"oil",  "oils",  "price", "prices", "rise",  "gas",    "a",     "the",
                                   "bank", "banks", "wheat", "yen",    "trade", "trades", "prize", "of"};
  return words[random() % std::size(words)];
}

std::vector<SmallArticle> random_articles(std::mt19937& random, std::size_t number) {
  constexpr const char* languages[] = {"en", "en", "en", "de", ""};
  constexpr const char* dates[] = {"1987", "1987-03", "1987-03-10", "1988-01-01", ""};
  std::vector<SmallArticle> articles;
  for (std::size_t i = 0; i < number; ++i) {
    SmallArticle article;
    for (std::size_t length = 1 + random() % 25; length > 0; --length)
      article.text += random_word(random) + (random() % 9 == 0 ? "\n" : " ");
    article.language = languages[random() % std::size(languages)];
    article.date = dates[random() % std::size(dates)];
    if (random() % 2 == 0) article.persons = {"Jane Doe"};
    articles.push_back(article);
  }
  return articles;
}

std::string random_leaf(std::mt19937& random) {
  const std::string word = random_word(random);
  switch (random() % 9) {
    case 0:
      return "=" + word;
    case 1:
      return word.size() > 1 ? word.substr(0, 2) + "*" : word;
    case 2:
      return word.size() > 3 ? word + "~" : word;
    case 3:
      return '"' + word + ' ' + random_word(random) + '"';
    case 4:
      return "\"pri* " + random_word(random) + '"';
    case 5:
      return random() % 2 == 0 ? "date:1987" : "date:1987-03..1988";
    case 6:
      return word + " NEAR/3 " + (word == "oil" ? "gas" : "oil");
    case 7:
      return random() % 2 == 0 ? "person:\"Jane Doe\"" : "title:number";
    default:
      return word;
  }
}

std::string random_query(std::mt19937& random, int depth) {
  if (depth == 0) return random_leaf(random);
  const auto part = [&] { return '(' + random_query(random, depth - 1) + ')'; };
  switch (random() % 6) {
    case 0:
      return part() + " OR " + part();
    case 1:
      return part() + " OR " + part() + " OR " + part() + " OR " + part();
    case 2:
      return part() + " -" + part();
    case 3:
      return '+' + part() + ' ' + part() + ' ' + part();
    default:
      return part() + ' ' + part();
  }
}

ScoreOf scores_by_xapian(const Archive& archive, const PlannedQuery& query,
                         const RankingParameters& parameters) {
  Xapian::Enquire enquire(archive.all());
  enquire.set_query(to_xapian(archive, query, [&](const PlannedQuery& leaf) {
    return test::leaf_query(archive.all(), parameters, leaf);
  }));
  const Xapian::MSet found = enquire.get_mset(0, archive.all().get_doccount());
  ScoreOf scores;
  for (auto hit = found.begin(); hit != found.end(); ++hit)
    scores[std::string(archive.identity(archive.locate(*hit)))] = hit.get_weight();
  return scores;
}

ScoreOf scores_by_walk(const Archive& archive, const ScoredSet& found) {
  ScoreOf scores;
  for (std::uint32_t s = 0; s < found.size(); ++s) {
    for (std::size_t i = 0; i < found[s].docids.size(); ++i)
      scores[std::string(archive.identity({s, found[s].docids[i]}))] = found[s].score(i);
  }
  return scores;
}

/// Xapian 1.4 adds a phrase's score without looking at positions where it only checks an alternative.
bool has_optional_phrase(const PlannedQuery& query, bool optional = false) {
  using Kind = PlannedQuery::Kind;
  if (query.kind == Kind::Phrase) return optional;
  const bool makes_optional = query.kind == Kind::Or || query.kind == Kind::Max || query.kind == Kind::Maybe;
  return std::any_of(query.children.begin(), query.children.end(), [&](const PlannedQuery& child) {
    return has_optional_phrase(child, optional || makes_optional);
  });
}

void check_equal(const ScoreOf& actual, const ScoreOf& expected) {
  REQUIRE(actual.size() == expected.size());
  for (const auto& [identity, score] : expected) {
    CAPTURE(identity);
    REQUIRE(actual.contains(identity));
    CHECK(std::abs(actual.at(identity) - score) <= 1e-9 * (1 + score));
  }
}

/// Returns how many match.
std::uint64_t check_against_xapian(const Archive& archive, const std::string& text) {
  CAPTURE(text);
  const PlannedQuery query = plan(archive, parse_query(text, {}).query, "en").query;
  const MatchSet matches = find_matches(archive, query);
  CHECK(matches == test::found_by_xapian(archive, to_xapian(archive, query)));
  if (has_optional_phrase(query)) return size(matches);
  const RankingParameters parameters;
  const ScoreOf expected = scores_by_xapian(archive, query, parameters);
  check_equal(scores_by_walk(archive, find_scored(archive, query, parameters)), expected);
  check_equal(scores_by_walk(archive, find_scored_among(archive, query, parameters, matches)), expected);
  return size(matches);
}

}  // namespace

TEST_CASE(
    "the walk finds and scores what Xapian's matcher does, for any query and however segments are cut") {
  std::mt19937 random(1987);
  const auto articles = random_articles(random, 150);
  const auto end = [&](std::size_t i) { return articles.begin() + static_cast<std::ptrdiff_t>(i); };
  const SmallArchive small({{end(0), end(70)}, {end(70), end(71)}, {end(71), end(150)}});
  const Archive archive(small.path());
  REQUIRE(archive.segments().size() == 3);
  int found_some = 0;
  for (int round = 0; round < 250; ++round)
    found_some += check_against_xapian(archive, random_query(random, round % 4)) > 0;
  CHECK(found_some > 150);
}

TEST_CASE("so it does where nearly all articles are in one language and some words are rare") {
  std::mt19937 random(1990);
  auto articles = random_articles(random, 200);
  for (SmallArticle& article : articles) article.language = "en";
  articles[17].language = articles[111].language = "de";
  articles[150].language = "";
  articles[60].text += " lira";
  for (int i = 0; i < 300; ++i) articles[61].text += " lira oil";
  const SmallArchive small({articles});
  const Archive archive(small.path());
  for (const char* text : {"lira", "lira oil", "oil lira trades", "lira OR prices", "banks -lira"})
    CHECK(check_against_xapian(archive, text) > 0);
  for (int round = 0; round < 100; ++round) check_against_xapian(archive, random_query(random, round % 3));
}

TEST_CASE("asked for some articles only, the walk finds those of them that match") {
  std::mt19937 random(1988);
  const SmallArchive small({random_articles(random, 80)});
  const Archive archive(small.path());
  for (int round = 0; round < 100; ++round) {
    const std::string text = random_query(random, round % 3);
    CAPTURE(text);
    const PlannedQuery query = plan(archive, parse_query(text, {}).query, "en").query;
    MatchSet among(1);
    Docids expected;
    const MatchSet all = find_matches(archive, query);
    for (Xapian::docid docid = 1; docid <= 80; ++docid) {
      if (random() % 3 != 0) continue;
      among[0].push_back(docid);
      if (std::binary_search(all[0].begin(), all[0].end(), docid)) expected.push_back(docid);
    }
    CHECK(find_scored_among(archive, query, {}, among)[0].docids == expected);
  }
}

TEST_CASE("a query that cannot match finds nothing") {
  const std::vector<SmallArticle> articles = {{"oil", ""}};
  const SmallArchive small({articles});
  const Archive archive(small.path());
  const PlannedQuery oil = PlannedQuery::of_term("oil");
  const PlannedQuery nothing;
  using Kind = PlannedQuery::Kind;
  for (const PlannedQuery& query :
       {nothing, PlannedQuery::of_term("coal"), PlannedQuery::of(Kind::And, {oil, nothing}),
        PlannedQuery::of(Kind::Not, {oil, oil}), PlannedQuery::of(Kind::Or, {nothing, nothing})}) {
    CAPTURE(to_xapian(archive, query).get_description());
    CHECK(size(find_matches(archive, query)) == 0);
    CHECK(find_scored(archive, query, {})[0].docids.empty());
  }
  CHECK(size(find_matches(archive, PlannedQuery::of(Kind::Or, {nothing, oil}))) == 1);
  CHECK(size(find_matches(archive, PlannedQuery::of(Kind::Maybe, {oil, nothing}))) == 1);
}

TEST_CASE("a phrase adds to the score of articles that have it, not of those that have its words") {
  const std::vector<SmallArticle> articles = {
      {"yen oil trade", ""}, {"yen trade oil", ""}, {"yen gas wheat", ""}};
  const SmallArchive small({articles});
  const Archive archive(small.path());
  const auto scores = [&](const std::string& text) {
    return find_scored(archive, plan(archive, parse_query(text, {}).query, "en").query, {})[0].scores;
  };
  const auto plain = scores("+yen oil");
  const auto with_phrase = scores("+yen oil \"trade oil\"");
  REQUIRE(with_phrase.size() == 3);
  CHECK(with_phrase[0] == plain[0]);
  CHECK(with_phrase[1] > plain[1]);
  CHECK(with_phrase[2] == plain[2]);
}
