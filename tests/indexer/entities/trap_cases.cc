// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/indexer/entities/trap_cases.h"

#include <doctest/doctest.h>

#include <set>

#include "common/fold.h"
#include "indexer/entities/tag.h"

namespace broadsheet {
namespace {

Article article_of(const TrapCase& c) {
  Article article;
  article.title = c.title;
  article.paragraphs = {{Role::Body, c.text}};
  if (c.year != 0) article.published = make_moment({c.year, 6, 1}, 0, 0, 0, 0, Precision::Year);
  return article;
}

std::string persons_of(const Entities& entities) {
  std::string names;
  for (const NameTag& person : entities.persons) names += (names.empty() ? "" : "; ") + person.name;
  return names;
}

std::string countries_of(const Entities& entities) {
  std::set<std::string> codes;
  for (const CountryTag& country : entities.countries) codes.insert(country.code);
  std::string all;
  for (const std::string& code : codes) all += (all.empty() ? "" : " ") + code;
  return all;
}

}  // namespace

void check_traps(const std::vector<TrapCase>& cases) {
  for (const TrapCase& c : cases) {
    CAPTURE(c.text);
    const Entities found = tag_entities(article_of(c), {});
    CAPTURE(persons_of(found));
    CHECK(fold_value(persons_of(found)) == fold_value(c.persons));
    CHECK(countries_of(found) == c.countries);
  }
}

void check_known_faults(const std::vector<TrapCase>& cases) {
  for (const TrapCase& c : cases) {
    CAPTURE(c.text);
    const Entities found = tag_entities(article_of(c), {});
    const bool right =
        fold_value(persons_of(found)) == fold_value(c.persons) && countries_of(found) == c.countries;
    CHECK_FALSE(right);
  }
}

}  // namespace broadsheet
