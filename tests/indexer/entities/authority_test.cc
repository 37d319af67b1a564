// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/authority/authority.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "common/country.h"
#include "common/fold.h"
#include "common/moment.h"
#include "indexer/entities/authority/bearer.h"
#include "indexer/entities/authority/form_finder.h"
#include "indexer/entities/tag.h"

using namespace broadsheet;

namespace {

std::string name_of(const AuthorityPerson* person) {
  return person == nullptr ? "" : person->name;
}

std::vector<std::string> persons_in(const std::string& text, const std::string& date = "") {
  Article article;
  article.paragraphs = {{Role::Body, text}};
  if (!date.empty()) article.published = *parse_iso_moment(date, 0);
  std::vector<std::string> names;
  for (const NameTag& tag : tag_entities(article, {}).persons) names.push_back(tag.name);
  return names;
}

}  // namespace

TEST_CASE("the authority file has at least 1,500 persons, each with a country, years and a role") {
  const auto& persons = Authority::instance().persons();
  CHECK(persons.size() >= 1500);
  const auto& codes = all_countries();
  for (const AuthorityPerson& person : persons) {
    CAPTURE(person.name);
    CHECK(!person.countries.empty());
    CHECK(!person.role.empty());
    CHECK(person.first_year >= 1880);
    CHECK(person.first_year <= person.last_year);
    for (const std::string& code : person.countries)
      CHECK(std::binary_search(codes.begin(), codes.end(), code));
  }
}

TEST_CASE("no form of the authority file is that of two persons") {
  std::map<std::string, std::string> owner;
  for (const AuthorityPerson& person : Authority::instance().persons()) {
    const bool is_new = owner.emplace(fold_value(person.name), person.name).second;
    CHECK_MESSAGE(is_new, person.name, " stands there twice, or is a form of another");
    std::set<std::string> own{fold_value(person.name)};
    for (const std::string& form : person.forms) {
      if (!own.insert(fold_value(form)).second) continue;
      const auto [at, added] = owner.emplace(fold_value(form), person.name);
      CHECK_MESSAGE(added, form, " is a form of ", at->second, " and of ", person.name);
    }
  }
}

TEST_CASE("a surname alone means the one person who bore it in the news by then and there") {
  const struct {
    const char* surname;
    int year;  // 0: undated
    std::vector<std::string> countries;
    const char* bearer;
  } cases[] = {
      {"putin", 0, {"ru", "us"}, "Vladimir Putin"},
      {"putin", 2014, {"ru"}, "Vladimir Putin"},
      {"putin", 1985, {"ru"}, ""},  // nobody knew him
      {"putin", 2014, {"fr"}, ""},  // nothing of Russia in the article
      {"selenskyj", 2022, {"ua"}, "Volodymyr Zelensky"},
      {"gorbatschow", 1987, {"ru"}, "Mikhail Gorbachev"},
      {"reagan", 1987, {"us"}, "Ronald Reagan"},
      {"trump", 2019, {"us"}, "Donald Trump"},  // the president rather than his family
      {"bush", 0, {"us"}, ""},                  // two presidents
      {"bush", 2005, {"us"}, "George W. Bush"},
      {"bush", 1990, {"us"}, "George Bush"},
      {"kim", 2013, {"kp"}, ""},  // half a country
      {"nobodyatall", 2013, {"us"}, ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.surname);
    CAPTURE(c.year);
    const NameSetting setting{c.year == 0 ? std::nullopt : std::optional(c.year), c.countries};
    CHECK(name_of(bearer_of(c.surname, setting)) == c.bearer);
  }
}

TEST_CASE("the word that stands alone for a person is the surname, wherever it is written") {
  const struct {
    const char* form;
    const char* country;
    const char* surname;
  } cases[] = {{"Vladimir Putin", "ru", "putin"},
               {"Bashar al-Assad", "sy", "assad"},
               {"Xi Jinping", "cn", "xi"},
               {"Mao Tse-tung", "cn", "mao"},
               {"Shinzo Abe", "jp", "abe"},
               {"John Paul II", "pl", ""},
               {"Suharto", "id", ""},
               {"Владимир Путин", "ru", ""},
               {"George Bush senior", "us", "bush"},
               {"Charles de Gaulle", "fr", "gaulle"},
               {"Michael Jordan", "us", "jordan"},
               // the land that somebody is of
               {"Hussein of Jordan", "jo", ""},
               {"Diana, Princess of Wales", "gb", ""},
               {"Königin Mary von Dänemark", "dk", ""},
               {"Juan Carlos de España", "es", ""},
               {"Nguyễn Phú Trọng", "vn", "trong"}};
  for (const auto& c : cases) {
    CAPTURE(c.form);
    AuthorityPerson person;
    person.countries = {c.country};
    CHECK(lone_surname(c.form, person) == c.surname);
  }
}

TEST_CASE("surnames without a first name in the article are given to whom they mean") {
  const struct {
    const char* text;
    const char* date;
    std::vector<std::string> persons;
  } cases[] = {
      {"Russia's leader Putin met his generals in Moscow. Putin said little.",
       "2015-03-01",
       {"Vladimir Putin"}},
      {"In Washington President Reagan signed the bill.", "1987-03-01", {"Ronald Reagan"}},
      {"The firm of Putin & Sons in Leeds makes pies.", "2015-03-01", {}},
      {"Anna Putina of Moscow runs. Putina won.", "2015-03-01", {"Anna Putina"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(persons_in(c.text, c.date) == c.persons);
  }
}

TEST_CASE("names of the file are found where no rule would, but not in names of places") {
  CHECK(persons_in("Then U Thant spoke in New York.") == std::vector<std::string>{"U Thant"});
  CHECK(persons_in("They landed at Ronald Reagan Airport.").empty());
}
