// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/language.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace broadsheet {
namespace {

struct LanguageCase {
  std::string input;
  std::string code;
};

}  // namespace

TEST_CASE("a language is known by any of its names and codes") {
  const std::vector<LanguageCase> cases = {
      {"en", "en"},      {"EN", "en"},      {"eng", "en"},     {"en-US", "en"},     {"de_AT", "de"},
      {"ger", "de"},     {"deu", "de"},     {"English", "en"}, {"Deutsch", "de"},   {"français", "fr"},
      {"русский", "ru"}, {"German", "de"},  {"zh-Hant", "zh"}, {"chi", "zh"},       {"cmn", "zh"},
      {"iw", "he"},      {"nb", "no"},      {"nn-NO", "no"},   {"Norwegian", "no"}, {"日本語", "ja"},
      {"ceb", "ceb"},    {"fil", "tl"},     {"und", ""},       {"mul", ""},         {"xx", ""},
      {"", ""},          {"Klatchian", ""}, {"e", ""},         {"12", ""}};
  for (const auto& c : cases) {
    CAPTURE(c.input);
    CHECK(language_code(c.input) == c.code);
  }
}

TEST_CASE("the language of a text is detected if there is enough of it") {
  const std::vector<LanguageCase> cases = {
      {"The harbour of the small town was closed on Monday after a ship ran aground near the lighthouse.",
       "en"},
      {"Der Hafen der kleinen Stadt wurde am Montag gesperrt, weil ein Schiff am Leuchtturm auf Grund lief.",
       "de"},
      {"Le port de la petite ville a été fermé lundi après l'échouement d'un navire près du phare.", "fr"},
      {"Гавань небольшого города закрыли в понедельник, потому что судно с почтой село на мель у маяка.",
       "ru"},
      {"小さな町の港は月曜日に閉鎖された。郵便物を運ぶ船が灯台の近くで座礁したためだ。", "ja"},
      {"小镇的港口星期一关闭，因为一艘运送邮件的船在灯塔附近搁浅。没有人受伤，市长感谢了船员。", "zh"},
      {"أغلق ميناء المدينة الصغيرة يوم الاثنين بعد جنوح سفينة تحمل البريد قرب المنارة القديمة.", "ar"},
      {"Luka u malom gradu zatvorena je tijekom prošlog tjedna u siječnju jer je brod s poštom, prema "
       "izvješću "
       "županijskog stožera, točno pred svjetionikom udario u dno.",
       "hr"},
      {"Luka u malom gradu zatvorena je tokom prošle sedmice u januaru jer je brod s poštom, prema saopćenju "
       "kantona, tačno prije svjetionika udario u dno, gdje je ostao do ponedjeljka.",
       "bs"},
      {"Luka u malom gradu zatvorena je prošle nedelje u januaru jer je brod sa poštom, posle oluje i tačno "
       "pre "
       "svetionika, udario u dno, gde je ostao sve vreme do ponedeljka.",
       "sr"},
      {"Harbour closed", ""},
      {"12 34 56 78", ""},
      {"", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.input);
    CHECK(detect_language(c.input) == c.code);
  }
}

}  // namespace broadsheet
