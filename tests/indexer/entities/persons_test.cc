// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/persons.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace broadsheet {
namespace {

struct Case {
  std::string text;
  std::vector<std::string> persons;
};

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += name + "; ";
  return all;
}

std::vector<std::string> names_of(const std::vector<FoundNames::Name>& found) {
  std::vector<std::string> names;
  for (const auto& name : found) names.push_back(name.name);
  return names;
}

std::vector<std::string> persons_of(const std::string& text) {
  return names_of(find_names({{TextPlace::Body, text}}).persons);
}

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(joined(persons_of(c.text)) == joined(c.persons));
  }
}

TEST_CASE("titles, offices and occupations are left off a name") {
  check({
      {"The visit by Secretary of State Marco Rubio was short.", {"Marco Rubio"}},
      {"Russian Foreign Minister Sergei Lavrov left early.", {"Sergei Lavrov"}},
      {"U.S. House Speaker Newt Gingrich refused.", {"Newt Gingrich"}},
      {"It was a blow to Gen. Colin Powell and to Sen. Joe Biden.", {"Colin Powell", "Joe Biden"}},
      {"The spokesperson Karoline Leavitt took no questions.", {"Karoline Leavitt"}},
      {"Bundeskanzlerin Angela Merkel reiste nach Paris.", {"Angela Merkel"}},
      {"Le président Emmanuel Macron a parlé hier.", {"Emmanuel Macron"}},
      {"El presidente Felipe González viajó a Roma.", {"Felipe González"}},
      {"Arbeitgeberpräsident Otto Esser widersprach.", {"Otto Esser"}},
  });
}

TEST_CASE("initials, particles, suffixes and hyphens belong to a name") {
  check({
      {"A novel by J. R. R. Tolkien was sold.", {"J. R. R. Tolkien"}},
      {"Former President George W. Bush painted.", {"George W. Bush"}},
      {"The court heard Robert F. Kennedy Jr. on Monday.", {"Robert F. Kennedy Jr."}},
      {"A concert of works by Ludwig van Beethoven ended late.", {"Ludwig van Beethoven"}},
      {"Talks with Ursula von der Leyen failed.", {"Ursula von der Leyen"}},
      {"Talks with Bashar al-Assad failed.", {"Bashar al-Assad"}},
      {"Critics of Jean-Claude Juncker laughed.", {"Jean-Claude Juncker"}},
      {"Fans of Paul O'Neill and Ewan McGregor waited.", {"Paul O'Neill", "Ewan McGregor"}},
      {"The home of Charles de Gaulle is a museum.", {"Charles de Gaulle"}},
  });
}

TEST_CASE("surnames come first where they do") {
  check({
      {"A meeting with Ban Ki-moon was called off.", {"Ban Ki-moon"}},
      {"Under Deng Xiaoping the villages grew.", {"Deng Xiaoping"}},
      {"The sunshine policy of Kim Dae-jung ended. Kim said so.", {"Kim Dae-jung"}},
      {"A statue of Kim Jong Il was unveiled.", {"Kim Jong Il"}},
  });
}

TEST_CASE("a person is listed once, under the fullest and commonest spelling") {
  check({
      {"Zelenski was late. President Volodymyr Zelensky said so himself, and Zelenskyy smiled.",
       {"Volodymyr Zelensky"}},
      {"Margaret Thatcher spoke. Later Thatcher's aides denied it, as Mrs Thatcher had wished.",
       {"Margaret Thatcher"}},
      {"George Bush spoke. George W. Bush listened.", {"George W. Bush"}},
      {"Mikhail Gorbachev spoke. Michail Gorbatschow left. Gorbachev stayed. Mikhail Gorbachev won.",
       {"Mikhail Gorbachev"}},
      {"Bernard Tapie kam nicht. Bernard Tapies Boot ist gesunken.", {"Bernard Tapie"}},
  });
}

TEST_CASE("persons with one surname stay two") {
  check({
      {"Bill Clinton came with Hillary Clinton. Clinton smiled.", {"Bill Clinton", "Hillary Clinton"}},
      {"Kim Jong-il was the father of Kim Jong-un.", {"Kim Jong-il", "Kim Jong-un"}},
  });
}

