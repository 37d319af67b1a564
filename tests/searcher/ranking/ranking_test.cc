// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/ranking.h"

#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <random>

#include "searcher/match/planner.h"
#include "searcher/query/parser.h"
#include "searcher/ranking/feedback.h"
#include "searcher/ranking/proximity.h"
#include "tests/searcher/small_archive.h"

using namespace broadsheet;
using test::SmallArchive;
using test::SmallArticle;

namespace {

Scoring scoring_of(const Archive& archive, const std::string& text, bool feedback = false) {
  const Query query = parse_query(text, {}).query;
  return {plan(archive, query, "en").query, words_in_order(query), feedback};
}

std::vector<RankedArticle> ranked(const Archive& archive, const Scoring& scoring, std::uint64_t offset,
                                  std::uint64_t limit) {
  return rank(archive, scoring, find_matches(archive, scoring.query), SortOrder::Relevance, offset, limit);
}

std::string numbers(const Archive& archive, const std::vector<RankedArticle>& articles) {
  std::string text;
  for (const RankedArticle& article : articles)
    text += std::string(archive.identity(article.location)).substr(10) + ' ';
  return text;
}

std::vector<SmallArticle> random_articles(std::size_t number) {
  constexpr const char* words[] = {"oil", "oils", "price", "prices", "rise",   "gas",  "a",
                                   "the", "of",   "wheat", "yen",    "dollar", "bank", "trade"};
  std::mt19937 random(1963);
  std::vector<SmallArticle> articles;
  for (std::size_t i = 0; i < number; ++i) {
    std::string text;
    for (std::size_t length = 3 + random() % 30; length > 0; --length)
      text += std::string(words[random() % std::size(words)]) + ' ';
    articles.push_back({text, "", i % 4 == 0 ? "de" : "en"});
  }
  return articles;
}

std::vector<std::vector<SmallArticle>> cut(const std::vector<SmallArticle>& articles, std::size_t segments) {
  std::vector<std::vector<SmallArticle>> lists(segments);
  for (std::size_t i = 0; i < articles.size(); ++i)
    lists[i * segments / articles.size()].push_back(articles[i]);
  return lists;
}

constexpr const char* queries[] = {"oil price",
                                   "oil OR price OR rise",
                                   "oil -gas",
                                   "(oil price) OR wheat",
                                   "\"oil price\" OR yen the dollar",
                                   "+oil price rise",
                                   "pri* (oil NEAR/3 gas OR bank)",
                                   "prise~ trade"};

}  // namespace

TEST_CASE("with recency an article scores half of what one scores that is a half-life newer") {
  const std::string text = "The oil price rose and the oil price fell.";
  const SmallArchive small({{{text, "2019-03-02"}, {text, "2019-01-31"}, {"Gas.", "1989-01-01"}},
                            {{text, ""}, {text, "2019-04-01"}, {text, "1989-01-01"}}});
  const Archive archive(small.path());
  for (const bool feedback : {false, true}) {
    Scoring scoring = scoring_of(archive, "oil price", feedback);
    const double whole = ranked(archive, scoring, 0, 1).front().score;
    scoring.recency = 30;
    const auto articles = ranked(archive, scoring, 0, 10);
    REQUIRE(articles.size() == 5);
    CHECK(numbers(archive, articles) == "5 1 2 6 4 ");
    CHECK(articles[0].score == doctest::Approx(whole));
    CHECK(articles[1].score == doctest::Approx(whole / 2));
    CHECK(articles[2].score == doctest::Approx(whole / 4));
    CHECK(articles[3].score < whole / 1e9);
    CHECK(articles[4].score == articles[3].score);  // undated: as old as the oldest
  }
}

TEST_CASE("of articles with the same words, those come first where they stand as in the query") {
  const std::vector<SmallArticle> articles = {
      {"The price that we all pay for the many things made of oil.", ""},
      {"The oil price that we all pay for the many things made.", ""},
      {"The price oil that we all pay for the many things made.", ""},
      {"Nothing of the kind here for us all today, many things.", ""}};
  const SmallArchive small({articles});
  const Archive archive(small.path());
  CHECK(numbers(archive, ranked(archive, scoring_of(archive, "oil price"), 0, 10)) == "2 3 1 ");
  CHECK(numbers(archive, ranked(archive, scoring_of(archive, "price oil"), 0, 10)) == "3 2 1 ");
  const auto one_word = ranked(archive, scoring_of(archive, "oil"), 0, 10);
  for (const RankedArticle& article : one_word) CHECK(article.nearness == 0);
}

