// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire/wire_reader.h"

#include <doctest/doctest.h>

#include "indexer/readers/wire/iptc7901_record.h"
#include "indexer/readers/wire/wire_date.h"
#include "indexer/readers/wire/wire_notes.h"
#include "tests/indexer/readers/reading.h"

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

std::string iptc(const std::string& text, const std::string& header = "xyz0123 4 pl 20  dpa 45",
                 const std::string& trailer = "051830 GMT Mar 19") {
  return "\x01" + header + "\r\n\r\nTin/Oslo/\r\n\x02" + text + "\r\n\x03" + trailer + "\r\n\x7F\x04";
}

std::string anpa(const std::string& text, const std::string& slug = "BC-NO--Tin Rush, 2nd Ld-Writethru,120") {
  return "\x16\x16\x01W0017\x1F-----\r\nr i\x13\x11 BC-NO--Tin Rush 03-05 0120\r\n\x02^" + slug + "<\r\n" +
         text +
         "\t\x03"
         "AP-NY-03-05-19 1330EST<\r\n\x04";
}

}  // namespace

TEST_CASE("a message of IPTC 7901 keeps all that its header and head say") {
  const Record record =
      read_one(iptc("1ST LEAD\r\nA rush for tin in\r\nthe north =\r\nBy Ann Poe, dpa =\r\n\r\n"
                    "Oslo (dpa) - Tin was found.\r\n\r\ndpa ap br\r\n"));
  CHECK(record.id == "xyz0123/2019-03-05");
  CHECK(record.version == "1");
  CHECK(record.title == "A rush for tin in the north");
  CHECK(record.date == "2019-03-05T18:30Z");
  CHECK(record.bylines == std::vector<std::string>{"By Ann Poe, dpa"});
  CHECK(record.section == "Politics");
  CHECK(record.source == "dpa");
  CHECK(record.topics == std::vector<std::string>{"Tin", "Oslo"});
  CHECK(record.body == "Oslo (dpa) - Tin was found.\n");
  CHECK(record.status.empty());
  CHECK_FALSE(record.corrected);
}

