// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/stem_terms.h"

#include <doctest/doctest.h>

#include <string>

#include "common/hash.h"
#include "common/schema.h"
#include "common/stems.h"

using namespace broadsheet;

namespace {

void check_term(StemTerms& terms, const std::string& word, std::string_view language) {
  CAPTURE(word);
  const std::string expected = make_term(prefix::kStem, stem(word, language));
  const StemTerms::Term term = terms.of(word, hash64(word));
  REQUIRE(term.text == expected);
  REQUIRE(term.hash == hash64(expected));
  REQUIRE(term.is_word == (stem(word, language) == word && expected == std::string(prefix::kStem) + word));
}

}  // namespace

TEST_CASE("a word's stem term is that of the stemmer, first and again") {
  for (const std::string_view language : {"en", "de", "fr", "ru", "", "xx"}) {
    CAPTURE(language);
    StemTerms terms(language);
    for (int round = 0; round < 2; ++round) {
      for (const char* word : {"elections", "elected", "a", "u.s", "wahlen", "journaux", "выборы",
                               "\u4e2d\u56fd", "electionselectionselections"})
        check_term(terms, word, language);
      check_term(terms, std::string(250, 'a') + "s", language);
    }
  }
}

TEST_CASE("more words than are remembered change no stem term") {
  StemTerms terms("en");
  for (int i = 0; i < 200'000; ++i) {
    const std::string word = "w" + std::to_string(i) + "s";
    terms.of(word, hash64(word));
  }
  for (int i = 0; i < 200'000; i += 997) check_term(terms, "w" + std::to_string(i) + "s", "en");
}
