// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/copies/likeness.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/indexer/copies/texts.h"

using namespace broadsheet;
using test::candidate_of;

namespace {

constexpr const char* kLead =
    "The harbour of Port Almery was closed on Tuesday after a grain ship ran aground in the only deep "
    "channel, "
    "the harbour master said. The vessel, the 180-metre Castor, had lost its steering in a squall and turned "
    "across the channel shortly before dawn. Nobody was hurt and no oil has leaked, according to the coast "
    "guard, "
    "which sent two tugs from the naval yard. Eleven other ships are waiting in the bay. ";
constexpr const char* kMiddle =
    "Almery ships most of the wheat that the province sells abroad, and the harvest is at its height. "
    "Merchants "
    "said that silos along the river were almost full and that trains would have to be stopped by the "
    "weekend if "
    "the channel stayed shut. A delay of a week would cost growers some 40 million crowns, the chamber of "
    "commerce estimated. ";
constexpr const char* kEnd =
    "The harbour master, Ilse Verbruggen, told reporters that the Castor would be lightened by 3,000 tonnes "
    "before the spring tide on Friday, when another attempt could be made. The owners have hired a salvage "
    "firm "
    "from the neighbouring republic. In 1962 a collier that sank in the same bend kept the port closed for "
    "nearly a month. ";

std::string wire(const std::string& headline = "Grounded ship shuts Almery harbour. ") {
  return headline + kLead + kMiddle + kEnd;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string market(const char* stocks, const char* first, const char* second, const char* third) {
  return std::string(
             "Almery grain exchange, closing prices. Trading was quiet and prices were little changed, ") +
         "dealers said. In crowns a tonne. Winter wheat, spot " + first + ", next month " + second +
         ". Malting barley, spot " + third + ", next month " + second + ". Rye, spot " + first +
         ", next month " + third + ". Oats were not traded. Stocks in the silos of the port stood at " +
         stocks +
         " tonnes. The exchange opens again tomorrow at the usual hour, and the settlement price is that of "
         "the "
         "last sale before noon, as the rules of the exchange provide.";
}

std::string weather(const char* high, const char* low, const char* wind) {
  return std::string(
             "The weather. Bright spells and scattered showers over the whole province, heavier in the "
             "hills towards evening. Highs of ") +
         high + " degrees inland and " + low + " on the coast, winds from the southwest at " + wind +
         " kilometres an hour, stronger in exposed places. Outlook: little change. Bathers are asked to "
         "watch "
         "the flags, and farmers are reminded that ground frost is possible in sheltered valleys before "
         "dawn.";
}

std::string results(const char* company, const char* sales, const char* profit) {
  return std::string(company) + " reports first-quarter results. " + company +
         " said on Thursday that its sales in the first quarter were " + sales +
         " million crowns and its net profit " + profit + " million crowns. The board of " + company +
         " confirmed its forecast for the year. Shares of " + company +
         " were unchanged in early trading on the Almery exchange.";
}

}  // namespace

TEST_CASE("the same story printed again is a copy") {
  const std::string footer =
      " Like us and share this story. Copyright Northern Courier. All rights reserved.";
  const struct {
    std::string what;
    std::string text;
    int hours_later;
  } cases[] = {
      {"word by word", wire(), 0},
      {"word by word, years later", wire(), 24 * 365 * 3},
      {"another headline", wire("Wheat piles up as freighter blocks the port of Almery. "), 20},
      {"another headline and a footer", wire("Freighter blocks port. ") + footer, 30},
      {"cut by a third at the end", std::string("Ship aground. ") + kLead + kMiddle, 20},
      {"another dateline, left in the text", "PORT ALMERY, Wednesday (Meridian Wire) " + wire(), 8},
      {"a misspelt name put right", replaced(wire(), "Verbruggen", "Verbrugghe"), 2},
      {"a figure put right", replaced(wire(), "40 million", "45 million"), 2},
      {"two words edited", replaced(replaced(wire(), "squall", "storm"), "hired", "engaged"), 12},
  };
  const CopyCandidate original = candidate_of(wire());
  for (const auto& c : cases) {
    CAPTURE(c.what);
    CHECK(are_copies(original, candidate_of(c.text, c.hours_later)));
    CHECK(are_copies(candidate_of(c.text, c.hours_later), original));
  }
}

TEST_CASE("what only has the form of another article, or a part of it, is not a copy") {
  const std::string follow_up =
      std::string(
          "Ship refloated, Almery harbour open again. The grain ship that had blocked the harbour of Port "
          "Almery since Tuesday was pulled free at high water on Friday and taken to a berth for "
          "inspection, the coast guard said. Three tugs and the crew of a salvage vessel worked through "
          "the night by searchlight, while growers watched from the mole. The first of the waiting "
          "freighters passed the bend at noon to the sound of sirens. Divers found a dent in the rudder "
          "but no hole, and the master is to be questioned by the board of inquiry next week. ") +
      kMiddle;
  const struct {
    std::string what;
    std::string a;
    std::string b;
    int hours_later;
  } cases[] = {
      {"a market table of another day", market("41,200", "212.5", "215", "188"),
       market("40,900", "213", "215.5", "186.5"), 24},
      {"a market table with one other figure", market("41,200", "212.5", "215", "188"),
       market("41,300", "212.5", "215", "188"), 1},
      {"the weather of the next day", weather("23", "19", "30"), weather("21", "18", "40"), 24},
      {"the weather a week later, almost the same", weather("23", "19", "30"), weather("23", "18", "30"),
       168},
      {"the same form, another company", results("Harkness Mills", "212", "14"),
       results("Ostrava Glass", "97", "3.5"), 1},
      {"the same form and figures, another company", results("Harkness Mills", "212", "14"),
       results("Ostrava Glass", "212", "14"), 1},
      {"a follow-up that repeats the background", wire(), follow_up, 72},
      {"a brief with another figure",
       "Bank rate cut. The central bank cut its rate to 3.25 percent on Monday.",
       "Bank rate cut. The central bank cut its rate to 3.5 percent on Monday.", 0},
      {"the same line the next day", "Central bank sets reserves of two billion crowns, bank says",
       "Central bank sets reserves of two billion crowns, bank says", 24},
      {"a notice that returns after a month",
       "Central bank leaves rates unchanged. The central bank left its policies unchanged after the regular "
       "meeting of its council, a spokesman said in answer to enquiries. The rate remains at 3 percent.",
       "Central bank leaves rates unchanged. The central bank left its policies unchanged after the regular "
       "meeting of its council, a spokesman said in answer to enquiries. The rate remains at 3 percent.",
       700},
      {"one subject in other words", wire(),
       "Freighter stuck in the channel at Port Almery. A bulk carrier laden with wheat blocked the approach "
       "to "
       "the provincial port for a second day on Wednesday, and dealers feared that exports would suffer. The "
       "ship "
       "drifted onto a sandbank when a gust caught her during a manoeuvre, officials said.",
       20},
      {"too little text to tell", "Late results", "Late results", 0},
      {"nothing", "", "", 0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.what);
    CHECK_FALSE(are_copies(candidate_of(c.a), candidate_of(c.b, c.hours_later)));
    CHECK_FALSE(are_copies(candidate_of(c.b, c.hours_later), candidate_of(c.a)));
  }
}

TEST_CASE("a date that is not known keeps nothing apart") {
  const std::string line = "Central bank sets reserves of two billion crowns, bank says";
  CHECK(are_copies(candidate_of(line), candidate_of(line, std::nullopt)));
  CHECK(are_copies(candidate_of(line, std::nullopt), candidate_of(line, std::nullopt)));
}
