// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/person_forms.h"

#include <doctest/doctest.h>

#include "common/fold.h"

using namespace broadsheet;

namespace {

std::vector<ValueId> names_with(const PersonForms& forms, const std::vector<std::string>& words) {
  std::vector<ValueId> names;
  for (const PersonForms::Person& person : forms.with_words(words)) names.push_back(person.name);
  return names;
}

}  // namespace

TEST_CASE("a person is found by the folded words of a form, and has all forms") {
  const std::vector<std::string> of_first = {"Iwan Beispiel", "Иван Пример", "Ivan Beispiel-Öst"};
  const std::string text = "# a comment\n" + PersonForms::line("Ivan Beispiel", of_first) +
                           PersonForms::line("Jane Doe", {"J. Doe"}) + "\n" +
                           PersonForms::line("John Roe", {});
  const PersonForms forms = PersonForms::from_text(text);
  CHECK(forms.of(value_id("Ivan Beispiel")) == of_first);
  CHECK(forms.of(value_id("Jane Doe")) == std::vector<std::string>{"J. Doe"});
  CHECK(forms.of(value_id("John Roe")).empty());
  CHECK(forms.of(value_id("Nobody")).empty());
  CHECK(names_with(forms, {"пример"}) == std::vector{value_id("Ivan Beispiel")});
  CHECK(names_with(forms, {fold("Beispiel-Öst"), "ivan"}) == std::vector{value_id("Ivan Beispiel")});
  CHECK(names_with(forms, {"doe"}) == std::vector{value_id("Jane Doe")});
  CHECK(names_with(forms, {"doe", "пример"}).empty());
  CHECK(names_with(forms, {"comment"}).empty());
  CHECK(forms.with_words({}).size() == 3);
}

TEST_CASE("forms that an earlier version wrote are read as those of today") {
  const PersonForms forms = PersonForms::from_text(
      "# a person a line: the name, then the forms\nIvan Beispiel\tИван Пример\tIwan Beispiel\nJane Doe\tJ. "
      "Doe\n");
  CHECK(forms.of(value_id("ivan beispiel")) == std::vector<std::string>{"Иван Пример", "Iwan Beispiel"});
  CHECK(names_with(forms, {"пример"}) == std::vector{value_id("Ivan Beispiel")});
  CHECK(names_with(forms, {"doe"}) == std::vector{value_id("Jane Doe")});
}

TEST_CASE("no text at all is no form") {
  CHECK(PersonForms::from_text("").with_words({}).empty());
  CHECK(PersonForms().with_words({"doe"}).empty());
  CHECK(PersonForms().of(1).empty());
}
