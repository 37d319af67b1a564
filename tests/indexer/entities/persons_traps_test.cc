// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/entities/persons/persons.h"

namespace broadsheet {
namespace {

std::vector<std::string> persons_in(const std::string& text) {
  std::vector<std::string> names;
  for (const auto& person : find_names({{TextPlace::Body, text}}).persons) names.push_back(person.name);
  return names;
}

TEST_CASE("companies, places, clubs, days, prizes, laws, ships and things called after persons are none") {
  const std::vector<std::string> sentences = {
      "Shares of Ford Motor fell after Johnson & Johnson cut its forecast.",
      "Morgan Stanley and Goldman Sachs advised Procter & Gamble on the sale.",
      "JP Morgan raised its rating of Charles Schwab on Friday.",
      "Analysts at Merrill Lynch and Smith Barney disagreed.",
      "Philip Morris Cos said it would appeal the ruling.",
      "Eli Lilly and Co has recalled the drug.",
      "The fashion house Ralph Lauren opened a store beside Marks & Spencer.",
      "Ben & Jerry's will stop selling ice cream there.",
      "Wal-Mart and Home Depot both reported higher sales.",
      "Standard & Poor's cut the rating of Banco Santander.",
      "A spokesman for Rolls-Royce declined to comment.",
      "The flight from John F. Kennedy International Airport was late.",
      "Crowds walked down Martin Luther King Boulevard to City Hall.",
      "The ship docked at Port Elizabeth before sailing to St. Petersburg.",
      "Fires spread across San Francisco, Santa Barbara and San Bernardino.",
      "The team trained in St. Louis and played in San Jose.",
      "Snow fell in Lake Louise and at Fort Collins.",
      "He studied at Johns Hopkins University in Baltimore.",
      "Patients were taken to St. Vincent's Hospital.",
      "The match at Stamford Bridge ended without goals.",
      "Rain stopped play at Ellis Park and at Lord's.",
      "Manchester United beat Aston Villa 2-1 at Old Trafford.",
      "Glasgow Rangers drew with Partick Thistle on Saturday.",
      "The San Diego Padres beat the Texas Rangers 5-3.",
      "Borussia Dortmund signed a striker from Boca Juniors.",
      "Notts County and Crystal Palace were relegated.",
      "Carlton will meet St. Kilda in the final.",
      "The meeting is on Good Friday or Easter Monday.",
      "Trading resumes on Monday after Labor Day.",
      "April sales were weak but May was better.",
      "Markets are closed on Columbus Day.",
      "The Nobel Prize was shared by two chemists.",
      "She won a Pulitzer Prize and a Booker Prize.",
      "He lifted the Davis Cup and the Stanley Cup in one year.",
      "The Ryder Cup starts on Friday.",
      "The play won a Tony and two Olivier awards.",
      "The Sarbanes-Oxley Act changed how books are kept.",
      "Congress amended the Smoot-Hawley tariff law.",
      "The Taft-Hartley Act allows a pause in strikes.",
      "Lawyers cited the Miranda warning.",
      "The destroyer USS Arleigh Burke left Norfolk.",
      "The tanker Exxon Valdez ran aground.",
      "Hurricane Andrew struck Florida before Hurricane Katrina did.",
      "Tropical Storm Gordon weakened over Georgia.",
      "Typhoon Angela killed dozens.",
      "The president and the prime minister met the foreign minister.",
      "The Secretary of State will see the Attorney General.",
      "Chief Executive and Chairman are now two posts.",
      "The Archbishop of Canterbury spoke after the Prince of Wales.",
      "A lieutenant colonel and a major general were dismissed.",
      "PARIS 12 18 sunny; ROME 14 22 cloudy; MADRID 16 25 clear.",
      "Warsaw 3 9 rain, Helsinki -2 4 snow, Lisbon 12 19 fair.",
      "Parkinson's disease and Alzheimer's disease remain incurable.",
      "The Richter scale and the Fahrenheit scale were explained.",
      "The Hubble Space Telescope took the picture.",
      "The Tomahawk missile and the Patriot battery were tested.",
      "He drove a Mercedes Benz and she a Ford Escort.",
      "The new Apple Macintosh was shown beside the Dell Inspiron.",
      "Jack Daniel's and Johnnie Walker will cost more.",
      "The New York Times and the Washington Post endorsed nobody.",
      "The St. Petersburg Times won.",
      "The Wall Street Journal quoted Dow Jones.",
      "The Dow Jones industrial average rose.",
      "The Franklin Institute and the Brookings Institution agreed.",
      "The Konrad Adenauer Foundation paid for the trip.",
      "The Simon Wiesenthal Center named the camps.",
      "The Bill and Melinda Gates Foundation gave money.",
      "Victoria and New South Wales banned the sale.",
      "Virginia and Georgia voted on Tuesday.",
      "The trial of the Birmingham Six began at the Old Bailey.",
      "King's Lynn and Bishop's Stortford lost their trains.",
      "The River Jordan and Lake Victoria were low.",
      "The Church of England and the Church of Scotland met.",
      "Opposition leaders from Likud and Labour walked out.",
      "The film Schindler's List won.",
      "The Monroe Doctrine and the Marshall Plan were debated.",
      "The Booker panel and the Turner jury met.",
      "The Reuter Poll was taken in March.",
      "Happy New Year, Merry Christmas.",
      "Details of the Lockerbie trial were given in Camp Zeist.",
      "The Rev. was late, said Mr.",
  };
  CHECK(sentences.size() >= 60);
  for (const std::string& sentence : sentences) {
    CAPTURE(sentence);
    CHECK(persons_in(sentence) == std::vector<std::string>{});
  }
}

TEST_CASE("persons of whose names no word is known are found by what stands around them") {
  struct FoundCase {
    std::string text;
    std::vector<std::string> persons;
  };
  const std::vector<FoundCase> cases = {
      {"The striker Cuauhtemoc Blanco scored twice for Mexico.", {"Cuauhtemoc Blanco"}},
      {"Prime Minister Megawati Sukarnoputri resigned.", {"Megawati Sukarnoputri"}},
      {"Talks between Semyon Sharetsky and Vidadi Rzayev broke down.", {"Semyon Sharetsky", "Vidadi Rzayev"}},
      {"Hen Vipheak, a newspaper editor, was jailed.", {"Hen Vipheak"}},
      {"The actress Mishi Saran declined.", {"Mishi Saran"}},
      {"The batsman Inzamam-ul-Haq said that Moin Khan had been ill.", {"Inzamam-ul-Haq", "Moin Khan"}},
      {"1. Fita Bayissa (Ethiopia) 13 minutes 5.4 seconds", {"Fita Bayissa"}},
      {"Sjeng Schalken (Netherlands) beat Guy Forget (France) 6-3 6-4", {"Sjeng Schalken", "Guy Forget"}},
      {"Dr. Ngozi Okonjo-Iweala thanked the board.", {"Ngozi Okonjo-Iweala"}},
      {"The singer Björk Guðmundsdóttir will open the festival.", {"Björk Guðmundsdóttir"}},
      {"Wang Wei told reporters that Liu Huaqing had left.", {"Wang Wei", "Liu Huaqing"}},
      {"Henry Ford founded Ford Motor in Detroit.", {"Henry Ford"}},
      {"The banker T.J. Okonkwo kept silent.", {"T.J. Okonkwo"}},
  };
  for (const FoundCase& c : cases) {
    CAPTURE(c.text);
    CHECK(persons_in(c.text) == c.persons);
  }
}

TEST_CASE("an article in capitals is read by the rules alone and gives no heading for a name") {
  const std::vector<std::string> none = {
      "STOCKS FALL IN TOKYO AS YEN RISES. TRADERS SAW NO END TO IT.",
      "STORM HITS COAST OF FLORIDA. SCHOOLS STAY SHUT ON MONDAY.",
  };
  for (const std::string& text : none) {
    CAPTURE(text);
    CHECK(persons_in(text) == std::vector<std::string>{});
  }
  CHECK(persons_in("PRESIDENT JOHN KENNEDY SPOKE. THE CROWD HEARD HIM.") ==
        std::vector<std::string>{"John Kennedy"});
}

}  // namespace
}  // namespace broadsheet
