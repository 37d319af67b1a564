// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire/mail_reader.h"

#include <doctest/doctest.h>

#include "indexer/readers/wire/mail_text.h"
#include "tests/indexer/readers/reading.h"

using namespace broadsheet;
using namespace broadsheet::test;

namespace {

const std::string kHead =
    "Received: from a.example by b.example; Tue, 5 Mar 2019 18:30:01 +0100\r\n"
    "From: The Day <news@day.example>\r\nSubject: Tin is found\r\n"
    "Date: Tue, 5 Mar 2019 18:30:00 +0100\r\nMessage-ID: <17@day.example>\r\n";

std::string mail(const std::string& rest) {
  return kHead + rest;
}

std::string alternatives(const std::string& plain, const std::string& html) {
  return mail(
      "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"b\"\r\n\r\n"
      "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
      plain + "\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html + "\r\n--b--\r\n");
}

}  // namespace

TEST_CASE("a mail is an article: subject, date, id, sender, text") {
  const Reading reading = read_text(mail("\r\nTin was found.\r\n"));
  REQUIRE(reading.records.size() == 1);
  const Record& record = reading.records[0];
  CHECK(reading.format == "mail");
  CHECK(record.title == "Tin is found");
  CHECK(record.date == "2019-03-05T18:30:00+01:00");
  CHECK(record.id == "17@day.example");
  CHECK(record.source == "The Day");
  CHECK(record.body == "Tin was found.\r\n");
  CHECK(record.charset == "utf-8");
  CHECK_FALSE(record.is_markup);
}

TEST_CASE("headers of a mail become fields, in whatever they are encoded") {
  struct Case {
    std::string input;
    std::string Record::*field;
    std::string_view expected;
  };
  const Case cases[] = {
      {"Subject: =?utf-8?Q?=C3=A9t=C3=A9?= =?iso-8859-1?B?IGhpdmVy?=\nFrom: a@b.example\n\nx", &Record::title,
       "\u00E9t\u00E9 hiver"},
      {"Subject: a subject that\n goes on\nFrom: a@b.example\n\nx", &Record::title, "a subject that goes on"},
      {"Subject: caf\xE9\nFrom: a@b.example\n\nx", &Record::title, "caf\u00E9"},
      {"Subject: =?windows-1252?Q?caf\u00E9?=\nFrom: a@b.example\n\nx", &Record::title, "caf\u00E9"},
      {mail("List-Id: \"The Day, daily\" <daily.day.example>\n\nx"), &Record::source, "The Day, daily"},
      {mail("List-Id: <daily.day.example>\n\nx"), &Record::source, "daily.day.example"},
      {"Subject: s\nFrom: a@b.example\n\nx", &Record::source, "a@b.example"},
      {mail("Content-Language: de\n\nx"), &Record::language, "de"},
      {mail("Archived-At: <http://day.example/17>\n\nx"), &Record::url, "http://day.example/17"},
      {"Subject: s\nFrom: a@b.example\nDate: someday\n\nx", &Record::date, ""},
      {"Subject: s\nFrom: a@b.example\n\nx", &Record::id, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(read_one(c.input).*c.field == c.expected);
  }
  CHECK(read_one(mail("Keywords: tin, zinc\n\nx")).topics == std::vector<std::string>{"tin", "zinc"});
  CHECK(read_one(mail("Supersedes: <16@day.example>\n\nx")).replaces ==
        std::vector<std::string>{"16@day.example"});
}

TEST_CASE("the body of a mail is decoded from transfer encoding and charset") {
  struct Case {
    std::string input;
    std::string_view body;
  };
  const Case cases[] = {
      {mail("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "
            "quoted-printable\n\ncaf=C3=A9 =\nbar"),
       "caf\u00E9 bar"},
      {mail("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\nY2Fm6Q==\n"),
       "caf\u00E9"},
      {mail("Content-Type: text/plain; charset=windows-1252\n\n\x93"
            "caf\xE9\x94"),
       "\u201Ccaf\u00E9\u201D"},
      {mail("Content-Type: text/plain; charset=koi8-r\n\n\xCF\xCC\xCF\xD7\xCF"),
       "\u043E\u043B\u043E\u0432\u043E"},
      {mail("Content-Type: text/plain; charset=iso-2022-jp\n\n\x1B$B%9%:\x1B(B"), "\u30B9\u30BA"},
      {mail("Content-Type: text/plain; charset=windows-1252\n\ncaf\u00E9"), "caf\u00E9"},
      {mail("Content-Type: text/plain; charset=no-such\n\ncaf\xE9"), "caf\u00E9"},
      {mail("Content-Type: text/plain; format=flowed\n\nTin was \nfound.\n Stuffed.\n"),
       "Tin was found.\nStuffed.\n"},
      {mail("\nText.\n-- \nThe Day, Oslo\n"), "Text.\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(read_one(c.input).body == c.body);
  }
}

TEST_CASE("of two alternatives the plain text is read if it is real text") {
  const std::string story = "Tin was found in the north by two people who looked for copper.";
  CHECK(read_one(alternatives(story, "<p>" + story + "</p>")).body == story);
  const Record html =
      read_one(alternatives("View it: https://day.example/a-very-long-address", "<p>" + story + "</p>"));
  CHECK(html.body == "<p>" + story + "</p>");
  CHECK(html.is_markup);
  CHECK(read_one(alternatives(" ", "<p>" + story + "</p>")).is_markup);
  CHECK_FALSE(
      read_one(alternatives("Tin.", "<style>p { color: tin; margin: none }</style><p>Tin.</p>")).is_markup);
}

TEST_CASE("attachments are passed over, forwarded and signed mail is read") {
  const std::string mixed = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=m\n\n";
  CHECK(read_one(mail(mixed + "--m\n\nText.\n--m\nContent-Type: text/plain\n"
                              "Content-Disposition: attachment; filename=a.txt\n\nattached\n"
                              "--m\nContent-Type: image/png\n\nxx\n--m--\n"))
            .body == "Text.");
  CHECK(read_one(mail(mixed + "--m\nContent-Type: message/rfc822\n\nSubject: inner\n\nInner text.\n--m--\n"))
            .body == "Inner text.");
  CHECK(read_one(mail("MIME-Version: 1.0\nContent-Type: multipart/signed; boundary=m\n\n--m\n\nText.\n"
                      "--m\nContent-Type: application/pgp-signature\n\nxx\n--m--\n"))
            .body == "Text.");
}

TEST_CASE("a subject beside HTML reads as it stands") {
  CHECK(read_one("Subject: A < B & C\nFrom: a@b.example\nContent-Type: text/html\n\n<p>x</p>").title ==
        "A &lt; B &amp; C");
}

TEST_CASE("an mbox is read message by message, in pieces of any size") {
  const std::string mbox =
      "From day@day.example Tue Mar  5 18:30:00 2019\nSubject: One\nFrom: a@b.example\n\n"
      ">From here on.\nFrom there, no message.\n\nFrom a word to 12 others\n\n"
      "From day@day.example Wed Mar  6 18:30:00 2019\nSubject: Two\nFrom: a@b.example\n\nText.\n";
  for (const std::size_t chunk : {1U, 7U, 100000U}) {
    const Reading reading = read_text(mbox, {.chunk = chunk});
    CHECK(outline(reading) == "One, Two");
    CHECK(reading.records.at(0).body ==
          "From here on.\nFrom there, no message.\n\nFrom a word to 12 others\n\n");
    CHECK(reading.records.at(1).offset == mbox.rfind("From day"));
  }
}

TEST_CASE("mails without text and texts that are no mails are told") {
  CHECK(outline(read_text("From: a@b.example\nTo: c@d.example\nSubject:\n\n \n")) == "reject");
  CHECK(outline(read_text("x", {.options = {.format = "mail"}})) == "reject");
  for (const std::string_view text :
       {"Title: Tin\nDate: 2019\n\nText.", "From: Ann\n\nTo be or not to be.",
        "From Oslo: at 12:30 tin was found.\nMore of it.", "Dear reader,\n\nText.", ""}) {
    CAPTURE(text);
    CHECK_FALSE(looks_like_mail(text));
  }
}

TEST_CASE("a mail cut off anywhere gives one record or reject, and parts without end are no crash") {
  const std::string whole = alternatives("Text.", "<p>Text.</p>");
  for (std::size_t length = 1; length < whole.size(); length += 3) {
    CAPTURE(length);
    const Reading reading = read_text(whole.substr(0, length), {.options = {.format = "mail"}});
    CHECK(reading.records.size() + reading.rejects.size() == 1);
  }
  std::string nested = kHead;
  for (int i = 0; i < 2000; ++i) {
    const std::string boundary = "b" + std::to_string(i);
    nested += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
  }
  const Reading reading = read_text(nested + "\nText.\n");
  CHECK(reading.records.size() + reading.rejects.size() == 1);
}
