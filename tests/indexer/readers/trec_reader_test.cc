// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/sgml/trec_reader.h"

#include <doctest/doctest.h>

#include "indexer/readers/fields/print_section.h"
#include "indexer/readers/sgml/trec_docno.h"
#include "indexer/readers/sgml/trec_text.h"
#include "tests/indexer/readers/reading.h"

using namespace broadsheet;
using namespace broadsheet::test;

TEST_CASE("newswire of every TREC collection keeps what its elements say") {
  struct Case {
    std::string_view input;
    std::string_view id, title, date, source, byline, dateline, body;
  };
  constexpr Case cases[] = {
      {"<DOC>\n<DOCNO> AP880305-0007 </DOCNO>\n<FILEID>AP-NR-03-05-88 0101EST</FILEID>\n"
       "<FIRST>r a PM-Tin 03-05</FIRST>\n<HEAD>Tin & Zinc Up</HEAD>\n<HEAD>Eds: Leads with 3 grafs</HEAD>\n"
       "<BYLINE>By ANN POE</BYLINE>\n<DATELINE>LA PAZ, Bolivia (AP) </DATELINE>\n<TEXT>\n   Tin rose < 5 "
       "cents.\n"
       "</TEXT>\n</DOC>",
       "AP880305-0007", "Tin & Zinc Up", "1988-03-05", "Associated Press", "By ANN POE",
       "LA PAZ, Bolivia (AP)", "\n   Tin rose < 5 cents.\n"},
      {"<DOC>\n<DOCNO>WSJ870324-0001</DOCNO>\n<HL> Acme Plans a Sale\n@ By Bo Ray</HL>\n<DD> 03/24/87</DD>\n"
       "<SO> WALL STREET JOURNAL (J)</SO>\n<IN> MINING (MNG)\n</IN>\n<LP>A "
       "lead.</LP><TEXT>\nMore.</TEXT>\n</DOC>",
       "WSJ870324-0001", "Acme Plans a Sale", "1987-03-24", "WALL STREET JOURNAL", "", "",
       "A lead.\n\n\nMore."},
      {"<DOC><DOCNO>FT911-3</DOCNO><PROFILE>x</PROFILE><DATE>910514\n</DATE><HEADLINE>\nFT  14 MAY 91 / Tin "
       "falls\n"
       "</HEADLINE><BYLINE>   By BO RAY</BYLINE><TEXT>It fell.</TEXT><PUB>The Financial Times\n</PUB></DOC>",
       "FT911-3", "Tin falls", "1991-05-14", "The Financial Times", "By BO RAY", "", "It fell."},
      {"<DOC>\n<DOCNO> LA010289-0004 </DOCNO>\n<DATE>\n<P>\nJanuary 2, 1989, Monday, Home "
       "Edition\n</P>\n</DATE>\n"
       "<SECTION>\n<P>\nMetro; Part 2; Page 1\n</P>\n</SECTION>\n<HEADLINE>\n<P>\nRAIN AT "
       "LAST\n</P>\n</HEADLINE>\n"
       "<TEXT>\n<P>One.</P>\n<P>Two.</P></TEXT></DOC>",
       "LA010289-0004", "RAIN AT LAST", "January 2, 1989", "Los Angeles Times", "", "",
       "\n\n\nOne.\n\n\n\n\nTwo.\n\n"},
      {"<DOC>\n<DOCNO> APW19980601.0002 </DOCNO>\n<DOCTYPE> NEWS STORY </DOCTYPE>\n<DATE_TIME> 06/01/1998 "
       "00:21:00 "
       "</DATE_TIME>\n<BODY>\n<HEADLINE> Rain &AMP; Sun </HEADLINE>\n<TEXT>Wet.&UR; </TEXT>\n</BODY>\n</DOC>",
       "APW19980601.0002", "Rain &amp; Sun", "1998-06-01 00:21:00", "Associated Press", "", "", "Wet. "},
      {"<DOC id=\"NYT_ENG_19980103.0001\" type=\"story\" >\n<HEADLINE>\nA "
       "night\nout\n</HEADLINE>\n<DATELINE>\nOSLO\n"
       "</DATELINE>\n<TEXT>\n<P>\nSnow.\n</P>\n</TEXT>\n</DOC>",
       "NYT_ENG_19980103.0001", "A night out", "1998-01-03", "New York Times", "", "OSLO",
       "\n\n\n\nSnow.\n\n\n\n"},
      {"<DOC>\n<DOCNO>SJMN91-06010225</DOCNO>\n<LEADPARA>First.</LEADPARA>\n<HEADLINE>Fog</"
       "HEADLINE>\n<TEXT>Then.</TEXT>"
       "<BYLINE>BO RAY, Staff Writer</BYLINE>\n<PUBDATE>910110</PUBDATE></DOC>",
       "SJMN91-06010225", "Fog", "1991-01-10", "San Jose Mercury News", "BO RAY, Staff Writer", "",
       "First.\n\nThen."},
      {"<doc id=\"12\" url=\"http://a.example/?curid=12\" title=\"Fog\">\nFog\n\nIt is wet.\n</doc>", "12",
       "Fog", "", "", "", "", "\nFog\n\nIt is wet.\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    const Record record = read_one(c.input);
    CHECK(record.id == c.id);
    CHECK(record.title == c.title);
    CHECK(record.date == c.date);
    CHECK(record.source == c.source);
    CHECK((record.bylines.empty() ? "" : record.bylines[0]) == c.byline);
    CHECK(record.dateline == c.dateline);
    CHECK(record.body == c.body);
  }
}

TEST_CASE("sections and subjects of a TREC document are kept, each on its own") {
  const Record record = read_one(
      "<DOC><DOCNO>1</DOCNO><SECTION><P>Metro; Page 1</P></SECTION><NS>RAIN &amp; SNOW (RAI)\nTIN "
      "(TIN)\n</NS>"
      "<DESCRIPT>FOG; ICE</DESCRIPT><HEAD>a</HEAD></DOC>");
  CHECK(record.section == "Metro");
  CHECK(record.topics == std::vector<std::string>{"RAIN & SNOW (RAI)", "TIN (TIN)", "FOG", "ICE"});
}

TEST_CASE("a line on where an article stood in print has its section") {
  struct Case {
    std::string_view line;
    std::string_view section;
  };
  constexpr Case cases[] = {
      {"Section A; Page 1, Column 6; Foreign Desk", "Foreign Desk"},
      {"Part A; Page 1; Column 5; Metro Desk", "Metro Desk"},
      {"View; Part E; Page 1; View Desk", "View"},
      {"Foreign; Pg. 1", "Foreign"},
      {"Sports", "Sports"},
      {"Part II; Page 3", "Part II"},
      {";", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    CHECK(print_section(c.line) == c.section);
  }
}

TEST_CASE("a second byline of the AP is what the author of the first is") {
  const Record record = read_one(
      "<DOC><DOCNO>1</DOCNO><BYLINE>By ANN POE</BYLINE><BYLINE>Acme Writer</BYLINE><BYLINE>By BO RAY</BYLINE>"
      "<TEXT>a</TEXT></DOC>");
  CHECK(record.bylines == std::vector<std::string>{"By ANN POE, Acme Writer", "By BO RAY"});
}

TEST_CASE("TREC documents are found among rubbish, in pieces of any size, and half ones are rejected") {
  struct Case {
    std::string_view input;
    std::string_view outline;
  };
  constexpr Case cases[] = {
      {"<DOC><DOCNO>1</DOCNO><HEAD>a</HEAD></DOC> x <!-- y --> <doc><docno>2</docno><head>b</head></doc>",
       "1: a, 2: b"},
      {"<DOC><DOCNO>1</DOCNO><TEXT><DOC><DOCNO>2</DOCNO><HEAD>b</HEAD></DOC>", "2: b, reject"},
      {"<DOC><DOCNO>1</DOCNO><HEAD>a</HEAD></DOC><DOC><DOCNO>2</DOCNO><TEXT>cut o", "1: a, reject"},
      {"<DOC><DOCNO>1</DOCNO></DOC>", "reject"},
      {"<DOC id=\"x\" type=\"advis\"><TEXT>To editors.</TEXT></DOC>", "skip"},
      {"<DOC></DOC>", "reject"},
      {"<DOC/>", "reject"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(outline(read_text(c.input)) == c.outline);
    CHECK(outline(read_text(c.input, {.chunk = 1})) == c.outline);
  }
}

TEST_CASE("a page in a TREC web collection is a record, with the URL of its header") {
  const Record record = read_one(
      "<DOC>\n<DOCNO>WT01-B01-1</DOCNO>\n<DOCHDR>\nhttp://a.example/b.html 1.2.3.4 19970101 text/html 9\n"
      "HTTP/1.0 200 OK\n</DOCHDR>\n<html><title>Fog</title><p>It is wet.</html>\n</DOC>");
  CHECK(record.id == "WT01-B01-1");
  CHECK(record.url == "http://a.example/b.html");
  CHECK(record.title == "Fog");
  CHECK(record.body.find("It is wet.") != std::string::npos);
}

TEST_CASE("names of documents say the day") {
  struct Case {
    std::string_view docno;
    std::string_view date;
    std::string_view source;
  };
  constexpr Case cases[] = {
      {"AP880212-0001", "1988-02-12", "Associated Press"},
      {"WSJ870324-0001", "1987-03-24", "Wall Street Journal"},
      {"LA123190-0001", "1990-12-31", "Los Angeles Times"},
      {"XIE19960101.0001", "1996-01-01", "Xinhua"},
      {"AFP_ENG_20021231.0420", "2002-12-31", "Agence France-Presse"},
      {"EFE19940101-00001", "1994-01-01", "EFE"},
      {"FT911-3", "", "Financial Times"},
      {"AP881345-0001", "", "Associated Press"},
      {"clueweb09-en0000-00-00000", "", ""},
      {"19980101", "", ""},
      {"DOC222", "", ""},
      {"", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.docno);
    CHECK(read_docno(c.docno).date == c.date);
    CHECK(read_docno(c.docno).source == c.source);
  }
}

TEST_CASE("dates of TREC collections become unambiguous") {
  struct Case {
    std::string_view input;
    std::string_view expected;
  };
  constexpr Case cases[] = {
      {" 01/30/03\n", "2003-01-30"},    {"06/01/1998 00:21:00", "1998-06-01 00:21:00"},
      {"30/01/1998", "1998-01-30"},     {"May 5, 1990, Saturday, Home Edition", "May 5, 1990"},
      {"1 March 1994", "1 March 1994"}, {"1/2", "1/2"},
      {"123/45/67", "123/45/67"},       {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(trec_date(c.input) == c.expected);
  }
}
