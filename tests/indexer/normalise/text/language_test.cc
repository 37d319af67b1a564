// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/text/language.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/normalise/text/plain_english.h"

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

TEST_CASE("English prose is recognised at first sight") {
  const std::vector<std::string> texts = {
      "Council closes harbour after ship runs aground\nThe council closed the harbour on Monday after a ship "
      "with mail for the islands ran aground near the old lighthouse. The mayor said that nobody had been "
      "hurt "
      "and thanked the crew, who were taken to a hotel in the town.",
      "COUNCIL CLOSES HARBOUR\nTHE COUNCIL HAS CLOSED THE HARBOUR OF THE SMALL TOWN, AND THE MAYOR SAYS THAT "
      "IT "
      "WILL NOT BE OPENED UNTIL THE SHIP WHICH RAN AGROUND THERE HAS BEEN TAKEN AWAY FROM THE LIGHTHOUSE.",
      "Jürgen Müller, who is mayor of Göttingen, said on Monday that the café at the harbour would be closed "
      "for "
      "the winter. They will open it when the ships that bring its guests have been repaired, he said.",
  };
  for (const auto& text : texts) {
    CAPTURE(text);
    CHECK(is_plain_english(text));
  }
}

TEST_CASE("what may be another language is not taken for English at first sight") {
  const std::vector<std::string> texts = {
      "",
      "The harbour is closed.",
      // Dutch, Danish, German, Afrikaans: words that English has too
      "Het is de vraag of de haven van het dorp in de winter open is. De schipper was in de haven en had het "
      "over "
      "de storm, die op zee was en het schip naar de kust had gebracht. Het dorp is er blij om.",
      "Havnen i byen er lukket for at man kan få et skib for anker. Borgmesteren har sagt at de har fundet "
      "en vej "
      "for os alle, men at den er for lang for de store skibe, og at han vil have en anden.",
      "Der Hafen in der Stadt war am Montag zu. Der Mann, der an Bord war, hat in der Not an das Land "
      "gerufen, "
      "und so will man es in den Akten finden. In der Stadt ist man so froh.",
      "Die hawe is in die somer toe. Die man was in die dorp en het vir die kind gesê dat die wind uit die "
      "see "
      "is. Dit was in die nag, en die skip is op die land.",
      // Scots
      "The toun cooncil haes sneckit the haven on Monanday efter a ship wis pit on the strand. The provost "
      "said "
      "that the crew were weel, and that they wad be taen frae the ship tae the toun.",
      // half of it English
      "Der Bürgermeister der kleinen Stadt hat am Montag gesagt, dass der Hafen bis auf Weiteres gesperrt "
      "bleibt. "
      "Said the mayor: the harbour of the town will be closed, and that is the end of the story for them.",
  };
  for (const auto& text : texts) {
    CAPTURE(text);
    CHECK_FALSE(is_plain_english(text));
  }
}

}  // namespace broadsheet
