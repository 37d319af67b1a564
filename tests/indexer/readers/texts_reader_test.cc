// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/texts_reader.h"

#include <doctest/doctest.h>

#include "indexer/readers/text/text_layout.h"
#include "tests/indexer/readers/reading.h"

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

const char* const kOldLexis =
    "\n\n                    1 of 2 DOCUMENTS\n\n                     The Day\n\n"
    "              March 5, 2019 Tuesday\n               Late Edition - Final\n\n"
    "Tin Is Found, and\nNobody Knows Why\n\n"
    "BYLINE: By ANN POE; Bo Ray contributed.\n\nSECTION: Foreign; Pg. 1\n\nLENGTH: 413 words\n\nDATELINE: "
    "OSLO\n\n"
    " Tin was found: it was good.\n\nSubjectively good.\n\n"
    "URL: http://day.example\n\nSUBJECT: TIN (92%); MINING (88%)\n\nPERSON: ANN POE (79%)\n\n"
    "COUNTRY: NORWAY (92%); NOWHERE (50%)\n\nLOAD-DATE: March 6, 2019\n\nLANGUAGE: ENGLISH\n\n"
    "          Copyright 2019 The Day\n            All Rights Reserved\n\n\n"
    "                    2 of 2 DOCUMENTS\n\n                     The Week\n\n                 6 March "
    "2019\n\n"
    "Second\n\nLENGTH: 3 words\n\nBody two.\n\nLOAD-DATE: March 6, 2019\n";

const char* const kNewLexis =
    "Document 1 of 2\n\nTin Is Found\nThe Day\nMarch 5, 2019 Tuesday\n\nCopyright 2019 The Day All Rights "
    "Reserved\n\n"
    "Section: Foreign\nLength: 413 words\nByline: By Ann Poe\nBody\n\nTin was found.\n\nLength: no label "
    "here.\n\n"
    "Classification\n\nLanguage: ENGLISH\n\nSubject: TIN (92%)\n\nEnd of Document\n"
    "Document 2 of 2\n\nSecond\nThe Week\nMarch 6, 2019\n\nLength: 3 words\n\nBody\n\nBody two.\n\nEnd of "
    "Document\n";

const char* const kFactiva =
    "SE  World\nHD  Tin Is\nFound\nBY  By Ann Poe\nWC  413 words\nPD  5 March 2019\nET  10:15\nSN  The "
    "Day\nLA  English\n"
    "LP  \nTin was found.\n\nTD  \nIt was good.\n\nCO  acme : Acme Inc | ray : Ray Ltd\nNS  gcat : Politics\n"
    "RE  norw : Norway | eurz : Nowhere\nAN  Document DAY1\n\n"
    "HD  Second\nWC  3 words\nPD  6 March 2019\nSN  The Week\nLP  Body two.\nAN  Document WEEK1\n";

const char* const kProQuest =
    "____________________________________________________________\nReport Information\n"
    "____________________________________________________________\n\nDocument 1 of 2\n\nTin Is Found\n\n"
    "Author: Poe, Ann\n\nFull text: Tin was found: it was good.\n\nReally.\n\nTitle: Tin Is Found\n\n"
    "Publication title: The Day\n\nPublication date: Mar 5, 2019\n\nPages: 1\n\nSubject: Tin; Mining\n\n"
    "Location: Norway; Oslo\n\nProQuest document ID: 17\n"
    "____________________________________________________________\n\nDocument 2 of 2\n\nFull text: Body "
    "two.\n\n"
    "Title: Second\n\nPublication title: The Week\n\nProQuest document ID: 18\n";

const char* const kRuled =
    "Title: One\nDate: 2019-03-05\n\nBody: one.\n==========\nTitle: Two\nDate: 2019-03-06\n\nBody "
    "two.\n==========\n";
const char* const kPages = "One\n5 March 2019\n\nBody.\n\fTwo\n6 March 2019\n\nBody.\n";
const char* const kBlocks =
    "Title: One\nDate: 2019-03-05\n\nBody: one.\n\nTitle: Two\nDate: 2019-03-06\n\nTitle: a word\n";

}  // namespace

