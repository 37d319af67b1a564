// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "common/error.h"
#include "indexer/entities/tagger_training/conll.h"
#include "indexer/entities/tagger_training/examples.h"
#include "indexer/entities/tagger_training/inline_annotations.h"

namespace broadsheet {
namespace {

/// "PER Ana Lind|LOC Oslo"
std::string names_of(const AnnotatedLine& line) {
  static constexpr const char* types[] = {"PER", "LOC", "ORG"};
  std::string all;
  for (const AnnotatedName& name : line.names) {
    if (!all.empty()) all += '|';
    all += std::string(types[static_cast<std::size_t>(name.type)]) + ' ' +
           line.text.substr(name.begin, name.end - name.begin);
  }
  return all;
}

TEST_CASE("names marked in a text are read where they stand") {
  struct Case {
    std::string marked;
    std::string text;
    std::string names;
  };
  const std::vector<Case> cases = {
      {"No names here.", "No names here.", ""},
      {"[PER Ana Lind] left [LOC Oslo].", "Ana Lind left Oslo.", "PER Ana Lind|LOC Oslo"},
      {"[ORG Lind & Berg]'s profit", "Lind & Berg's profit", "ORG Lind & Berg"},
      {"([PER O'Hara], [PER Ng])", "(O'Hara, Ng)", "PER O'Hara|PER Ng"},
      {"[LOC Côte d'Ivoire]", "Côte d'Ivoire", "LOC Côte d'Ivoire"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.marked);
    const auto articles = read_inline_annotations(c.marked);
    REQUIRE(articles.size() == 1);
    CHECK(articles[0][0].text == c.text);
    CHECK(names_of(articles[0][0]) == c.names);
  }
}

TEST_CASE("articles are parted by empty lines, comments are left out") {
  const auto articles = read_inline_annotations("# sport\n\nOne\r\nTwo\n\n\n# more\nThree");
  REQUIRE(articles.size() == 2);
  CHECK(articles[0].size() == 2);
  CHECK(articles[0][0].text == "One");
  CHECK(articles[1][0].text == "Three");
  CHECK(read_inline_annotations("").empty());
  CHECK(read_inline_annotations("# only a comment\n").empty());
}

TEST_CASE("marks that are not whole are refused with the number of the line") {
  const std::vector<std::string> rejects = {
      "[PER Ana",     "Ana Lind]",  "[PER [LOC Oslo]]", "[PER Ana [LOC Oslo", "[MISC Nobel]", "[PER]",
      "[PER ]",       "[]",         "[per Ana]",        "[PER  Ana]",         "[PER Ana ]",   "[ PER Ana]",
      "a [sic] text", "[PER\tAna]",
  };
  for (const std::string& reject : rejects) {
    CAPTURE(reject);
    CHECK_THROWS_WITH_AS(read_inline_annotations("Fine.\n" + reject), doctest::Contains("line 2: "),
                         InputError);
  }
}

TEST_CASE("words and labels a line are put together to sentences") {
  struct Case {
    std::string lines;
    std::string text;
    std::string names;
  };
  const std::vector<Case> cases = {
      {"Ana B-PER\nLind I-PER\nsaid O\n, O\nno O\n. O\n", "Ana Lind said, no.", "PER Ana Lind"},
      {"Oslo I-LOC\nBergen B-LOC\n", "Oslo Bergen", "LOC Oslo|LOC Bergen"},
      {"Oslo I-LOC\nLind I-PER\n", "Oslo Lind", "LOC Oslo|PER Lind"},
      {"( O\nLind NNP B-NP I-ORG\n) O\n", "(Lind)", "ORG Lind"},
      {"Thriller B-creative-work\nby O\nAna B-person\n", "Thriller by Ana", "PER Ana"},
      {"@ O\nana B-PER\nhi O\n#oslo B-LOC\nhttp://x O\n", "hi", ""},
      {"Lind B-PER\n's O\nhat O\n", "Lind's hat", "PER Lind"},
      {"alone\nhere O\n", "here", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.lines);
    std::istringstream in(c.lines);
    const auto articles = read_conll(in, 1);
    REQUIRE(articles.size() == 1);
    CHECK(articles[0][0].text == c.text);
    CHECK(names_of(articles[0][0]) == c.names);
  }
}

TEST_CASE("sentences make articles as marked, else so many each") {
  std::istringstream marked("-DOCSTART- O\n\na O\n\nb O\n\n-DOCSTART- O\n\nc O\n");
  const auto two = read_conll(marked, 1);
  REQUIRE(two.size() == 2);
  CHECK(two[0].size() == 2);
  std::istringstream unmarked("a O\n\nb O\n\nc O\n");
  CHECK(read_conll(unmarked, 2).size() == 2);
  std::istringstream empty("");
  CHECK(read_conll(empty, 2).empty());
}

TEST_CASE("a name is the tokens it covers, without those of parts in capitals") {
  const auto articles =
      read_inline_annotations("STRIKE AT [LOC OSLO] DOCKS GOES ON\nMr [PER Ana van Lind]'s boat.");
  const TokenisedArticle text = tokenised(articles[0]);
  CHECK(text.left_out == std::vector<bool>{true, false});
  REQUIRE(text.names.size() == 1);
  CHECK(text.tokens[text.names[0].first].text == "Ana");
  CHECK(text.tokens[text.names[0].last - 1].text == "Lind");
}

}  // namespace
}  // namespace broadsheet
