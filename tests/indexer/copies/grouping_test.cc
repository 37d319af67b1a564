// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/copies/grouping.h"

#include <doctest/doctest.h>

#include <random>

#include "tests/indexer/copies/texts.h"

using namespace broadsheet;
using test::candidate_of;
using test::story_text;

namespace {

std::vector<std::uint32_t> group(const std::vector<CopyCandidate>& articles) {
  std::vector<const CopyCandidate*> in_order;
  for (const CopyCandidate& article : articles) in_order.push_back(&article);
  return group_copies(in_order);
}

/// The law by itself: each follows the first leader before it that it is a copy of.
std::vector<std::uint32_t> group_by_hand(const std::vector<CopyCandidate>& articles) {
  std::vector<std::uint32_t> leaders;
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    std::uint32_t leader = 0;
    while (leader < i && !(leaders[leader] == leader && are_copies(articles[i], articles[leader]))) ++leader;
    leaders.push_back(leader);
  }
  return leaders;
}

/// Stories with copies of several kinds, mixed.
std::vector<CopyCandidate> mixed_articles(unsigned seed) {
  std::mt19937 random(seed);
  std::vector<CopyCandidate> articles;
  for (unsigned i = 0; i < 150; ++i) {
    const std::string text = story_text(static_cast<unsigned>(random() % 50), 150 + i % 3 * 40);
    const std::string headline = story_text(1000 + i, random() % 9) + " ";
    articles.push_back(candidate_of(i % 4 == 0 ? text : headline + text, static_cast<int>(random() % 100)));
  }
  return articles;
}

}  // namespace

TEST_CASE("nearly every copy is found, and every one that is found is a copy of the one that leads") {
  std::size_t found = 0;
  std::size_t by_hand = 0;
  for (unsigned seed = 0; seed < 5; ++seed) {
    const auto articles = mixed_articles(seed);
    const auto leaders = group(articles);
    const auto expected = group_by_hand(articles);
    for (std::uint32_t i = 0; i < leaders.size(); ++i) {
      by_hand += expected[i] != i;
      if (leaders[i] == i) continue;
      ++found;
      CHECK(leaders[i] < i);
      CHECK(leaders[leaders[i]] == leaders[i]);
      CHECK(are_copies(articles[i], articles[leaders[i]]));
    }
  }
  CHECK(by_hand > 300);
  CHECK(found * 100 >= by_hand * 98);
}

TEST_CASE("articles without words, or none at all, are no copies") {
  CHECK(group({}).empty());
  CHECK(group({candidate_of(""), candidate_of(""), candidate_of("Late results")}) ==
        std::vector<std::uint32_t>{0, 1, 2});
}

TEST_CASE("a form of words with other figures makes no story, however often it occurs") {
  std::vector<CopyCandidate> articles;
  for (int i = 0; i < 500; ++i) {
    std::string text = story_text(1, 70);
    for (int n = 0; n < 6; ++n) text += " closing price " + std::to_string(1000 + i * 7 + n) + " crowns";
    articles.push_back(candidate_of(text, i));
  }
  const auto leaders = group(articles);
  for (std::uint32_t i = 0; i < leaders.size(); ++i) CHECK(leaders[i] == i);
}

TEST_CASE("a thousand equal articles are one story, and a copy of them among them") {
  std::vector<CopyCandidate> articles(1000, candidate_of(story_text(1)));
  articles.push_back(candidate_of("Another headline " + story_text(1)));
  const auto leaders = group(articles);
  CHECK(leaders == std::vector<std::uint32_t>(1001, 0));
}
