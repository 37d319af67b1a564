// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tag.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet {
namespace {

Article article_of(std::string title, std::string body) {
  Article article;
  article.title = std::move(title);
  article.paragraphs = {{Role::Body, std::move(body)}};
  return article;
}

using Persons = std::vector<NameTag>;

TEST_CASE("persons found in the text stand in the order of first mention") {
  const Entities tagged = tag_entities(
      article_of("Donald Trump speaks", "Sergei Lavrov answered. Donald Trump said Marco Rubio would reply."),
      {});
  CHECK(tagged.persons == Persons{{"Donald Trump", false}, {"Sergei Lavrov", false}, {"Marco Rubio", false}});
}

TEST_CASE("given persons come first, in their order, and are not repeated") {
  Entities given;
  given.persons = {
      {"Angela  Merkel", false}, {"Sergey Lavrov", false}, {"angela merkel", false}, {" ", false}};
  const Entities tagged =
      tag_entities(article_of("", "Donald Trump met Sergei Lavrov and Angela Merkel."), given);
  CHECK(tagged.persons == Persons{{"Angela Merkel", true}, {"Sergey Lavrov", true}, {"Donald Trump", false}});
}

TEST_CASE("a record that gives thousands of persons gives them all") {
  Entities given;
  for (int i = 0; i < 5000; ++i) given.persons.push_back({"Person Number" + std::to_string(i), false});
  const Entities tagged = tag_entities(article_of("", "Donald Trump met Sergei Lavrov."), given);
  REQUIRE(tagged.persons.size() == 5000);
  CHECK(tagged.persons.back() == NameTag{"Person Number4999", true});
}

TEST_CASE("a given surname takes the full name that the text has for it") {
  Entities given;
  given.persons = {{"reagan", false}, {"volcker", false}};
  const Entities tagged =
      tag_entities(article_of("", "Ronald Reagan met Alan Greenspan. Reagan smiled."), given);
  CHECK(tagged.persons == Persons{{"Ronald Reagan", true}, {"volcker", true}, {"Alan Greenspan", false}});
}

TEST_CASE("a given surname that fits two persons of the text stays as it is") {
  Entities given;
  given.persons = {{"Clinton", false}};
  const Entities tagged = tag_entities(article_of("", "Bill Clinton met Hillary Clinton."), given);
  CHECK(tagged.persons == Persons{{"Clinton", true}, {"Bill Clinton", false}, {"Hillary Clinton", false}});
}

TEST_CASE("a given full name covers the surname found alone") {
  Entities given;
  given.persons = {{"Ronald Reagan", false}};
  const Entities tagged = tag_entities(article_of("", "President Reagan slept."), given);
  CHECK(tagged.persons == Persons{{"Ronald Reagan", true}});
}

TEST_CASE("a given country is what the article is about") {
  Entities given;
  given.countries = {{"se", false, false}, {"se", false, false}};
  const Entities tagged = tag_entities(article_of("", "Nothing happened."), given);
  REQUIRE(tagged.countries.size() == 1);
  CHECK(tagged.countries[0] == CountryTag{"se", true, true});
}

TEST_CASE("each country is there once, given or found") {
  Entities given;
  given.countries = {{"fr", false, false}};
  const Entities tagged = tag_entities(article_of("France and Poland", "France and Poland signed."), given);
  REQUIRE(tagged.countries.size() == 2);
  CHECK(tagged.countries[0] == CountryTag{"fr", true, true});
  CHECK(tagged.countries[1].code == "pl");
  CHECK_FALSE(tagged.countries[1].given);
}

TEST_CASE("a country that is part of a person's name is not mentioned") {
  const Entities tagged = tag_entities(article_of("", "Michael Jordan scored again. Jordan smiled."), {});
  CHECK(tagged.persons == Persons{{"Michael Jordan", false}});
  CHECK(tagged.countries.empty());
}

TEST_CASE("organisations given and found are listed once each") {
  Entities given;
  given.organisations = {{"nato", false}};
  const Entities tagged = tag_entities(article_of("", "NATO and Flex Ltd agreed."), given);
  CHECK(tagged.organisations == Persons{{"nato", true}, {"Flex Ltd", false}});
}

TEST_CASE("an empty article has what was given and no more") {
  CHECK(tag_entities({}, {}) == Entities{});
}

TEST_CASE("companies and bodies whose names look like persons' are listed as organisations") {
  const struct {
    const char* text;
    const char* organisations;
  } cases[] = {
      {"Credit Suisse and Morgan Stanley cut their stakes in Newell Rubbermaid.",
       "Credit Suisse; Morgan Stanley; Newell Rubbermaid"},
      {"Piper Jaffray upgraded Eli Lilly to buy.", "Piper Jaffray; Eli Lilly"},
      {"Charles Schwab Corp. said its sales rose.", "Charles Schwab Corp"},
      {"Michael Kors will buy Jimmy Choo for 896 million pounds.", "Michael Kors; Jimmy Choo"},
      {"Zuercher Kantonalbank hired Oliver Wyman.", "Zuercher Kantonalbank; Oliver Wyman"},
      {"The Friedrich Ebert Foundation closed its office.", "Friedrich Ebert Foundation"},
      {"The IMF and the World Bank warned of a slump.", "International Monetary Fund; World Bank"},
      {"The designer Ralph Lauren, 84, took a bow.", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    std::string found;
    for (const NameTag& body : tag_entities(article_of("", c.text), {}).organisations)
      found += (found.empty() ? "" : "; ") + body.name;
    CHECK(found == c.organisations);
  }
}

}  // namespace
}  // namespace broadsheet
