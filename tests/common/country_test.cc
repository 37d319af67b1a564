// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/country.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "common/region_names.h"

using namespace broadsheet;

TEST_CASE("every country has one lower-case code, in order") {
  const auto& codes = all_countries();
  CHECK(std::is_sorted(codes.begin(), codes.end()));
  CHECK(std::adjacent_find(codes.begin(), codes.end()) == codes.end());
  CHECK(codes.size() > 240);
  for (const std::string code : {"cs", "gb", "ps", "tw", "us", "xk", "yu", "zw"}) {
    CAPTURE(code);
    CHECK(std::binary_search(codes.begin(), codes.end(), code));
  }
}

TEST_CASE("a country is found by its code or by a name in any language") {
  struct Case {
    std::string input;
    std::string code;
  };
  const Case cases[] = {
      // codes
      {"us", "us"},
      {"US", "us"},
      {"usa", "us"},
      {"GB", "gb"},
      {"uk", "gb"},
      {"deu", "de"},
      {"xk", "xk"},
      {"yu", "yu"},
      {"zr", "cd"},
      {"su", "ru"},
      // as wire services spell them
      {"el-salvador", "sv"},
      {"west-germany", "de"},
      {"east-germany", "de"},
      {"yemen-arab-republic", "ye"},
      {"yemen-demo-republic", "ye"},
      {"ussr", "ru"},
      {"uae", "ae"},
      {"trinidad-tobago", "tt"},
      {"papua-new-guinea", "pg"},
      {"burma", "mm"},
      {"kampuchea", "kh"},
      {"zaire", "cd"},
      {"czechoslovakia", "cs"},
      {"yugoslavia", "yu"},
      {"netherlands-antilles", "cw"},
      {"western-samoa", "ws"},
      {"us-virgin-islands", "vi"},
      {"macao", "mo"},
      {"ivory-coast", "ci"},
      {"vatican", "va"},
      {"guinea-bissau", "gw"},
      {"antigua", "ag"},
      // in English
      {"United Kingdom", "gb"},
      {"Great Britain", "gb"},
      {"England", "gb"},
      {"SCOTLAND", "gb"},
      {"the Netherlands", "nl"},
      {"Holland", "nl"},
      {"U.S.A.", "us"},
      {"U.S.", "us"},
      {"America", "us"},
      {"the States", "us"},
      {"Soviet Union", "ru"},
      {"GDR", "de"},
      {"Turkey", "tr"},
      {"Czech Republic", "cz"},
      {"St. Lucia", "lc"},
      {"Saint Lucia", "lc"},
      {"St Kitts & Nevis", "kn"},
      {"Trinidad and Tobago", "tt"},
      {"Côte d’Ivoire", "ci"},
      {"cote d'ivoire", "ci"},
      {"Congo-Kinshasa", "cd"},
      {"Congo", "cg"},
      {"South Korea", "kr"},
      {"  north   korea ", "kp"},
      {"Niger", "ne"},
      {"Nigeria", "ng"},
      {"Guinea", "gn"},
      {"Equatorial Guinea", "gq"},
      // in other languages
      {"Deutschland", "de"},
      {"ALLEMAGNE", "de"},
      {"Ελλάδα", "gr"},
      {"ελλαδα", "gr"},
      {"Россия", "ru"},
      {"Украина", "ua"},
      {"Україна", "ua"},
      {"Советский Союз", "ru"},
      {"中国", "cn"},
      {"アメリカ合衆国", "us"},
      {"대한민국", "kr"},
      {"مصر", "eg"},
      {"ישראל", "il"},
      {"भारत", "in"},
      {"ประเทศไทย", "th"},
      {"Suomi", "fi"},
      {"Magyarország", "hu"},
      {"Þýskaland", "de"},
      {"Marekani", "us"},
      {"საქართველო", "ge"},
      {"Հայաստան", "am"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(find_country(c.input).value_or("") == c.code);
  }
}

TEST_CASE("what is no country is not found") {
  const std::string rejects[] = {"",   " ",   "-",        "Atlantis", "Europe",
                                 "zz", "419", "Eurozone", "\xff\xfe", "united"};
  for (const std::string& input : rejects) {
    CAPTURE(input);
    CHECK_FALSE(find_country(input));
  }
  CHECK_FALSE(find_country(std::string(100000, 'a')));
}

TEST_CASE("every country is found by the label it is shown with") {
  for (const std::string locale : {"en", "de", "fr", "ru", "ja", "ar"}) {
    for (const std::string& code : all_countries()) {
      const std::string label = country_label(code, locale);
      CAPTURE(locale);
      CAPTURE(label);
      CHECK(find_country(label).value_or("") == code);
    }
  }
}

TEST_CASE("a country is shown in the reader's language") {
  CHECK(country_label("us") == "United States");
  CHECK(country_label("de", "de_DE") == "Deutschland");
  CHECK(country_label("ru", "ru") == "Россия");
  CHECK(country_label("cn", "ja") == "中国");
  CHECK(country_label("xk") == "Kosovo");
  CHECK(country_label("yu") == "Yugoslavia");
  CHECK(country_label("cs") == "Czechoslovakia");
  CHECK(country_label("gb", "no such locale") != "");
  CHECK(country_label("") == "");
}

TEST_CASE("a mistyped country brings up the names it is close to") {
  struct Case {
    std::string input;
    std::string first;
  };
  const Case cases[] = {
      {"Grmany", "Germany"}, {"Ukrain", "Ukraine"}, {"Switzerlnad", "Switzerland"}, {"rusia", "Russia"}};
  for (const Case& c : cases) {
    CAPTURE(c.input);
    const auto names = similar_country_names(c.input);
    REQUIRE_FALSE(names.empty());
    CHECK(names.front() == c.first);
    CHECK(names.size() <= 3);
  }
  CHECK(similar_country_names("qqqqqqqqqq").empty());
  CHECK(similar_country_names("Ukrain", 0).empty());
}

TEST_CASE("ICU's names come with short and variant forms") {
  const auto names = region_names("en");
  const auto has = [&names](const char* code, const char* name) {
    return std::any_of(names.begin(), names.end(),
                       [&](const RegionName& r) { return r.code == code && r.name == name; });
  };
  CHECK(has("gb", "United Kingdom"));
  CHECK(has("gb", "UK"));
  CHECK(has("ci", "Ivory Coast"));
  CHECK_FALSE(has("eu", "European Union"));
  CHECK(region_names("xx_no_such").empty());
}