TEST_CASE("the words whose nearness counts are those that are looked for") {
  const struct {
    std::string query;
    std::string words;
  } cases[] = {{"oil price", "oil price"},
               {"oil OR =price", "oil =price"},
               {"oil (gas OR coal) -war", "oil gas coal"},
               {"\"oil price\" rise", "rise"},
               {"title:oil price", "price"},
               {"person:Putin elect* war", "war"},
               {"oil NEAR/3 gas war", "war"},
               {"", ""}};
  for (const auto& c : cases) {
    CAPTURE(c.query);
    std::string words;
    for (const Query& word : words_in_order(parse_query(c.query, {}).query))
      words += (words.empty() ? "" : " ") + to_string(word);
    CHECK(words == c.words);
  }
}

TEST_CASE("the order depends neither on segments nor on the page, with nearness and with feedback") {
  const auto articles = random_articles(60);
  std::map<std::string, std::string> whole;
  for (std::size_t segments : {1, 3}) {
    const SmallArchive small(cut(articles, segments));
    const Archive archive(small.path());
    REQUIRE(archive.segments().size() == segments);
    for (const char* query : queries) {
      for (bool feedback : {false, true}) {
        CAPTURE(query);
        const Scoring scoring = scoring_of(archive, query, feedback);
        const auto all = ranked(archive, scoring, 0, 100);
        const std::string order = numbers(archive, all);
        const auto [found, is_new] = whole.try_emplace(query + std::to_string(feedback), order);
        CHECK(found->second == order);
        for (std::size_t i = 0; i < all.size(); i += 3) {
          const auto page = ranked(archive, scoring, i, 3);
          REQUIRE(page.size() == std::min<std::size_t>(3, all.size() - i));
          CHECK(page.front().location == all[i].location);
          CHECK(page.front().score == all[i].score);
        }
      }
    }
  }
}

TEST_CASE("articles beyond the depth of nearness stay behind, in order") {
  const auto articles = random_articles(60);
  const SmallArchive small({articles});
  const Archive archive(small.path());
  Scoring scoring = scoring_of(archive, "oil OR price OR rise");
  scoring.parameters.depth = 10;
  const auto all = ranked(archive, scoring, 0, 100);
  REQUIRE(all.size() > 20);
  for (std::size_t i = 1; i < all.size(); ++i) CHECK(all[i].score <= all[i - 1].score);
  for (std::size_t i = 10; i < all.size(); ++i) CHECK(all[i].nearness == 0);
  CHECK(ranked(archive, scoring, 25, 1).front().location == all[25].location);
}

TEST_CASE("the parts of a score add up to it") {
  const auto articles = random_articles(60);
  const SmallArchive small(cut(articles, 2));
  const Archive archive(small.path());
  for (const char* text : queries) {
    CAPTURE(text);
    const Query query = parse_query(text, {}).query;
    const Scoring scoring = scoring_of(archive, text);
    const auto hits = ranked(archive, scoring, 0, 100);
    REQUIRE(!hits.empty());
    std::vector<double> sums(hits.size());
    for (std::size_t i = 0; i < hits.size(); ++i) sums[i] = hits[i].nearness;
    for (const ScoredPart& part : scored_parts(archive, query, "en")) {
      const auto scores = scores_of(archive, part.query, scoring.parameters, hits);
      for (std::size_t i = 0; i < hits.size(); ++i) sums[i] += scores[i];
    }
    for (std::size_t i = 0; i < hits.size(); ++i)
      CHECK(std::abs(sums[i] - hits[i].score) < 1e-6 * (1 + hits[i].score));
  }
}

TEST_CASE("feedback looks for the telling words of the first articles, and finds no further articles") {
  const std::vector<SmallArticle> articles = {{"Wheat harvest drought Kansas farmers.", ""},
                                              {"Wheat harvest record Kansas elevators.", ""},
                                              {"Wheat is a word.", ""},
                                              {"Wheat in Kansas.", ""},
                                              {"Kansas harvest without the grain.", ""}};
  const SmallArchive small({articles});
  const Archive archive(small.path());
  Scoring scoring = scoring_of(archive, "wheat harvest OR wheat", true);
  const auto hits = ranked(archive, scoring, 0, 10);
  CHECK(hits.size() == 4);
  CHECK(numbers(archive, hits).substr(4) == "4 3 ");  // Kansas is in the first articles
  const auto terms = feedback_terms(archive, hits, scoring.parameters);
  REQUIRE(!terms.empty());
  double sum = 0;
  for (const FeedbackTerm& term : terms) {
    CHECK(term.stem.term.starts_with("Z"));
    CHECK(term.weight <= terms.front().weight);
    sum += term.weight;
  }
  CHECK(std::abs(sum - 1) < 1e-9);
  CHECK(feedback_terms(archive, {}, scoring.parameters).empty());
}
