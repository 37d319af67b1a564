// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/gazetteer.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "indexer/entities/places/inflection.h"
#include "indexer/entities/places/place_prefixes.h"
#include "indexer/entities/places/place_tokens.h"
#include "indexer/entities/places/zone_cities.h"

using namespace broadsheet;

namespace {

std::string tokens_of(std::string_view text) {
  std::string tokens;
  for (PlaceToken token = next_place_token(text, 0); token.writing != Writing::None;
       token = next_place_token(text, token.end)) {
    tokens += "[" + std::string(text.substr(token.begin, token.end - token.begin)) + "]";
  }
  return tokens;
}

std::string matches_of(const Gazetteer& gazetteer, std::string_view text, bool all_capitals = false) {
  std::vector<PlaceMatch> matches;
  gazetteer.find(text, all_capitals, matches);
  std::string result;
  for (const PlaceMatch& match : matches) result += "[" + std::string(match.form->text) + "]";
  return result;
}

bool holds(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

}  // namespace

TEST_CASE("a text falls into the tokens that names are made of") {
  struct Case {
    std::string text;
    std::string tokens;
  };
  const Case cases[] = {
      {"the U.S. and EE.UU.", "[the][U.S][and][EE.UU]"},
      {"U.S.-led, end.But St.Louis", "[U.S][led][end][But][St][Louis]"},
      {"Côte d’Ivoire", "[Côte][d][Ivoire]"},
      {"«Россия»", "[Россия]"},
      {"中国と米", "[中][国][と][米]"},
      {"한국은", "[한][국][은]"},
      {"مصر، وسوريا", "[مصر][وسوريا]"},
      {"a\xff"
       "b",
       "[a][b]"},
      {"", ""},
      {" ... ", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(tokens_of(c.text) == c.tokens);
  }
}

TEST_CASE("tokens read one after the other are those found one by one, wherever they lie") {
  const std::string piece =
      "The U.S. and EE.UU. of a «Россия», U.S.-led; internationalisation 中国と Côte d’Ivoire\xff B.B";
  for (std::size_t shift = 0; shift < 70; ++shift) {
    const std::string text = std::string(shift, shift % 2 == 0 ? ' ' : 'x') + piece + piece;
    CAPTURE(text);
    PlaceTokenReader reader(text);
    PlaceToken token = reader.next(0);
    PlaceToken other = next_place_token(text, 0);
    while (other.writing != Writing::None) {
      CHECK(token.begin == other.begin);
      CHECK(token.end == other.end);
      CHECK(token.writing == other.writing);
      CHECK(token.hash ==
            place_token_hash(std::string_view(text).substr(other.begin, other.end - other.begin)));
      token = reader.next(token.end);
      other = next_place_token(text, other.end);
    }
    CHECK(token.writing == Writing::None);
  }
}

TEST_CASE("the longest form at a word is found, and only where its words belong together") {
  const Gazetteer gazetteer({{"Guinea", "gn"},
                             {"Papua New Guinea", "pg"},
                             {"St. Lucia", "lc"},
                             {"S. Korea", "kr"},
                             {"タイ", "th"},
                             {"인도", "in"},
                             {"CAR", "cf", PlaceKind::Name, true}});
  struct Case {
    std::string text;
    std::string matches;
  };
  const Case cases[] = {
      {"Papua New Guinea and Guinea", "[Papua New Guinea][Guinea]"},
      {"Papua-New\nGuinea", "[Papua New Guinea]"},
      {"Papua, New Guinea", "[Guinea]"},
      {"Papua\n\nNew Guinea", "[Guinea]"},
      {"St. Lucia, St Lucia", "[St. Lucia][St. Lucia]"},
      {"S. Korea", "[S. Korea]"},
      {"S Korea", ""},
      {"guinea", ""},
      {"Guineas", ""},
      {"タイの", "[タイ]"},
      {"タイトル", ""},
      {"ネクタイ", ""},
      {"인도는", "[인도]"},
      {"시인도", ""},
      {"the CAR", "[CAR]"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(matches_of(gazetteer, c.text) == c.matches);
  }
  CHECK(matches_of(gazetteer, "THE CAR", true) == "");
}

TEST_CASE("names take the endings of their language") {
  CHECK(holds(inflect_name("Россия", "ru"), "Россией"));
  CHECK(holds(inflect_name("Россия", "ru"), "Россия"));
  CHECK(holds(inflect_name("Саудовская Аравия", "ru"), "Саудовской Аравии"));
  CHECK(holds(inflect_name("Korea Północna", "pl"), "Korei Północnej"));
  CHECK(holds(inflect_name("Oroszország", "hu"), "Oroszországban"));
  CHECK(inflect_name("Poland", "en") == std::vector<std::string>{"Poland"});
  CHECK(inflect_name("США", "xx") == std::vector<std::string>{"США"});
  CHECK(holds(inflect_adjective("russisch", "de"), "russischen"));
  CHECK(inflect_adjective("Polish", "en") == std::vector<std::string>{"Polish"});
}

TEST_CASE("Hebrew and Arabic words are also looked up without what is written together with them") {
  CHECK(holds(without_prefixes("וברוסיה"), "רוסיה"));
  CHECK(holds(without_prefixes("وسوريا"), "سوريا"));
  CHECK(holds(without_prefixes("للصين"), "الصين"));
  CHECK(holds(without_prefixes("والروسية"), "روسية"));
  CHECK(without_prefixes("Poland").empty());
  CHECK(without_prefixes("").empty());
  CHECK(without_prefixes("\xd7").empty());
}

TEST_CASE("capitals are known by ICU's zone cities") {
  const auto cities = zone_cities("de");
  CHECK(std::any_of(cities.begin(), cities.end(), [](const ZoneCity& city) {
    return city.country == "ru" && city.english == "Moscow" && city.name == "Moskau";
  }));
  CHECK(zone_cities("xx_no_such").empty());
}

TEST_CASE("every form has one country or blocks, and stands once") {
  const auto forms = load_place_forms();
  CHECK(std::all_of(forms.begin(), forms.end(), [](const PlaceForm& form) {
    return form.country.empty() == (form.kind == PlaceKind::Block);
  }));
  std::vector<std::string> texts;
  for (const PlaceForm& form : forms) texts.push_back(form.text);
  std::sort(texts.begin(), texts.end());
  CHECK(std::adjacent_find(texts.begin(), texts.end()) == texts.end());
  CHECK(std::binary_search(texts.begin(), texts.end(), "Poland"));
}
