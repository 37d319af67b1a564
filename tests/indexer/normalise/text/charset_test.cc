// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/text/charset.h"

#include <doctest/doctest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <string>
#include <vector>

#include "common/fold.h"

namespace broadsheet {
namespace {

std::string encoded(const std::string& utf8, const char* charset) {
  const auto text = icu::UnicodeString::fromUTF8(utf8);
  std::string out(static_cast<std::size_t>(text.length()) * 4 + 16, '\0');
  out.resize(static_cast<std::size_t>(
      text.extract(0, text.length(), out.data(), static_cast<std::uint32_t>(out.size()), charset)));
  return out;
}

Record record_of(const std::string& title, const std::string& body, const std::string& declared = "") {
  Record record;
  record.title = title;
  record.body = body;
  record.charset = declared;
  return record;
}

const std::string russian =
    "\u0413\u0430\u0432\u0430\u043D\u044C \u043D\u0435\u0431\u043E\u043B\u044C\u0448\u043E\u0433\u043E "
    "\u0433\u043E\u0440\u043E\u0434\u0430 "
    "\u0437\u0430\u043A\u0440\u044B\u043B\u0438 \u0432 "
    "\u043F\u043E\u043D\u0435\u0434\u0435\u043B\u044C\u043D\u0438\u043A, "
    "\u043F\u043E\u0442\u043E\u043C\u0443 \u0447\u0442\u043E \u0441\u0443\u0434\u043D\u043E \u0441 "
    "\u043F\u043E\u0447\u0442\u043E\u0439 "
    "\u0441\u0435\u043B\u043E \u043D\u0430 \u043C\u0435\u043B\u044C \u0443 \u043C\u0430\u044F\u043A\u0430.";
const std::string japanese =
    "\u5C0F\u3055\u306A\u753A\u306E\u6E2F\u306F\u6708\u66DC\u65E5\u306B\u9589\u9396\u3055\u308C\u305F\u3002"
    "\u90F5\u4FBF\u7269\u3092\u904B\u3076\u8239\u304C\u706F\u53F0\u306E\u8FD1\u304F\u3067\u5EA7\u7901\u3057"
    "\u305F\u305F\u3081\u3060\u3002";
const std::string chinese =
    "\u5C0F\u9547\u7684\u6E2F\u53E3\u661F\u671F\u4E00\u5173\u95ED\uFF0C\u56E0\u4E3A\u4E00\u8258\u8FD0\u9001"
    "\u90AE\u4EF6\u7684\u8239"
    "\u5728\u706F\u5854\u9644\u8FD1\u6401\u6D45\u3002\u6CA1\u6709\u4EBA\u53D7\u4F24\uFF0C\u5E02\u957F\u611F"
    "\u8C22\u4E86\u8239\u5458\u3002";
const std::string korean =
    "\uC791\uC740 \uB9C8\uC744\uC758 \uD56D\uAD6C\uAC00 \uC6D4\uC694\uC77C\uC5D0 \uD3D0\uC1C4\uB410\uB2E4. "
    "\uC6B0\uD3B8\uBB3C\uC744 \uC2E4\uC740 \uBC30\uAC00 \uB4F1\uB300 \uADFC\uCC98\uC5D0\uC11C "
    "\uC88C\uCD08\uD588\uB2E4.";
const std::string german =
    "Das Sch\u00F6ffengericht h\u00F6rte \u00FCber f\u00FCnfzig Zeugen und verurteilte den K\u00E4ufer.";

}  // namespace

TEST_CASE("text in the charsets of the world's newsrooms is read without a declaration") {
  struct Case {
    const std::string& text;
    const char* charset;
  };
  const std::vector<Case> cases = {
      {russian, "KOI8-R"},       {russian, "windows-1251"}, {japanese, "Shift_JIS"}, {japanese, "EUC-JP"},
      {japanese, "ISO-2022-JP"}, {chinese, "GB18030"},      {korean, "windows-949"}, {german, "windows-1252"},
      {german, "UTF-8"},         {russian, "UTF-8"},        {german, "UTF-16LE"},    {german, "UTF-16BE"}};
  for (const auto& c : cases) {
    CAPTURE(c.charset);
    auto record = record_of("", encoded(c.text, c.charset));
    decode_record(record);
    CHECK(record.body == c.text);
  }
}

TEST_CASE("a byte order mark decides") {
  auto record = record_of("", "\xFF\xFE" + encoded(russian, "UTF-16LE"));
  CHECK(decide_charset(record) == "UTF-16LE");
  decode_record(record);
  CHECK(record.body.ends_with(russian));
}

TEST_CASE("the declared charset is used where the text is no UTF-8") {
  CHECK(decide_charset(record_of("", encoded("caf\u00E9", "ISO-8859-15"), "ISO-8859-15")) == "ISO-8859-15");
  CHECK(decide_charset(record_of("", "\x93quoted\x94 word", "iso-8859-1")) == "windows-1252");
  CHECK(decide_charset(record_of("", encoded(chinese, "GB18030"), "gb2312")) == "GB18030");
  CHECK(decide_charset(record_of("", "caf\xC3\xA9", "iso-8859-1")) == "UTF-8");
}

TEST_CASE("a false or unknown declaration is not believed") {
  CHECK(decide_charset(record_of("", "\x93quoted\x94 it\x92s a word", "utf-8")) == "windows-1252");
  CHECK(decide_charset(record_of("", "\x93quoted\x94 it\x92s a word", "x-no-such/../charset")) ==
        "windows-1252");
}

TEST_CASE("one charset is decided for all fields together") {
  auto record = record_of(encoded("\u0413\u0430\u0432\u0430\u043D\u044C", "windows-1251"),
                          encoded(russian, "windows-1251"));
  record.topics = {encoded("\u043F\u043E\u0440\u0442", "windows-1251")};
  decode_record(record);
  CHECK(record.title == "\u0413\u0430\u0432\u0430\u043D\u044C");
  CHECK(record.topics.front() == "\u043F\u043E\u0440\u0442");
}

TEST_CASE("any bytes become well-formed text") {
  for (const std::string bytes :
       {"\xFF\xFE", "\x80", "\xC3", "\x1B$", "\xED\xA0\x80", "a\xF0\x9F", "\xFE\xFFx"}) {
    auto record = record_of("", bytes);
    decode_record(record);
    CHECK(is_utf8(record.body));
  }
}

}  // namespace broadsheet
