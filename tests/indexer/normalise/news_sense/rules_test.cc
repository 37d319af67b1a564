// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/fold.h"
#include "indexer/normalise/news_sense/agencies.h"
#include "indexer/normalise/news_sense/dateline.h"
#include "indexer/normalise/news_sense/footer.h"
#include "indexer/normalise/news_sense/footer_phrases.h"
#include "indexer/normalise/news_sense/headline.h"
#include "indexer/normalise/news_sense/notes.h"

namespace broadsheet {
namespace {

std::string day_of(const Dateline& dateline) {
  if (!dateline.day) return "";
  const auto& day = *dateline.day;
  const auto year = day.year ? std::to_string(*day.year) + "-" : "";
  return year + std::to_string(day.month) + "-" + std::to_string(day.day);
}

}  // namespace

TEST_CASE("a dateline gives place, day and agency, and is cut off the text") {
  struct Case {
    std::string input;
    std::string place;
    std::string agency;
    std::string day;
    std::string rest;
  };
  const std::vector<Case> cases = {
      {"LONDON, March 3 (Reuters) - The harbour was closed.", "LONDON", "Reuters", "3-3",
       "The harbour was closed."},
      {"PARIS (AP) -- The harbour was closed.", "PARIS", "AP", "", "The harbour was closed."},
      {"MOSKAU, 3. März (dpa) - Der Hafen ist zu.", "MOSKAU", "dpa", "3-3", "Der Hafen ist zu."},
      {"MADRID, 3 mar (EFE) - El puerto.", "MADRID", "EFE", "3-3", "El puerto."},
      {"Madrid, 3 mar (EFE).- El puerto.", "Madrid", "EFE", "3-3", "El puerto."},
      {"Berlin/München (dpa/lby) – Der Hafen.", "Berlin/München", "dpa", "", "Der Hafen."},
      {"WASHINGTON, March 5, 2019 (AFP) - The port", "WASHINGTON", "AFP", "2019-3-5", "The port"},
      {"NEW YORK, April 1 - The port was", "NEW YORK", "", "4-1", "The port was"},
      {"AUGUSTA, Ga. (AP) _ The port was", "AUGUSTA, Ga.", "AP", "", "The port was"},
      {"Darmstadt, Germany — The port was", "Darmstadt, Germany", "", "", "The port was"},
      {"Lyon, Frankreich - Der Hafen", "Lyon, Frankreich", "", "", "Der Hafen"},
      {"RALEIGH, N.C., March 4 - The port", "RALEIGH, N.C.", "", "3-4", "The port"},
      {"WASHINGTON — The harbour was closed", "WASHINGTON", "", "", "The harbour was closed"},
      {"(Reuters) - The harbour was closed", "", "Reuters", "", "The harbour was closed"},
      {"(ANSA) - ROMA, 3 MAR - Il porto", "ROMA", "ANSA", "3-3", "Il porto"},
      {"Roma, 3 mar. (Adnkronos) - Il porto", "Roma", "Adnkronos", "3-3", "Il porto"},
      {"BERLIN dpa - Der Hafen", "BERLIN", "dpa", "", "Der Hafen"},
      {"МОСКВА, 3 марта. /ТАСС/. Порт закрыт.", "МОСКВА", "TASS", "3-3", "Порт закрыт."},
      {"МОСКВА, 3 мар - РИА Новости. Порт закрыт.", "МОСКВА", "RIA Novosti", "3-3", "Порт закрыт."},
      {"МОСКВА, 3 марта. Порт закрыт.", "МОСКВА", "", "3-3", "Порт закрыт."},
      {"SAN JOSE, Calif. - The port was", "SAN JOSE, Calif.", "", "", "The port was"},
      {"示例通讯社北京3月5日电 港口关闭。", "北京", "", "3-5", "港口关闭。"},
      {"Paris, le 3 mars (AFP) - Le port", "Paris", "AFP", "3-3", "Le port"},
      {"RIO DE JANEIRO (Reuters) - The port", "RIO DE JANEIRO", "Reuters", "", "The port"},
      {"LEEDS (Daily Packet) - The port was", "LEEDS", "Daily Packet", "", "The port was"},
      {"新华社北京3月5日电（记者某某）港口关闭。", "北京", "Xinhua", "3-5", "港口关闭。"},
      {"【北京共同】港が閉鎖された。", "北京", "Kyodo", "", "港が閉鎖された。"},
      {"10 octobre 2012. - Le port est fermé.", "", "", "2012-10-10", "Le port est fermé."},
      {"(서울=연합뉴스) 홍길동 기자 = 항구가", "서울", "Yonhap", "", "항구가"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.input);
    const auto found = find_dateline(c.input);
    REQUIRE(found.has_value());
    CHECK(found->place == c.place);
    CHECK(found->agency == c.agency);
    CHECK(day_of(*found) == c.day);
    CHECK(c.input.substr(found->length) == c.rest);
  }
}

TEST_CASE("an agency is known however it is printed") {
  CHECK(known_agency("REUTER") == "Reuters");
  CHECK(known_agency("Agence France-Presse") == "AFP");
  CHECK(known_agency("أ ف ب") == "AFP");
  CHECK(known_agency("ТАСС") == "TASS");
  CHECK(known_agency("Freedonian Herald").empty());
  CHECK(known_agency("").empty());
  const auto state = find_dateline("HARRISBURG, PA - The harbour");
  REQUIRE(state.has_value());
  CHECK(state->agency == "");
}

TEST_CASE("an outlet's own name or initials are an agency in its copy, and only there") {
  const std::string paragraph = "Bergen (HP) - The harbour";
  CHECK_FALSE(find_dateline(paragraph).has_value());
  for (const std::string_view outlet : {"HP", "Harbour Post"}) {
    const auto found = find_dateline(paragraph, "en", outlet);
    REQUIRE(found.has_value());
    CHECK(found->place == "Bergen");
    CHECK(found->agency == outlet);
  }
}

TEST_CASE("a sentence with a dash or brackets is no dateline") {
  for (const std::string input : {"Smith - who lost - said no more.",
                                  "The President (left) - here with his wife - left.",
                                  "Labour (in power) - it seems",
                                  "BREAKING - The harbour is closed",
                                  "THE HARBOUR - CLOSED ON MONDAY",
                                  "Paris - the city of light",
                                  "A well-known man said",
                                  "He spoke to (Reuters) - no",
                                  "- The harbour",
                                  "",
                                  "-",
                                  "(",
                                  "()",
                                  "(Smith) - he",
                                  "\"LONDON (Reuters) - \" was printed",
                                  "UPDATE 1 - The harbour",
                                  "By Jane Doe",
                                  "No. 5 (2019) - the year",
                                  "Moscow, 3 March. The port",
                                  "IBM, Apple - the two",
                                  "出版社昨日发布3月5日电影名单",
                                  "Harrisburg (PA) Hotels were full",
                                  "The bank (AP) said",
                                  "Vor- und Nachteile (siehe unten) - der Hafen",
                                  "Moscow, 3 March 1961. The port",
                                  "Part I. The port in 1848. It was",
                                  "Smith (Conservative) - he said",
                                  "أحمد علي- قال الوزير إن الميناء مغلق",
                                  "وقالت وكالة الأنباء (شينخوا) إن الميناء مغلق"}) {
    CAPTURE(input);
    CHECK_FALSE(find_dateline(input).has_value());
  }
}

TEST_CASE("a dateline field needs no dash") {
  CHECK(read_dateline_field("    SALVADOR, Feb 26 - ").place == "SALVADOR");
  CHECK(day_of(read_dateline_field("    SALVADOR, Feb 26 - ")) == "2-26");
  CHECK(read_dateline_field("New York, March 3, 1987").place == "New York");
  CHECK(read_dateline_field("London").place == "London");
  CHECK(read_dateline_field("****OTTAWA, March 3 -").place == "OTTAWA");
  CHECK(read_dateline_field("ATLANTA, Apri 1 -").place == "ATLANTA");
  CHECK(read_dateline_field("7").place == "");
}

TEST_CASE("desk notes and end marks are told from text") {
  for (const std::string input :
       {"(Adds details in third paragraph)", "(Corrects spelling of name)", "(Updates with quote)",
        "EDITOR'S NOTE: This is the first of three.", "Eds: with photo", "[Repeats to clients]",
        "(Aktualisiert: neue Zahlen)", "Correction: An earlier version misspelt a name."}) {
    CAPTURE(input);
    CHECK(is_editors_note(input));
  }
  for (const std::string input : {"(Adds) he said, and left.", "Adds up nicely", "(He adds nothing)",
                                  "Corrections officers struck.", "(Updates) follow (soon)", ""}) {
    CAPTURE(input);
    CHECK_FALSE(is_editors_note(input));
  }
  for (const std::string input :
       {"ENDS", "Reuter", "REUTER^M", "Reuter...", "-30-", "###", "(MORE)", "(END)", "(AFP)", "dpa"}) {
    CAPTURE(input);
    CHECK(is_end_mark(input));
  }
  for (const std::string input :
       {"It ends.", "The end of the road", "Reuters said no.", "30 percent", "", "()"}) {
    CAPTURE(input);
    CHECK_FALSE(is_end_mark(input));
  }
  CHECK(find_trailing_end_mark("He said no. REUTER") == 12);
  CHECK(find_trailing_end_mark("He spoke to REUTER") == std::string::npos);
  CHECK(find_trailing_end_mark("No news. I read Reuters.") == std::string::npos);
}

TEST_CASE("a correction says that it is one") {
  for (const std::string input :
       {"CORRECTED - Harbour closed", "CORRECTED-UPDATE 1-Harbour closed", "(Corrects name)",
        "BERICHTIGUNG: Hafen", "CORREGIDO-Puerto", "Correction: Harbour", "更正：港口"}) {
    CAPTURE(input);
    CHECK(says_corrected(input));
  }
  for (const std::string input : {"Correction in stock prices deepens", "CORRECTION IN PRICES DEEPENS",
                                  "Corrected figures please", "The correction: a comment", ""}) {
    CAPTURE(input);
    CHECK_FALSE(says_corrected(input));
  }
}

TEST_CASE("footers are known in many languages") {
  for (const std::string input :
       {"We write for you daily. If you are happy with us, please give us a like. 👇",
        "Please give us a like",
        "Subscribe to our newsletter!",
        "Share this:",
        "Follow us on Twitter and Facebook",
        "Support our journalism",
        "Read also: Harbour closed again",
        "RELATED: Ship aground",
        "This website uses cookies.",
        "© 2019 The Harbour Packet. All rights reserved.",
        "Copyright 2019 The Harbour Packet",
        "(c) 2019 Packet",
        "👉 Follow the Packet for more",
        "Lesen Sie auch: Hafen zu",
        "Folgen Sie uns auf Facebook",
        "Abonnez-vous à notre lettre",
        "Lire aussi : Le port",
        "Síguenos en Twitter",
        "Lea también: El puerto",
        "Leggi anche: Il porto",
        "Riproduzione riservata",
        "Leia também: O porto",
        "Volg ons op Facebook",
        "Lees ook: De haven",
        "Czytaj też: Port",
        "Obserwuj nas na Facebooku",
        "Подписывайтесь на наш канал",
        "Читайте также: Порт",
        "Читайте також: Порт",
        "Підписуйтесь на наш канал",
        "Bizi takip edin",
        "İlgili haberler",
        "责任编辑：王五"}) {
    CAPTURE(input);
    CHECK(is_footer(input));
  }
}

TEST_CASE("a sentence about likes, subscriptions or rights stays in the story") {
  for (const std::string input :
       {"The minister asked readers to subscribe to the new code.", "Few people subscribe to that view.",
        "\"Please give us a like,\" the singer told fans.",
        "The company said it would share this burden with banks.",
        "Copyright law has not kept up with the times.", "They follow us on this journey, the captain said.",
        "He wants to support our journalism schools, the senator said.",
        "Cookies were served at the harbour.",
        "The site said that all rights reserved for members would end.", "Like many others, she left.",
        "Related costs fell.", "Les lecteurs peuvent partager la facture.", "Die Leser teilen die Kosten.",
        "Share prices fell.", "Read the room.", ""}) {
    CAPTURE(input);
    CHECK_FALSE(is_footer(input));
  }
}

TEST_CASE("every footer phrase is written as it is matched") {
  for (const auto& phrase : footer_phrases()) {
    CAPTURE(phrase.text);
    CHECK(fold_value(phrase.text) == phrase.text);
    CHECK(phrase.text.size() >= 3);
  }
}

TEST_CASE("a headline is the same if only case and punctuation differ") {
  CHECK(is_same_headline("Harbour closed!", "HARBOUR CLOSED"));
  CHECK(is_same_headline("\u201CIt\u2019s over\u201D", "\"It's over\""));
  CHECK_FALSE(is_same_headline("Harbour closed", "Harbour closed again"));
  CHECK_FALSE(is_same_headline("!!!", "???"));
  CHECK_FALSE(is_same_headline("", ""));
}

TEST_CASE("a text without a title gets one") {
  struct Case {
    std::vector<std::string> paragraphs;
    std::string title;
    std::size_t left;
  };
  const std::vector<Case> cases = {
      {{"Harbour closed", "A ship ran aground."}, "Harbour closed", 1},
      {{"By Jane Doe", "Harbour closed", "A ship ran aground."}, "Harbour closed", 2},
      {{"12 November 1989", "Harbour closed", "A ship."}, "Harbour closed", 2},
      {{"# Harbour closed", "A ship ran aground."}, "Harbour closed", 1},
      {{"A ship ran aground. It was late."}, "A ship ran aground.", 1},
      {{"Mr. Smith of the U.S. Navy left. He was late."}, "Mr. Smith of the U.S. Navy left.", 1},
      {{"LONDON (Reuters) - A ship ran aground. It was late."}, "A ship ran aground.", 1},
      {{"One ship and two boats and three rafts and four buoys and five barges and six tugs and seven nets "
        "were lost in a storm that came from the west."},
       "One ship and two boats and three rafts and four buoys and five barges and six tugs and seven "
       "nets\u2026",
       1},
      {{}, "", 0},
  };
  for (auto c : cases) {
    CAPTURE(c.title);
    CHECK(take_headline(c.paragraphs) == c.title);
    CHECK(c.paragraphs.size() == c.left);
  }
}

}  // namespace broadsheet
