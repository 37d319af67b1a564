// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>

#include "indexer/entities/words/cyrillic_forms.h"
#include "tests/indexer/entities/trap_cases.h"

namespace broadsheet {
namespace {

TEST_CASE("names in other cases than the nominative are filed under the nominative") {
  check_traps({
      {"Rozmowy z Angelą Merkel i Władimirem Putinem odbyły się w Mińsku, powiedział rzecznik.",
       "Angela Merkel; Władimir Putin", "by"},
      {"Minister rozmawiał z Janem Nowakiem i Anną Kowalską o tym, co się stało po wyborach.",
       "Jan Nowak; Anna Kowalska", ""},
      {"Podle Jana Nováka a Lenky Dvořákové se to stalo až ve středu, řekl mluvčí.",
       "Jan Novák; Lenka Dvořáková", ""},
      {"Razgovor s Emmanuelom Macronom i Ivanom Matićem održan je u srijedu, rekao je glasnogovornik.",
       "Emmanuel Macron; Ivan Matić", ""},
      {"A miniszterelnök Emmanuel Macronnal és Angela Merkellel is beszélt, de ezt nem közölték.",
       "Emmanuel Macron; Angela Merkel", ""},
      {"Joe Bidenin mukaan sota ei ole ohi, ja hän sanoi sen myös eilen.", "Joe Biden", ""},
  });
}

TEST_CASE("names that only look declined stay as they are printed") {
  check_traps({
      {"Tenistka Petra Kvitová a herečka Ivana Chýlková se sešly ve středu, řekla mluvčí.",
       "Petra Kvitová; Ivana Chýlková", ""},
      {"Košarkaš Nikola Jokić i glumica Ivana Horvat nisu došli, rekao je glasnogovornik.",
       "Nikola Jokić; Ivana Horvat", ""},
      {"Pääministeri Sanna Marin sanoi, että Lars Jensen ei ole tulossa, mutta hän oli myös väärässä.",
       "Sanna Marin; Lars Jensen", ""},
      {"Aleksandra Gajda i Jan Figura nie przyszli, a to się nie zdarza, jak powiedział rzecznik.",
       "Aleksandra Gajda; Jan Figura", ""},
      {"Marine Le Pen est arrivée et Anne Hidalgo est partie avec les élus.", "Marine Le Pen; Anne Hidalgo",
       ""},
      {"Petra Anderson and Ivana Novak said that it was the end of the road.", "Petra Anderson; Ivana Novak",
       ""},
  });
}

TEST_CASE("a full name in Cyrillic letters is declined word by word") {
  const auto has = [](const std::string& name, const std::string& declined) {
    const auto cases = cyrillic_cases_of(name);
    return std::find(cases.begin(), cases.end(), declined) != cases.end();
  };
  CHECK(has("Владимир Путин", "Владимира Путина"));
  CHECK(has("Владимир Путин", "Владимиром Путиным"));
  CHECK(has("Нарендра Моди", "Нарендрой Моди"));
  CHECK(has("Сергей Лавров", "Сергеем Лавровым"));
  CHECK(has("Дмитрий Мусатовский", "Дмитрием Мусатовским"));
  CHECK(has("Элина Свитолина", "Элиной Свитолиной"));
  CHECK(has("Ангела Меркель", "Ангелы Меркель"));
  CHECK(has("Олександр Шевчук", "Олександра Шевчука"));
  CHECK(has("Юрій Бойко", "Юрія Бойко"));
}

TEST_CASE("names of one word and names in other scripts have no Cyrillic cases") {
  for (const std::string name : {"", "Пеле", "Vladimir Putin", "Αλέξης Τσίπρας", "习近平"}) {
    CAPTURE(name);
    CHECK(cyrillic_cases_of(name).empty());
  }
}

}  // namespace
}  // namespace broadsheet
