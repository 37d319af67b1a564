// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/words/name_tokens.h"

#include <doctest/doctest.h>
#include <unicode/unistr.h>

#include <string>
#include <vector>

#include "common/fold.h"
#include "indexer/entities/persons/name_capitals.h"
#include "indexer/entities/words/cyrillic_cases.h"

namespace broadsheet {
namespace {

std::vector<NameToken> tokens_of(const std::string& text) {
  return name_tokens({{TextPlace::Body, text}});
}

TEST_CASE("the quick fold of a word is fold()") {
  for (char32_t c = 0xC0; c < 0x500; ++c) {
    std::string word = "a";
    icu::UnicodeString(static_cast<UChar32>(c)).toUTF8String(word);
    word += "b";
    const std::vector<NameToken> tokens = tokens_of(word);
    if (tokens.size() != 2 || tokens[0].text != word) continue;  // no letter
    CAPTURE(word);
    CHECK(tokens[0].folded == fold(word));
  }
}

TEST_CASE("a word ends before its possessive and before a participle") {
  struct {
    const char* text;
    const char* word;
  } const cases[] = {
      {"Reagan's", "Reagan"},   {"Reagan\xE2\x80\x99s", "Reagan"},
      {"Icahn-led", "Icahn"},   {"O'Neill", "O'Neill"},
      {"Dae-jung", "Dae-jung"}, {"J.R.R.", "J.R.R."},
      {"Gen.", "Gen."},         {"dog.", "dog"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(tokens_of(c.text)[0].text == c.word);
  }
}

TEST_CASE("whatever stands behind one letter, a text ends") {
  for (const char* text : {"AT&T's.", "T's.", "T\xE2\x80\x99s.", "A-led.", "A'da.", "J.'s.", "J.R.'s. X",
                           "U.S.'s.", "A.", "A"}) {
    CAPTURE(text);
    const std::vector<NameToken> tokens = tokens_of(text);
    CHECK(tokens.back().shape == NameToken::Shape::Stop);
    for (std::size_t i = 1; i < tokens.size(); ++i) CHECK(tokens[i].begin > tokens[i - 1].begin);
  }
}

TEST_CASE("names in capitals are put in ordinary print") {
  struct {
    const char* capitals;
    const char* name;
  } const cases[] = {
      {"ROBERT MCNAMARA", "Robert McNamara"}, {"JEAN-PAUL SARTRE", "Jean-Paul Sartre"},
      {"PAUL O'NEILL", "Paul O'Neill"},       {"JOHN XXIII", "John XXIII"},
      {"J.R.R. TOLKIEN", "J.R.R. Tolkien"},   {"WERNHER VON BRAUN", "Wernher von Braun"},
      {"ÉLISE MÜLLER", "Élise Müller"},       {"", ""},
  };
  for (const auto& c : cases) CHECK(name_case(c.capitals) == c.name);
}

TEST_CASE("Cyrillic names are brought into the nominative") {
  CHECK(given_name_nominative("владимира") == "владимир");
  CHECK(given_name_nominative("сергею") == "сергей");
  CHECK(given_name_nominative("ольгой") == "ольга");
  CHECK_FALSE(given_name_nominative("стола").has_value());
  CHECK(surname_nominative("зеленского", false) == "зеленский");
  CHECK(surname_nominative("навального", false) == "навальный");
  CHECK(surname_nominative("путиным", false) == "путин");
  CHECK(surname_nominative("захаровой", true) == "захарова");
  CHECK(surname_nominative("меркель", true) == "меркель");
}

}  // namespace
}  // namespace broadsheet