TEST_CASE("a compound of two surnames is no person but mentions both") {
  check({
      {"The Trump-Putin meeting is over.", {}},
      {"The Trump-Putin meeting is over, said Donald Trump.", {"Donald Trump"}},
  });
}

TEST_CASE("a surname alone never gains a given name, and stays only after the highest titles") {
  check({
      {"Putin spoke for an hour. The crowd heard Putin.", {}},
      {"President Reagan vetoed the bill. Reagan was tired.", {"Reagan"}},
      {"Mr Smith paid the fine.", {}},
      {"King Hussein flew home.", {"Hussein"}},
  });
}

TEST_CASE("what is called after persons is no person") {
  check({
      {"Shares of Philip Morris Companies Inc rose. Philip Morris makes cigarettes.", {}},
      {"Analysts at Merrill Lynch, Goldman Sachs and J.P. Morgan disagree.", {}},
      {"Fans saw Aston Villa lose in San Francisco and in St. Petersburg.", {}},
      {"A doctor at Johns Hopkins University wrote it.", {}},
      {"She lives in Los Angeles, near Hyde Park, off Grace Road.", {}},
      {"Wells Fargo lent money to Smith Barney.", {}},
      {"The North Atlantic Treaty Organization met the European Union.", {}},
      {"It happened on Monday in New York, in April and at Easter.", {}},
      {"The Hong Kong-based bank and the Sri Lanka team are not persons.", {}},
  });
}

TEST_CASE("people with names of places and of ordinary words are persons") {
  check({
      {"The heiress Paris Hilton arrived.", {"Paris Hilton"}},
      {"Prime Minister Theresa May resigned.", {"Theresa May"}},
      {"The swimmer Mark Spitz and the golfer Tiger Woods met.", {"Mark Spitz", "Tiger Woods"}},
      {"Jack Straw told lawmakers about it.", {"Jack Straw"}},
      {"Michael Jordan scored.", {"Michael Jordan"}},
  });
}

TEST_CASE("an unlisted name counts with an age, an occupation or a verb of saying beside it") {
  check({
      {"The driver, Xolani Bhekizwe, 34, was unhurt.", {"Xolani Bhekizwe"}},
      {"Zhorzh Akopdzhan, an adviser to the government, agreed.", {"Zhorzh Akopdzhan"}},
      {"Brown Table was in Green Chair.", {}},
  });
}

TEST_CASE("reporters' credits are no mentions") {
  check({{"The vote is on Friday. (Reporting by Jane Miller and Peter Brown; Editing by Anna Scott)", {}}});
}

TEST_CASE("a heading in capitals repeats the names of the text below") {
  const FoundNames found = find_names({{TextPlace::Title, "REAGAN TO MEET GORBACHEV"},
                                       {TextPlace::Body, "Ronald Reagan will meet Mikhail Gorbachev."}});
  REQUIRE(names_of(found.persons) == std::vector<std::string>{"Ronald Reagan", "Mikhail Gorbachev"});
  REQUIRE(found.persons[0].spans.size() == 2);
  CHECK(found.persons[0].spans[0] == Span{0, 0, 6});
  CHECK(found.persons[0].spans[1] == Span{1, 0, 13});
  CHECK(found.persons[1].spans[0] == Span{0, 15, 24});
}

TEST_CASE("names at the head of comments in capitals are found as in ordinary print") {
  check({
      {"The rate rose. COMMENTS: DARREN POLLOCK, CHIEF ECONOMIST, NORTHERN BANK, LEEDS: \"It is good,\" he "
       "said.",
       {"Darren Pollock"}},
      {"He said the GDP and CPI data from IMF, EU and NATO are late.", {}},
  });
}

TEST_CASE("surnames of several words, and words with a prefix before a name, are told from first names") {
  check({
      {"Karel De Smet spoke. De Smet left.", {"Karel De Smet"}},
      {"Minister Pedro Silva Pereira spoke. Then Silva Pereira left.", {"Pedro Silva Pereira"}},
      {"Co-founders Henry Wallace and Anna Brandt spoke.", {"Henry Wallace", "Anna Brandt"}},
  });
}

