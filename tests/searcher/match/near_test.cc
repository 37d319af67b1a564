// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "common/error.h"
#include "common/stems.h"
#include "common/words.h"
#include "searcher/match/near_matches.h"
#include "searcher/match/planner.h"
#include "searcher/match/walk.h"
#include "searcher/query/parser.h"
#include "tests/searcher/match/found_by_xapian.h"
#include "tests/searcher/small_archive.h"

using namespace broadsheet;
using test::found_by_xapian;
using test::SmallArchive;
using test::SmallArticle;

namespace {

MatchSet matches_of(const Archive& archive, const std::string& query) {
  return find_matches(archive, plan(archive, parse_query(query, {}).query, "en").query);
}

/// The last figures of the articles' identities, ascending.
std::string found(const Archive& archive, const std::string& query) {
  std::string numbers;
  for_each(matches_of(archive, query), [&](Location at) { numbers += archive.identity(at).back(); });
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

struct PlacedWord {
  std::string folded;
  Xapian::termpos at = 0;
};

/// What a reader of the stored text would say: paragraphs are ten words apart.
std::vector<PlacedWord> placed_words(const SmallArticle& article) {
  std::vector<PlacedWord> words;
  Xapian::termpos at = 1000;
  std::istringstream lines(article.text);
  for (std::string line; std::getline(lines, line); at += 10) {
    for (const Word& word : split_words(line)) words.push_back({word.folded, at++});
  }
  return words;
}

/// Every stretch of a query in an article, by trying all of them.
class Oracle {
 public:
  explicit Oracle(const SmallArticle& article) : words_(placed_words(article)), language_(article.language) {}

  std::vector<Stretch> stretches(const Query& query) const {
    if (query.kind == Query::Kind::Phrase) return phrase(query);
    if (query.kind == Query::Kind::Or) return any(query);
    if (query.kind == Query::Kind::Near || query.kind == Query::Kind::Adj) return near(query);
    std::vector<Stretch> all;
    for (const PlacedWord& word : words_) {
      if (is(query, word.folded)) all.push_back({word.at, word.at});
    }
    return all;
  }

 private:
  bool is(const Query& leaf, const std::string& word) const {
    if (leaf.kind == Query::Kind::Prefix) return word.starts_with(leaf.text);
    if (leaf.kind == Query::Kind::Word) return stem(word, language_) == stem(leaf.text, language_);
    return word == leaf.text;
  }

  std::vector<Stretch> any(const Query& query) const {
    std::vector<Stretch> all;
    for (const Query& child : query.children) {
      for (const Stretch& stretch : stretches(child)) all.push_back(stretch);
    }
    return all;
  }

  std::vector<Stretch> phrase(const Query& query) const {
    std::vector<Stretch> all;
    for (std::size_t i = 0; i + query.children.size() <= words_.size(); ++i) {
      bool same = true;
      for (std::size_t w = 0; w < query.children.size(); ++w) {
        same = same && is(query.children[w], words_[i + w].folded) && words_[i + w].at == words_[i].at + w;
      }
      if (same) all.push_back({words_[i].at, words_[i + query.children.size() - 1].at});
    }
    return all;
  }

  std::vector<Stretch> near(const Query& query) const {
    std::vector<Stretch> all;
    const auto follows = [&](const Stretch& a, const Stretch& b) {
      return b.first > a.last && b.first - a.last <= query.distance;
    };
    for (const Stretch& a : stretches(query.children[0])) {
      for (const Stretch& b : stretches(query.children[1])) {
        const bool behind = query.kind == Query::Kind::Near && follows(b, a);
        if (follows(a, b) || behind) all.push_back({std::min(a.first, b.first), std::max(a.last, b.last)});
      }
    }
    return all;
  }

  std::vector<PlacedWord> words_;
  std::string language_;
};

constexpr const char* vocabulary[] = {"oil",    "oils", "price", "prices", "pricing", "wahl",
                                      "wahlen", "rise", "gas",   "a",      "the"};

std::string random_article(std::mt19937& random) {
  std::string text;
  for (std::size_t length = 1 + random() % 25; length > 0; --length) {
    text += vocabulary[random() % std::size(vocabulary)];
    text += random() % 12 == 0 ? '\n' : ' ';
  }
  return text;
}

std::string random_operand(std::mt19937& random, int depth) {
  const auto word = [&] { return std::string(vocabulary[random() % std::size(vocabulary)]); };
  switch (random() % (depth > 0 ? 7 : 5)) {
    case 0:
      return '"' + word() + ' ' + word() + '"';
    case 1:
      return '=' + word();
    case 2:
      return "(" + word() + " OR \"" + word() + ' ' + word() + "\")";
    case 3:
      return "pri*";
    case 4:
      return word();
    default: {
      const char* op = random() % 2 == 0 ? " NEAR/" : " ADJ/";
      return '(' + random_operand(random, depth - 1) + op + std::to_string(1 + random() % 12) + ' ' +
             random_operand(random, depth - 1) + ')';
    }
  }
}

}  // namespace

TEST_CASE("NEAR and ADJ find words, phrases and alternatives at most so many words apart") {
  const SmallArchive small({{{"Oil is dear; prices rise.", ""},                     // 1
                             {"The price of crude oil fell.", ""},                  // 2
                             {"Oil.\nPrices.", ""}},                                // 3
                            {{"An oil price shock.", ""},                           // 4
                             {"Gas and its cost of living effects, oil too.", ""},  // 5
                             {"Oil Oil. The wahl, die Wahlen: oil.", "", "de"}}});  // 6
  const Archive archive(small.path());
  const struct {
    std::string query;
    std::string articles;
  } cases[] = {
      {"oil NEAR/1 price", "4"},
      {"oil NEAR/2 price", "4"},
      {"oil NEAR/3 price", "124"},
      {"price NEAR/3 oil", "124"},
      {"oil NEAR price", "124"},      // 10 words
      {"oil NEAR/11 price", "1234"},  // the end of a paragraph counts as ten
      {"oil ADJ price", "4"},
      {"oil ADJ/3 price", "14"},
      {"price ADJ/2 oil", ""},
      {"price ADJ/3 oil", "2"},
      {"=oil ADJ/3 =price", "4"},
      {"\"crude oil\" NEAR/3 price", "2"},
      {"price NEAR/2 \"crude oil\"", "2"},
      {"price NEAR/1 \"crude oil\"", ""},
      {"\"cost of living\" ADJ/2 oil", "5"},
      {"(gas OR \"cost of living\") NEAR/2 oil", "5"},
      {"oil NEAR/1 oil", "6"},
      {"oil NEAR/2 \"oil price\"", ""},
      {"(wahl NEAR/2 wahl) NEAR/2 oil", "6"},
      {"oil ADJ/2 wahl ADJ/2 wahl ADJ/1 oil", "6"},
      {"pric* NEAR/1 (rise OR shock)", "14"},
      {"pirce~ NEAR/1 oil", "4"},
      {"title:number NEAR/1 title:4", "4"},
      {"title:number NEAR/50 oil", ""},
      {"title:number NEAR/110 oil", "123456"},
      {"oil -(oil NEAR/4 price)", "356"},
      {"rise OR oil NEAR/1 price", "14"},
      {"oil NEAR/3 nowhere", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    CHECK(found(archive, c.query) == c.articles);
  }
}

TEST_CASE("a phrase in the title is one whose words stand together there, wherever else they stand") {
  const auto titled = [](std::string title, std::string text) {
    SmallArticle article{std::move(text), ""};
    article.title = std::move(title);
    return article;
  };
  const SmallArchive small({{titled("Oil prices fall as oil rises", "Prices rise. Oil rises prices."),   // 1
                             titled("Prices of oil", "Oil prices fall as ever.")},                       // 2
                            {titled("Nothing of note", "Oil prices fall; oil rises. Oil prices fall."),  // 3
                             titled("Die Wahl", "Die Wahlen, die Oil prices."),                          // 4
                             titled("Oil oil prices", "Prices. Oil.")}});                                // 5
  const Archive archive(small.path());
  const struct {
    std::string query;
    std::string articles;
  } cases[] = {
      {"title:\"oil prices\"", "15"},
      {"title:\"prices fall as oil\"", "1"},
      {"title:\"oil rises\"", "1"},
      {"title:\"rises prices\"", ""},
      {"title:\"prices of oil\"", "2"},
      {"title:\"oil oil\"", "5"},
      {"title:\"oil pric*\"", "15"},
      {"title:\"fall oil\"", ""},
      {"title:\"oil prices\" fall", "1"},
      {"title:prices ADJ title:fall", "1"},
      {"title:oil NEAR/2 title:prices", "125"},
      {"title:oil NEAR/1 title:rises", "1"},
      {"title:wahl NEAR/2 title:die", "4"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    CHECK(found(archive, c.query) == c.articles);
  }
}

TEST_CASE("what is near what agrees with a reading of the stored text, however the archive is cut") {
  std::mt19937 random(1987);
  std::vector<std::vector<SmallArticle>> segments(3);
  std::vector<SmallArticle> articles;
  for (int i = 0; i < 90; ++i) {
    articles.push_back({random_article(random), "", i % 3 == 0 ? "de" : (i % 7 == 0 ? "" : "en")});
    segments[static_cast<std::size_t>(i) / 30].push_back(articles.back());
  }
  const SmallArchive small(segments);
  const Archive archive(small.path());
  std::size_t total = 0;
  for (int round = 0; round < 200; ++round) {
    const std::string text = random_operand(random, 1) + " NEAR/" + std::to_string(1 + random() % 5) + ' ' +
                             random_operand(random, 2);
    CAPTURE(text);
    const Query query = parse_query(text, {}).query;
    std::vector<std::string> expected;
    for (std::size_t i = 0; i < articles.size(); ++i) {
      if (!Oracle(articles[i]).stretches(query).empty())
        expected.push_back("urn:small:" + std::to_string(i + 1));
    }
    std::vector<std::string> actual;
    for_each(matches_of(archive, text), [&](Location at) { actual.emplace_back(archive.identity(at)); });
    std::sort(expected.begin(), expected.end());
    std::sort(actual.begin(), actual.end());
    REQUIRE(actual == expected);
    total += actual.size();
  }
  CHECK(total > 500);
}

TEST_CASE("where Xapian has an operator of its own, it finds the same") {
  std::mt19937 random(2003);
  std::vector<SmallArticle> articles;
  for (int i = 0; i < 60; ++i) articles.push_back({random_article(random), ""});
  const SmallArchive small({articles});
  const Archive archive(small.path());
  for (const char* first : vocabulary) {
    for (const char* second : vocabulary) {
      if (std::string(first) == second) continue;
      for (Xapian::termcount distance : {1U, 2U, 5U}) {
        const std::string words[] = {first, second};
        const Xapian::Query near(Xapian::Query::OP_NEAR, std::begin(words), std::end(words), distance + 1);
        const std::string n = std::to_string(distance);
        CAPTURE(std::string(first) + " " + second + " " + n);
        CHECK(matches_of(archive, std::string("=") + first + " NEAR/" + n + " =" + second) ==
              found_by_xapian(archive, near));
        const Xapian::Query behind(Xapian::Query::OP_PHRASE, std::begin(words), std::end(words),
                                   distance + 1);
        CHECK(matches_of(archive, std::string("=") + first + " ADJ/" + n + " =" + second) ==
              found_by_xapian(archive, behind));
      }
    }
  }
}

TEST_CASE("a word that stands for more than 1,000 words cannot be near others") {
  std::string text;
  for (int i = 0; i < 1'100; ++i) text += "ab" + std::to_string(i) + ' ';
  const SmallArchive small({{{text + "oil", ""}}});
  const Archive archive(small.path());
  CHECK(found(archive, "ab* oil") == "1");
  CHECK_THROWS_WITH_AS(found(archive, "ab* NEAR/2 oil"), doctest::Contains("more than 1,000 words"),
                       InputError);
  CHECK(found(archive, "ab109* NEAR/2 oil") == "1");
}