TEST_CASE("the story of an IPTC message is found among what desks write around it") {
  struct Case {
    std::string_view text;
    std::string_view title;
    std::string_view body;
  };
  constexpr Case cases[] = {
      {"Title =\r\n\r\nText.", "Title", "Text.\n"},
      {"Title\n\n   Text.\n   More.", "Title", "   Text.\n   More.\n"},
      {"Title\r\r\n   OSLO, 5 mar (AFP) - Texte.", "Title", "   OSLO, 5 mar (AFP) - Texte.\n"},
      {"URGENT\r\nTitle =\r\n\r\nText.\r\n\r\n# dpa-Notizblock\r\n\r\n## Orte\r\nx", "Title", "Text.\n"},
      {"Title =\r\n\r\nText.\r\n\r\n* * * *\r\nThe following information is not for publication\r\nx",
       "Title", "Text.\n"},
      {"Title =\r\n\r\nText.\r\n\r\n* * * *\r\nMore text.", "Title", "Text.\n\n* * * *\nMore text.\n"},
      {"Title (PAPIER GENERAL)\r\n\r\nTexte.\r\nab/cde", "Title", "Texte.\n"},
      {"Title\r\nUtl.: Below it\r\n=\r\n\r\nText.\r\n(Schluss) ab/cd", "Title", "Below it\n\nText.\n"},
      {"A line that is long enough to have been wrapped by the wire =\r\n\r\n"
       "A first line that is long enough to have been wrapped by\r\nthe wire.\r\nShort.",
       "A line that is long enough to have been wrapped by the wire",
       "A first line that is long enough to have been wrapped by the wire.\nShort.\n"},
      {"Title =\r\n\r\nA row of a table that is long   1.0   2.0   3.0   4.0   5.0\r\nTin   1.0   2.0",
       "Title", "A row of a table that is long   1.0   2.0   3.0   4.0   5.0\nTin   1.0   2.0\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Record record = read_one(iptc(std::string(c.text)));
    CHECK(record.title == c.title);
    CHECK(record.body == c.body);
  }
}

TEST_CASE("an IPTC message says whether it is held back, corrected or killed") {
  const Record held = read_one(iptc("Sperrfrist: 6. Mai 2019, 06.00 Uhr\r\nTitle =\r\n\r\nText."));
  CHECK(held.embargo == "6. Mai 2019, 06.00 Uhr");
  CHECK(held.title == "Title");
  const Record corrected = read_one(iptc("BERICHTIGUNG\r\nTitle =\r\n\r\nText, zu xyz0099."));
  CHECK(corrected.corrected);
  CHECK(corrected.replaces == std::vector<std::string>{"xyz0099/2019-03-05"});
  CHECK(read_one(iptc("KORREKTUR: Title =\r\n\r\nText.")).corrected);
  const Record killed = read_one(iptc("ANNULLIERT\r\nTitle =\r\n\r\nNicht verwenden: xyz0099."));
  CHECK(killed.status == "kill");
  CHECK(killed.replaces == std::vector<std::string>{"xyz0099/2019-03-05"});
  CHECK(read_one(iptc("Title =\r\n\r\nText, zu xyz0099.")).replaces.empty());
}

TEST_CASE("headers of IPTC 7901 are read as agencies write them") {
  struct Case {
    std::string_view header;
    std::string_view id;
    std::string_view source;
    std::string_view section;
  };
  constexpr Case cases[] = {
      {"eca062 4 i 211 ccccb   dpa 061", "eca062/2019-03-05", "dpa", "International"},
      {"FRS1234 4 I 0200 FRA /AFP-AB12", "FRS1234/2019-03-05", "AFP", "International"},
      {"APA 0123 5 AI 0234", "APA0123/2019-03-05", "APA", "International"},
      {"BEL0123 4 POL 0234 F", "BEL0123/2019-03-05", "Belga", "Politics"},
      {"QQQ1 4 XY 3", "QQQ1/2019-03-05", "", "XY"},
      {"qqq1 4 i 20  qqq 12", "qqq1/2019-03-05", "qqq", "International"},
      {"QQQ1", "QQQ1/2019-03-05", "", ""},
      {"", "", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.header);
    std::string message = iptc("Title =\r\n\r\nText.", std::string(c.header));
    if (c.header.empty())
      message = "\x01\x02Title of it =\r\n\r\nText of it, long enough to be text.\x03\x04";
    const Record record = read_one(message, {.options = {.format = "iptc-7901"}});
    CHECK(record.id == c.id);
    CHECK(record.source == c.source);
    CHECK(record.section == c.section);
  }
}

TEST_CASE("a place or author on a line of its own becomes a field") {
  const Record record = read_one(iptc("Snow\r\n\r\n  Stockholm (TT)\r\n  It snowed.\r\n  Ann Poe/TT"));
  CHECK(record.dateline == "Stockholm (TT)");
  CHECK(record.bylines == std::vector<std::string>{"Ann Poe"});
  CHECK(record.body == "  It snowed.\n");
}

TEST_CASE("dates of wires become ISO dates, and are none without a year") {
  struct Case {
    std::string_view line;
    std::string_view date;
  };
  constexpr Case iptc_cases[] = {
      {"131137 GMT Nov 13", "2013-11-13T11:37Z"},
      {"AFP 131137 GMT NOV 2013", "2013-11-13T11:37Z"},
      {"071341 GMT Okt 15", "2015-10-07T13:41Z"},
      {"131202 Nov 13", "2013-11-13T12:02"},
      {"050600 MESZ M\x84r 19", "2019-03-05T06:00+02:00"},
      {"050600 MEZ M\xC3\xA4rz 19", "2019-03-05T06:00+01:00"},
      {"050600 f\xE9v 99", "1999-02-05T06:00"},
      {"13-NOV-13 12:34 NNNN", "2013-11-13T12:34"},
      {"131137 GMT Nov", ""},
      {"132537 GMT Nov 13", ""},
      {"451137 GMT Nov 13", ""},
      {"131137 GMT Foo 13", ""},
      {"", ""},
  };
  for (const Case& c : iptc_cases) {
    CAPTURE(c.line);
    CHECK(wire_date(c.line) == c.date);
  }
  constexpr Case anpa_cases[] = {
      {"AP-WF-11-13-13 1509GMT<", "2013-11-13T15:09Z"},
      {"AP-NY-02-13-87 1203EST<", "1987-02-13T12:03-05:00"},
      {"NYT-03-05-2019 1330 EDT", "2019-03-05T13:30-04:00"},
      {"AP-WF-13-13-13 1509GMT<", ""},
      {"AP-WF-11-13 1509GMT<", ""},
      {"the 7-11-13 1234", ""},
      {"-", ""},
  };
  for (const Case& c : anpa_cases) {
    CAPTURE(c.line);
    CHECK(anpa_date(c.line) == c.date);
  }
}

TEST_CASE("an ANPA message keeps all that its slug, head and sign-off say") {
  const Record record =
      read_one(anpa("^Tin rush in the north<\r\n^AP Photo NY1<\r\n^Eds: Adds quote.<\r\n"
                    "^By ANN POE=\r\n^Associated Press Writer=\r\n"
                    "\tOSLO, Norway (AP) _ They said ``no'' to\r\ntin.\r\n\tMore.\r\n"));
  CHECK(record.id == "BC-NO--Tin Rush/2019-03-05");
  CHECK(record.version == "2");
  CHECK(record.title == "Tin rush in the north");
  CHECK(record.date == "2019-03-05T13:30-05:00");
  CHECK(record.section == "International");
  CHECK(record.source == "AP");
  CHECK(record.topics == std::vector<std::string>{"Tin Rush"});
  CHECK(record.bylines == std::vector<std::string>{"By ANN POE"});
  CHECK(record.body ==
        "Eds: Adds quote.\n\n\nOSLO, Norway (AP) \u2014 They said \u201Cno\u201D to tin.\n\nMore.\n\n");
}

TEST_CASE("the slug of an ANPA story tells its versions, takes and kills apart") {
  struct Case {
    std::string_view slug;
    std::string_view id;
    std::string_view version;
    std::string_view status;
    bool corrected;
  };
  constexpr Case cases[] = {
      {"BC-NO--Tin,120", "BC-NO--Tin/2019-03-05", "", "", false},
      {"BC-NO--Tin, Bjt,120", "BC-NO--Tin/2019-03-05", "", "", false},
      {"BC-NO--Tin, 11th Ld-Writethru,120", "BC-NO--Tin/2019-03-05", "11", "", false},
      {"BC-NO--Tin, Ld,120", "BC-NO--Tin/2019-03-05", "1", "", false},
      {"BC-NO--Tin, 1st Add,120", "BC-NO--Tin, 1st Add/2019-03-05", "", "", false},
      {"BC-NO--Tin, Correction,120", "BC-NO--Tin/2019-03-05", "", "", true},
      {"BC-NO--Tin, KILL,20", "BC-NO--Tin/2019-03-05", "", "kill", false},
      {"BC-NO--Tin-Kill,20", "BC-NO--Tin/2019-03-05", "", "kill", false},
      {"*9006< ^AM-Tin,20", "AM-Tin/2019-03-05", "", "", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.slug);
    const Record record = read_one(anpa("\tText.\r\n", std::string(c.slug)));
    CHECK(record.id == c.id);
    CHECK(record.version == c.version);
    CHECK(record.status == c.status);
    CHECK(record.corrected == c.corrected);
  }
  CHECK(read_one(anpa("^MANDATORY KILL<\r\n\tText.\r\n")).status == "kill");
  CHECK(read_one(anpa("^EMBARGOED until 6 a.m. March 6, 2019<\r\n\tText.\r\n")).embargo ==
        "6 a.m. March 6, 2019");
}

TEST_CASE("tables of ANPA keep their rows and cells") {
  const Record record =
      read_one(anpa("^Standings=\r\n\b^;W;L;GB\x10 \r\n\bNew\x10 Town;23;13;3{\x10 \r\n"
                    "\bOslo^\x1F\x1E 7\x1E 5\r\n\t___=\r\n"));
  CHECK(record.title == "Standings");
  CHECK(record.body.find("W  L  GB\nNew Town  23  13  3\u00BD\n") != std::string::npos);
}

TEST_CASE("messages are found one after the other, in pieces of any size, whatever pads them") {
  const std::string one = iptc("One =\r\n\r\nText.", "abc001 4 i 2");
  const std::string two = anpa("^Two<\r\n\tText.\r\n");
  const std::string expected = "abc001/2019-03-05: One, BC-NO--Tin Rush/2019-03-05: Two";
  CHECK(outline(read_text(one + two)) == expected);
  CHECK(outline(read_text("\r\n\r\n" + one + "\r\n\r\n" + two, {.chunk = 1})) == expected);
  CHECK(read_text(one).format == "iptc-7901");
  CHECK(read_text(two).format == "anpa");
}

TEST_CASE("messages that are none are rejected, and the next is read") {
  const std::string good = iptc("One =\r\n\r\nText.", "abc001 4 i 2");
  struct Case {
    std::string input;
    std::string_view outline;
  };
  const Case cases[] = {
      {"\x01header only\r\n" + good, "abc001/2019-03-05: One, reject"},
      {"\x01x\x02 \r\n\x03\x04" + good, "abc001/2019-03-05: One, reject"},
      {"\x01\x04\x01\x02\x03\x04", "reject, reject"},
      {"\x01", "reject"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(outline(read_text(c.input)) == c.outline);
  }
  CHECK(outline(read_text("no wire at all", {.options = {.format = "anpa"}})) == "reject");
}

TEST_CASE("a wire cut off anywhere gives records or rejects") {
  for (const std::string& whole : {iptc("1ST LEAD\r\nOne =\r\n\r\nText."), anpa("^Two<\r\n\tText.\r\n")}) {
    for (std::size_t length = 1; length < whole.size(); ++length) {
      CAPTURE(length);
      const Reading reading = read_text(whole.substr(0, length), {.options = {.format = "anpa"}});
      CHECK(reading.records.size() + reading.rejects.size() == 1);
    }
  }
}

TEST_CASE("the charset of DOS is told from Latin-1 and UTF-8") {
  CHECK(dos_charset("gr\x94\xE1"
                    "er, k\x94nnen, \x81"
                    "ber, f\x81r") == "IBM850");
  CHECK(dos_charset("gr\xF6\xDF"
                    "er, k\xF6nnen") == "");
  CHECK(dos_charset("\x93quoted\x94 and \x84unten\x93 it\x92s") == "");
  CHECK(dos_charset("gr\xC3\xB6\xC3\x9F"
                    "er k\xC3\xB6nnen") == "");
  CHECK(dos_charset("") == "");
}

TEST_CASE("a headline is no label, a name in it no byline") {
  for (const std::string_view text : {"Lead poisoning in Oslo", "Urgent call for tin", "Kill switch fails",
                                      "2 dead", "Correction in tin prices", "", "KILL THE BILL, SAY MPS"}) {
    CAPTURE(text);
    CHECK_FALSE(read_label(text));
  }
  for (const std::string_view text : {"Von der Leyen tritt an", "By all accounts", "By", "de la crise"}) {
    CAPTURE(text);
    CHECK_FALSE(is_byline(text));
  }
  CHECK_FALSE(read_embargo("Tin is found in the north"));
}
