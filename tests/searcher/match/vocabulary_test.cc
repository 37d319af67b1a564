// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archive/vocabulary.h"

#include <doctest/doctest.h>

#include <random>

#include "common/stems.h"
#include "searcher/match/match_set.h"
#include "searcher/match/planner.h"
#include "searcher/match/walk.h"
#include "searcher/query/edits.h"
#include "searcher/query/parser.h"
#include "tests/searcher/small_archive.h"

using namespace broadsheet;
using test::SmallArchive;

namespace {

using Words = std::vector<std::string>;

std::uint64_t count(const Archive& archive, const std::string& query) {
  return size(find_matches(archive, plan(archive, parse_query(query, {}).query, "en").query));
}

/// Words of two or three syllables, all different.
std::string many_words(std::size_t number) {
  constexpr const char* syllables[] = {"ba", "ke", "lo", "mi", "nu", "pra", "sti", "ter", "von", "zel"};
  std::mt19937 random(5);
  std::string text;
  for (std::size_t i = 0; i < number; ++i) {
    for (std::size_t length = 2 + random() % 4; length > 0; --length) text += syllables[random() % 10];
    text += ' ';
  }
  return text;
}

}  // namespace

TEST_CASE("the words of a stem are those that the language's stemmer says, whatever they begin with") {
  const struct {
    std::string language;
    std::string text;
    std::string word;
    std::size_t words;  // that have its stem
  } cases[] = {
      {"en", "die dies died dying dye election elections elected elect", "dies", 4},
      {"en", "sky skies ski news new", "skies", 2},
      {"en", "happy happily happiness happier hap", "happy", 2},
      {"de", "Haus H\u00e4user Hauses Haustier", "haus", 2},
      {"fr", "cheval chevaux national nationaux nation", "nationaux", 2},
      {"es", "tendencia tendencias tendente", "tendencia", 2},
      {"ru",
       "\u0432\u044b\u0431\u043e\u0440\u044b \u0432\u044b\u0431\u043e\u0440\u043e\u0432 "
       "\u0432\u043e\u0439\u043d\u0430",
       "\u0432\u044b\u0431\u043e\u0440\u043e\u0432", 2},
      {"id", "makan memakan makanan dimakan minum", "makan", 3},
      {"fi", "alay allay accession accesio", "allay", 2},
      {"tr", "bunu p pu", "bunu", 2},
      {"", "Wahl Wahlen", "wahl", 1},
  };
  for (const auto& c : cases) {
    CAPTURE(c.word);
    const SmallArchive small({{{c.text, "", c.language}}});
    const Archive archive(small.path());
    Effort effort;
    Words expected;
    for (const std::string& word : words_beginning(archive, "", "", 100, effort)) {
      if (stem(word, c.language) == stem(c.word, c.language)) expected.push_back(word);
    }
    CHECK(words_of_stem(archive, "", c.word, c.language, 100, effort) == expected);
    CHECK(expected.size() >= c.words);
    const auto title = words_of_stem(archive, "S", "numbers", c.language, 100, effort);
    CHECK(title.size() == (stem("numbers", c.language) == stem("number", c.language) ? 1 : 0));
  }
}

TEST_CASE("a fuzzy word finds every spelling so near, and nothing else") {
  const SmallArchive small(
      {{{"Gaddafi spoke.", ""}, {"Qaddafi spoke.", ""}}, {{"Gadafi, Kadhafi.", ""}, {"Garibaldi.", ""}}});
  const Archive archive(small.path());
  const struct {
    std::string query;
    std::uint64_t matches;
  } cases[] = {{"gadafi", 1},        {"gadafi~", 2},           {"gadafi~2", 3},
               {"Gad\u00e1fi~2", 3}, {"gadafi~2 -kadhafi", 2}, {"garibaldo~", 1},
               {"title:nubmer~", 4}, {"spkoe~ qaddafi~", 2},   {"xyzzy~2", 0}};
  for (const auto& c : cases) {
    CAPTURE(c.query);
    CHECK(count(archive, c.query) == c.matches);
  }
}

TEST_CASE("near spellings agree with a look at every word, and few words are looked at") {
  const SmallArchive small(
      {{{many_words(1'500), ""}, {many_words(20) + "\u017c\u00f3\u0142w \u6771\u4eac", ""}}});
  const Archive archive(small.path());
  Effort unbounded;
  const Words all = words_beginning(archive, "", "", 100'000, unbounded);
  REQUIRE(all.size() > 1'000);
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    std::string word = all[random() % all.size()];
    if (round % 3 == 0) word.insert(random() % (word.size() + 1), "x");
    if (round % 3 == 1 && word[0] < 0x7F) std::swap(word[0], word[1]);
    const unsigned most = 1 + round % 2;
    CAPTURE(word);
    Edits edits(word, most);
    Words expected;
    for (const std::string& other : all) {
      if (edits_between(edits, other) <= most) expected.push_back(other);
    }
    Words actual;
    Effort effort;
    for (const NearWord& near : words_spelt_like(archive, "", word, most, 1'000, effort)) {
      actual.push_back(near.word);
      CHECK(edits_between(edits, near.word) == near.edits);
    }
    CHECK(actual == expected);
    if (most == 1) CHECK(effort.spent() < all.size() / 2 * Effort::kTermRead);
  }
}

TEST_CASE("the words that begin so are those of all segments, each once, however long their lists are") {
  std::vector<std::vector<test::SmallArticle>> segments(3);
  std::mt19937 random(11);
  for (std::size_t i = 0; i < 2'400; ++i) {
    const std::string own = "own" + std::to_string(i % 700) + (i % 5 == 0 ? " prawn" : "");
    segments[i < 2'000 ? 0 : 1 + random() % 2].push_back({"the owner pray " + own, ""});
  }
  const SmallArchive small(segments);
  const Archive archive(small.path());
  REQUIRE(archive.segments().size() == 3);
  for (const std::string beginning : {"", "p", "pra", "own", "own6", "the", "thee", "\u6771", "zz"}) {
    for (const std::string field : {"", "S"}) {
      CAPTURE(beginning);
      CAPTURE(field);
      Words expected;
      const std::string begin = field + beginning;
      const auto end = archive.all().allterms_end(begin);
      for (auto term = archive.all().allterms_begin(begin); term != end; ++term) {
        const std::string word = (*term).substr(field.size());
        if (word[0] < 'A' || word[0] > 'Z') expected.push_back(word);
      }
      Effort effort;
      CHECK(words_beginning(archive, field, beginning, 100'000, effort) == expected);
    }
  }
}