TEST_CASE("a building or prize that bears a name is no person") {
  check({
      {"He walked out of Victor Verster prison on Sunday.", {}},
      {"They met at the Martin Keller stadium and the Anna Brandt hospital.", {}},
      {"Martin Keller's hospital bed was empty.", {"Martin Keller"}},
  });
}

TEST_CASE("an article all in capitals yields names in ordinary print") {
  check({
      {"PRIME MINISTER HAROLD MACMILLAN FLEW TO NASSAU TO SEE THE PRESIDENT . MACMILLAN WAS CHEERFUL .",
       {"Harold Macmillan"}},
      {"DEFENSE SECRETARY ROBERT MCNAMARA OPPOSED THE MISSILE .", {"Robert McNamara"}},
      {"THE ALLIES FOLLOWED CHARLES DE GAULLE INTO THE HALL .", {"Charles de Gaulle"}},
  });
}

TEST_CASE("Russian and Ukrainian names are found in the nominative and brought into it") {
  check({
      {"Вчера выступил Сергей Иваненко, и все молчали.", {"Сергей Иваненко"}},
      {"Встреча Сергея Иваненко прошла тихо.", {"Сергей Иваненко"}},
      {"Слова Марии Кузнецовой услышали все.", {"Мария Кузнецова"}},
      {"Учора виступив Тарас Коваленко у Києві.", {"Тарас Коваленко"}},
  });
}

TEST_CASE("leading persons are found in their own script under their Latin names") {
  check({
      {"中国领导人邓小平访问日本。", {"Deng Xiaoping"}},
      {"習近平国家主席とプーチン大統領が会談した。", {"Xi Jinping", "Vladimir Putin"}},
      {"Президент Владимир Зеленский и Михаил Горбачёв не встречались.",
       {"Volodymyr Zelensky", "Mikhail Gorbachev"}},
      {"Президент Володимир Зеленський приїхав.", {"Volodymyr Zelensky"}},
      {"Встреча Владимира Путина прошла тихо.", {"Vladimir Putin"}},
      {"قال ياسر عرفات إن الاجتماع انتهى.", {"Yasser Arafat"}},
      {"伊万卡·特朗普到访。", {"Ivanka Trump"}},
      {"艾米·特朗普到访。", {}},
  });
}

TEST_CASE("bodies and companies are listed by the way") {
  const FoundNames found = find_names(
      {{TextPlace::Body,
        "The Ministry of Defence wrote to Flex Ltd, the IMF and the University of Oslo. NATO agreed."}});
  CHECK(joined(names_of(found.organisations)) ==
        "Ministry of Defence; Flex Ltd; International Monetary Fund; University of Oslo; NATO; ");
}

TEST_CASE("every span lies in its part and names the person") {
  const std::string text = "President Ronald Reagan's aides said Reagan slept. \"Reagan\" is a name.";
  const FoundNames found = find_names({{TextPlace::Body, text}});
  REQUIRE(found.persons.size() == 1);
  CHECK(found.persons[0].spans.size() == 3);
  for (const Span& span : found.persons[0].spans) {
    CHECK(text.substr(span.begin, span.end - span.begin).ends_with("Reagan"));
  }
}

TEST_CASE("nothing, and what is no text, has no names") {
  CHECK(find_names({}).persons.empty());
  for (const char* odd :
       {"", " ", "\n\n", "...", "'", "-", "&", "\xFF\xFE\xC3", "\xC3", "A", "A.", "Jr.", "al-", "'s"}) {
    CAPTURE(odd);
    CHECK(persons_of(odd).empty());
  }
}

TEST_CASE("text cut at any byte is read to its end") {
  const std::string text =
      "Prof. J.R. O'Neill-Śmith, Jr., met “Владимира Путина” & 邓小平 al-Assad's M. Trudeau in St. ";
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    for (std::size_t size = 0; begin + size <= text.size(); size += 3) {
      const FoundNames found = find_names({{TextPlace::Body, std::string_view(text).substr(begin, size)}});
      for (const auto& person : found.persons) {
        REQUIRE_FALSE(person.spans.empty());
        CHECK(person.spans.back().end <= size);
      }
    }
  }
}

}  // namespace
}  // namespace broadsheet
