// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tagger/features.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "indexer/entities/words/name_lexicon.h"

namespace broadsheet {
namespace {

/// A text with the tagger's view of it.
struct Read {
  explicit Read(std::string given) : text(std::move(given)), tokens(name_tokens({{TextPlace::Body, text}})) {
    context = name_context(tokens);
  }

  std::size_t find(const std::string& word, std::size_t nth = 0) const {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].text == word && nth-- == 0) return i;
    }
    FAIL("no token " << word);
    return 0;
  }

  std::uint32_t evidence(const std::string& word) const { return context.evidence[find(word)]; }

  std::set<std::uint64_t> features(const std::string& word, std::size_t nth = 0) const {
    const std::size_t token = find(word, nth);
    FeatureMaker maker(tokens, context);
    for (const TokenRange chain : chains_of(tokens)) {
      if (token < chain.first || token >= chain.last) continue;
      maker.enter(chain);
      FeatureHashes made;
      maker.make(token, made);
      return {made.begin(), made.end()};
    }
    FAIL("outside of all chains: " << word);
    return {};
  }

  std::vector<std::string> chains() const {
    std::vector<std::string> all;
    for (const TokenRange chain : chains_of(tokens)) {
      const std::size_t begin = tokens[chain.first].begin;
      all.push_back(text.substr(begin, tokens[chain.last - 1].end - begin));
    }
    return all;
  }

  std::string text;
  std::vector<NameToken> tokens;
  NameContext context;
};

std::size_t shared(const std::set<std::uint64_t>& a, const std::set<std::uint64_t>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](std::uint64_t feature) { return b.contains(feature); }));
}

TEST_CASE("chains are words with capitals and the little that stands between two of them") {
  struct Case {
    std::string text;
    std::vector<std::string> chains;
  };
  const std::vector<Case> cases = {
      {"The mayor met Ana Lind in the town.", {"Ana Lind"}},
      {"A dinner with Jan van der Meer ended.", {"Jan van der Meer"}},
      {"He left Oslo, Norway, for good.", {"Oslo, Norway"}},
      {"It was Lind. Berg agreed.", {"Lind", "Berg"}},
      {"Nothing here is a name.", {}},
      {"But Lind said so.", {"But Lind"}},
      {"", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(Read(c.text).chains() == c.chains);
  }
}

TEST_CASE("what an article has elsewhere tells about a word") {
  struct Case {
    std::string text;
    std::string word;
    std::uint32_t has;
    std::uint32_t lacks;
  };
  const std::vector<Case> cases = {
      {"Rose was late. They rose early.", "Rose", SeenLower, SeenInSentence},
      {"Rose was late. They saw Rose.", "Rose", SeenInSentence, SeenLower},
      {"Okpara left. He knew Michael Okpara well.", "Okpara", SeenAfterGiven | SeenAfterName, SeenAfterTitle},
      {"Okpara left. He knew Mr Okpara well.", "Okpara", SeenAfterTitle, SeenAfterGiven},
      {"Marlowe rose. He sold Marlowe Corp quickly.", "Marlowe", SeenBeforeBody, SeenBeforeSaying},
      {"They waited and Okpara said nothing.", "Okpara", SeenBeforeSaying, SeenBeforeName},
      {"They waited in Zavidovo.", "Zavidovo", SeenAfterPlacing, SeenAfterName},
      {"It was J. Okpara.", "Okpara", SeenAfterInitial, SeenAfterGiven},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const std::uint32_t evidence = Read(c.text).evidence(c.word);
    CHECK((evidence & c.has) == c.has);
    CHECK((evidence & c.lacks) == 0);
  }
}

TEST_CASE("a heading with a capital on every word is no evidence of names") {
  const Read heading("Judge Blocks Logging Near Tribal Forest");
  CHECK(heading.context.in_heading[heading.find("Logging")]);
  CHECK(heading.evidence("Logging") == 0);
  const Read sentence("The judge has blocked all Logging near there.");
  CHECK_FALSE(sentence.context.in_heading[sentence.find("Logging")]);
  CHECK((sentence.evidence("Logging") & SeenInSentence) != 0);
}

TEST_CASE("equal surroundings give equal features, others do not") {
  const auto here = Read("Yesterday Okpara said that.").features("Okpara");
  CHECK(here == Read("Yesterday Okpara said that.").features("Okpara"));
  const auto other_word = Read("Yesterday Zbignov said that.").features("Zbignov");
  const auto other_place = Read("We went to Okpara by train.").features("Okpara");
  CHECK(here != other_word);
  CHECK(here != other_place);
  CHECK(shared(here, other_word) > 0);
  CHECK(shared(here, other_place) > 0);
}

TEST_CASE("what stands beyond the end of a sentence is not looked at") {
  const auto alone = Read("It was Okpara.").features("Okpara");
  CHECK(alone == Read("It was Okpara. Nothing else was said.").features("Okpara"));
  CHECK(alone != Read("It was Okpara nothing else was said.").features("Okpara"));
}

TEST_CASE("no token has more features than a model can add up") {
  std::string text = "Xx";
  for (int i = 0; i < 300; ++i) text += " Mcxx-Yy'z J. of Prince";
  const Read read(text);
  FeatureMaker maker(read.tokens, read.context);
  FeatureHashes features;
  for (const TokenRange chain : chains_of(read.tokens)) {
    maker.enter(chain);
    for (std::size_t i = chain.first; i < chain.last; ++i) {
      maker.make(i, features);
      CHECK(features.size() <= 256);
    }
  }
}

}  // namespace
}  // namespace broadsheet
