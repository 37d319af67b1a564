// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/indexer/entities/country_cases.h"

using namespace broadsheet;

namespace {

std::string about_of(const std::vector<TextPart>& parts) {
  std::vector<CountryTag> tags = find_countries(parts, {});
  std::erase_if(tags, [](const CountryTag& tag) { return !tag.about; });
  return codes_of(tags);
}

}  // namespace

TEST_CASE("an article is about the countries of its title and dateline and those it keeps naming") {
  const std::string many = "Peru said no. Peru insisted. Peruvian ministers left Lima.";
  const std::string and_one = many + " A firm from Norway grew.";
  const std::string unbroken =
      "Talks about Fiji failed. " + std::string(900, '.') + " A firm from Norway grew.";
  struct Case {
    std::vector<TextPart> parts;
    std::string mentioned;
    std::string about;
  };
  const Case cases[] = {
      {{{TextPlace::Title, "Chile votes"}, {TextPlace::Lead, "Observers from Spain came."}},
       "cl es",
       "cl es"},
      {{{TextPlace::Title, "Chile votes"}, {TextPlace::Body, "Observers from Spain came."}}, "cl es", "cl"},
      {{{TextPlace::Dateline, "LONDON"}, {TextPlace::Body, "A firm from Norway grew."}}, "gb no", "gb"},
      {{{TextPlace::Body, many}, {TextPlace::Body, "Envoys from Fiji listened."}}, "fj pe", "pe"},
      {{{TextPlace::Body, "Nothing happened anywhere."}}, "", ""},
      // a country among many that are named more often
      {{{TextPlace::Title, "Peru, Peru, Peru"}, {TextPlace::Lead, and_one}}, "no pe", "pe"},
      // the only country
      {{{TextPlace::Title, "Talks"}, {TextPlace::Body, "They met in Norway."}}, "no", "no"},
      // a text of one paragraph is not lead all through
      {{{TextPlace::Lead, unbroken}}, "fj no", "fj"},
      {{}, "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.mentioned);
    CHECK(codes_of(find_countries(c.parts, {})) == c.mentioned);
    CHECK(about_of(c.parts) == c.about);
  }
}

TEST_CASE("a place inside a person's name does not count") {
  const std::vector<TextPart> parts = {{TextPlace::Title, "Talks"},
                                       {TextPlace::Lead, "When Holland met Dutch envoys."}};
  CHECK(codes_of(find_countries(parts, {{1, 5, 12}})) == "nl");
  const std::vector<TextPart> alone = {{TextPlace::Lead, "When Holland met envoys."}};
  CHECK(codes_of(find_countries(alone, {{0, 5, 12}})) == "");
  CHECK(codes_of(find_countries(alone, {})) == "nl");
}

TEST_CASE("a surname stays a person's through the article unless the country comes up by another word") {
  const std::vector<TextPart> player = {{TextPlace::Lead, "Michael Jordan played."},
                                        {TextPlace::Body, "Jordan won."}};
  CHECK(codes_of(find_countries(player, {})) == "");
  const std::vector<TextPart> visit = {{TextPlace::Lead, "Michael Jordan flew to Amman."},
                                       {TextPlace::Body, "In Jordan he rested."}};
  CHECK(codes_of(find_countries(visit, {})) == "jo");
}

TEST_CASE("what stands in another paragraph helps to tell which place is meant") {
  const std::vector<TextPart> state = {{TextPlace::Title, "Georgia goes to the polls"},
                                       {TextPlace::Body, "The governor voted in Savannah."}};
  CHECK(codes_of(find_countries(state, {})) == "us");
  const std::vector<TextPart> republic = {{TextPlace::Title, "Georgia goes to the polls"},
                                          {TextPlace::Body, "Observers came to Tbilisi."}};
  CHECK(codes_of(find_countries(republic, {})) == "ge");
}

TEST_CASE("broken text is read to its end") {
  const std::string inputs[] = {
      std::string(1, '\0'),
      "\xff\xfe\xfd",
      "Fran\xe7"
      "ais",
      "\xe4\xb8",
      "\xd8 \xd7 \xe3\x82 Poland",
      "U.S"
      "\xc3",
      std::string(100000, '.'),
      std::string(100000, 'A'),
      "\xed\x95\x9c\xea\xb5",
      "Poland\xf0\x9f\x91\x87",
      "ארה\"",
      std::string(5000, '\xd7'),
  };
  for (const std::string& input : inputs) {
    CAPTURE(input.size());
    const std::string codes = countries_in(input);
    const bool names_poland = input.find("Poland") != std::string::npos;
    CHECK((codes == "pl") == names_poland);
  }
}