TEST_CASE("exports of databases and texts with separators are cut into their articles, however they arrive") {
  struct Case {
    std::string_view input;
    std::string_view outline;
  };
  const Case cases[] = {
      {kOldLexis, "Tin Is Found, and Nobody Knows Why, Second"},
      {kNewLexis, "Tin Is Found, Second"},
      {kFactiva, "DAY1: Tin Is Found, WEEK1: Second"},
      {kProQuest, "17: Tin Is Found, 18: Second, skip"},
      {kRuled, "One, Two"},
      {kPages, "One, Two"},
      {kBlocks, "One, Two"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    const Reading reading = read_text(c.input);
    CHECK(reading.format == "texts");
    CHECK(outline(reading) == c.outline);
    CHECK(outline(read_text(c.input, {.chunk = 1})) == c.outline);
  }
}

TEST_CASE("an article of LexisNexis keeps what its labels say") {
  const Record record = read_text(kOldLexis).records.at(0);
  CHECK(record.source == "The Day");
  CHECK(record.date == "March 5, 2019");
  CHECK(record.bylines == std::vector<std::string>{"By ANN POE"});
  CHECK(record.section == "Foreign");
  CHECK(record.dateline == "OSLO");
  CHECK(record.body == " Tin was found: it was good.\n\nSubjectively good.\n\n");
  CHECK(record.url.empty());
  CHECK(record.topics == std::vector<std::string>{"TIN", "MINING"});
  CHECK(record.persons == std::vector<std::string>{"ANN POE"});
  CHECK(record.countries == std::vector<std::string>{"NORWAY"});
  CHECK(record.language == "ENGLISH");
  CHECK(record.rights == "Copyright 2019 The Day. All Rights Reserved");
  const Record newer = read_text(kNewLexis).records.at(0);
  CHECK(newer.source == "The Day");
  CHECK(newer.date == "March 5, 2019");
  CHECK(newer.section == "Foreign");
  CHECK(newer.body == "\nTin was found.\n\nLength: no label here.\n\n");
  CHECK(newer.topics == std::vector<std::string>{"TIN"});
}

TEST_CASE("articles of Factiva and ProQuest keep what their tags say") {
  const Record factiva = read_text(kFactiva).records.at(0);
  CHECK(factiva.date == "5 March 2019 10:15");
  CHECK(factiva.source == "The Day");
  CHECK(factiva.section == "World");
  CHECK(factiva.body == "\nTin was found.\n\n\n\nIt was good.\n\n");
  CHECK(factiva.organisations == std::vector<std::string>{"Acme Inc", "Ray Ltd"});
  CHECK(factiva.topics == std::vector<std::string>{"Politics"});
  CHECK(factiva.countries == std::vector<std::string>{"Norway"});
  const Record proquest = read_text(kProQuest).records.at(0);
  CHECK(proquest.date == "Mar 5, 2019");
  CHECK(proquest.source == "The Day");
  CHECK(proquest.bylines == std::vector<std::string>{"Ann Poe"});
  CHECK(proquest.body == "Tin was found: it was good.\n\nReally.");
  CHECK(proquest.topics == std::vector<std::string>{"Tin", "Mining"});
  CHECK(proquest.countries == std::vector<std::string>{"Norway"});
}

TEST_CASE("a single article is never cut") {
  constexpr std::string_view texts[] = {
      "A feature\n\nText.\n\n* * * * * * * "
      "*\n\nText.\n\n==============\n\nText.\n\n--------------\n\nText.\n",
      "A report\n\nText that runs on\n\fto the second page.\n\fPage 3\n\nText.\n",
      "# Title\n\nText.\n\n---\n\n## Below\n\nText.\n\n**********\n\n## More\n\nText.\n",
      "Title\n===========\n\nText.\n\nBelow\n-----------\n\nText.\n",
      "Title: One\n\nText about it.\n\nTitle: a word that comes again\n\nText.\n",
      "Title: One\nDate: 2019-03-05\n\nText.\n\n==========\n\nA box: more text.\n\n==========\n\nAnd more.\n",
      "The first of 200 documents\n\n3 of 5 people read documents.\n",
      "HD television\n\nSN is tin, PD palladium.\nLP records\n",
      "A table\n\nTin      1.0\n__________________________\nTotal    1.0\n",
      "Minutes\n5 March 2019\n\nText.\n==========\nNo date here\n\nText.\n==========\nText.\n",
  };
  for (const std::string_view text : texts) {
    CAPTURE(text);
    CHECK_FALSE(recognise_text_layout(text));
    CHECK(read_text(text).records.size() == 1);
  }
}

TEST_CASE("--format texts reads a text without separators as the one article that it is") {
  CHECK(outline(read_text("One\n\nText.", {.options = {.format = "texts"}})) == "One");
  CHECK(outline(read_text(" \n", {.options = {.format = "texts"}})) == "");
}

TEST_CASE("an export cut off anywhere is no crash and loses no whole article") {
  for (const std::string_view whole : {kOldLexis, kFactiva, kProQuest, kRuled}) {
    for (std::size_t length = whole.size() / 2; length < whole.size(); length += 7) {
      CAPTURE(length);
      const Reading reading = read_text(whole.substr(0, length), {.options = {.format = "texts"}});
      CHECK(reading.records.size() >= 1);
      CHECK(reading.records.size() <= 2);
    }
  }
}
