// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "tests/indexer/entities/country_cases.h"

using namespace broadsheet;

TEST_CASE("a sentence of another language yields the countries that it speaks of") {
  const SentenceCase cases[] = {
      {"Das Wetter in Island ist im Winter nicht so kalt wie hier.", "is"},
      {"Deutschland und Frankreich haben sich geeinigt.", "de fr"},
      {"Il governo italiano ha approvato la manovra.", "it"},
      {"De Nederlandse en Belgische ministers hebben overlegd.", "be nl"},
      {"Pemerintah Indonesia mengatakan bahwa harga naik.", "id"},
      {"Hrvatska i Srbija potpisale su sporazum.", "hr rs"},
      {"Le président français a rencontré la chancelière allemande.", "de fr"},
      {"Le ministre a annoncé que la France ne signera pas.", "fr"},
      {"El presidente estadounidense llegará a España el martes.", "es us"},
      {"O governo brasileiro disse que não vai pagar.", "br"},
      {"Россия и Украина договорились об обмене.", "ru ua"},
      {"В Москве заявили, что украинские войска отступили.", "ru ua"},
      {"Президент України зустрівся з американськими сенаторами.", "ua us"},
      {"Polska i Niemcy podpisały umowę w Warszawie.", "de pl"},
      {"中国和美国举行会谈。", "cn us"},
      {"日本と中国の首脳が会談した。", "cn jp"},
      {"タイの首都で爆発があった。", "th"},
      {"한국과 미국은 회담을 열었다.", "kr us"},
      {"قتل جنود إسرائيليون فلسطينيا في غزة.", "il ps"},
      {"وصل الوزير إلى السعودية بعد زيارة لمصر.", "eg sa"},
      {"ישראל וארה\"ב חתמו על הסכם.", "il us"},
      {"भारत और पाकिस्तान के बीच वार्ता हुई।", "in pk"},
      {"Türkiye'nin Rusya ile ticareti arttı.", "ru tr"},
      {"Η Ελλάδα και η Τουρκία συμφώνησαν.", "gr tr"},
      {"Suomi ja Ruotsi liittyivät.", "fi se"},
      {"Suomessa ja muualla on kylmä.", "fi"},
      {"Magyarországon választásokat tartottak.", "hu"},
      {"Česká vláda se sešla v Praze.", "cz"},
      {"Việt Nam và Trung Quốc đã ký hiệp định.", "cn vn"},
      {"รัฐบาลไทยประกาศเมื่อวันจันทร์", "th"},
      {"La Côte d'Ivoire a élu son président.", "ci"},
      {"Выборы прошли в Гвинее-Бисау и Гвинее.", "gn gw"},
      {"Он прибыл из Саудовской Аравии.", "sa"},
      {"Он вернулся из Новой Зеландии.", "nz"},
      {"Он вернулся из Северной Кореи.", "kp"},
      {"W Macedonii Północnej i w kraju.", "mk"},
      {"W Korei Południowej i w kraju.", "kr"},
      {"Українські війська та російська армія.", "ru ua"},
      {"Президент Беларуси прибыл.", "by"},
      {"Der Bundestag stimmte ab.", "de"},
      {"Der Schweizer Bundesrat tagte in Bern.", "ch"},
      {"Die Vereinigten Staaten und das Weiße Haus schweigen.", "us"},
      {"Le Royaume-Uni et Paris négocient.", "fr gb"},
      {"Les Etats-Unis et le Mexique discutent.", "mx us"},
      {"EE.UU. anunció sanciones.", "us"},
      {"El Gobierno español y la Moncloa no comentan.", "es"},
      {"Grã-Bretanha e Londres discordam.", "gb"},
      {"Gli Stati Uniti e la Casa Bianca tacciono.", "us"},
      {"中美关系紧张。", "cn us"},
      {"美军撤离。", "us"},
      {"米大統領が演説した。", "us"},
      {"북한이 미사일을 발사했다.", "kp"},
      {"روسيا تنفي، والكرملين صامت.", "ru"},
      {"صادرات للصين ارتفعت.", "cn"},
      {"بالولايات المتحدة فاز الحزب.", "us"},
      {"הנשיא הרוסי ברוסיה.", "ru"},
      {"मुंबई में बारिश हुई।", "in"},
      {"Den svenska och den norska regeringen är oense.", "no se"},
      {"Det danske Folketing og regeringen i København.", "dk"},
      {"În România și la București se votează.", "ro"},
      {"Česko a Slovensko se dohodly.", "cz sk"},
      {"Българското правителство и София.", "bg"},
      {"Lietuvoje ir kitur šalta.", "lt"},
      {"Зеленський приїхав до Києва.", "ua"},
      {"W Polsce i na świecie.", "pl"},
      {"Na Ukrainie i w Kijowie.", "ua"},
      {"Израильтяне голосуют.", "il"},
  };
  for (const SentenceCase& c : cases) {
    CAPTURE(c.sentence);
    CHECK(countries_in(c.sentence) == c.countries);
  }
}

TEST_CASE("words of other languages that only look like places yield no country") {
  const std::string rejects[] = {
      "映画のタイトルが発表された。",
      "ネクタイとスタイルの話。",
      "이것은 중요한 수단이다.",
      "La reunión fue en el salón.",
      "Мексиканский залив штормит.",
      "In Lateinamerika und im Golf von Mexiko stürmt es.",
      "阿曼达昨天来了。",
      "Das Essen war gut.",
  };
  for (const std::string& sentence : rejects) {
    CAPTURE(sentence);
    CHECK(countries_in(sentence) == "");
  }
}
