// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/normalise/text/clean_text.h"
#include "indexer/normalise/text/markup.h"
#include "indexer/normalise/text/paragraphs.h"

namespace broadsheet {
namespace {

struct TextCase {
  std::string input;
  std::string expected;
};

std::string joined_paragraphs(const std::vector<std::string>& paragraphs) {
  std::string out;
  for (const auto& paragraph : paragraphs) out += (out.empty() ? "" : "|") + paragraph;
  return out;
}

}  // namespace

TEST_CASE("clean text has no control characters, odd spaces or decomposed letters") {
  const std::vector<TextCase> cases = {
      {"plain\nlines", "plain\nlines"},
      {"a\r\nb\rc", "a\nb\nc"},
      {"a\r\n\r\nb", "a\n\nb"},
      {"tab\tstop", "tab    stop"},
      {"page\fbreak", "page\n\nbreak"},
      {"bell\a \x1B[31m", "bell [31m"},
      {"\uFEFFmark", "mark"},
      {"news\u00ADpaper", "newspaper"},
      {"zero\u200Bwidth", "zerowidth"},
      {"12\u00A0000\u202F000", "12 000 000"},
      {"cafe\u0301", "caf\u00E9"},
      {"it\u0092s", "it\u2019s"},
      {"\u202Eesrever", "esrever"},
      {"\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
       "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"},
      {"a\u200Cb", "ab"},
      {"\xFF broken", "\uFFFD broken"},
      {"line\u2028end\u2029para", "line\nend\n\npara"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.input);
    CHECK(clean_text(c.input) == c.expected);
    CHECK(clean_text(clean_text(c.input)) == c.expected);
  }
}

TEST_CASE("a value is one line with its references decoded") {
  CHECK(clean_line("  Smith &amp; Sons\n  of&nbsp;York ") == "Smith & Sons of York");
}

TEST_CASE("character references are decoded once, and only complete ones") {
  const std::vector<TextCase> cases = {
      {"AT&amp;T", "AT&T"},
      {"AT&T", "AT&T"},
      {"&#8217;&#x2019;", "\u2019\u2019"},
      {"&lt;b&gt;", "<b>"},
      {"&amp;lt;", "&lt;"},
      {"&nosuch;", "&nosuch;"},
      {"a & b; c", "a & b; c"},
      {"&#0;&#xD800;&#99999999999;", "&#0;&#xD800;&#99999999999;"},
      {"&", "&"},
      {"&eacute;", "\u00E9"},
      {"&#;", "&#;"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.input);
    CHECK(decode_references(c.input) == c.expected);
  }
}

TEST_CASE("markup becomes the paragraphs that a reader sees") {
  const std::vector<TextCase> cases = {
      {"<p>One  <b>bold</b>\nword.</p><p>Two.</p>", "One bold word.|Two."},
      {"<div>A<br>B<br/>C</div>", "A|B|C"},
      {"<ul><li>first<li>second</ul>", "first|second"},
      {"<p>Kept<script>alert('no')</script><style>p{}</style></p>", "Kept"},
      {"<html><head><title>t</title></head><body>Body</body></html>", "Body"},
      {"Loose &eacute;t&eacute; &amp; text", "Loose \u00E9t\u00E9 & text"},
      {"<p>Unclosed <i>tags <p>everywhere", "Unclosed tags|everywhere"},
      {"A line\n\nAnother <b>line</b>", "A line|Another line"},
      {"<p>wrapped\n\nsource</p>", "wrapped source"},
      {"<table><tr><td>Ajax</td><td>2</td></tr><tr><td>PSV</td><td>1</td></tr></table>", "Ajax  2\nPSV  1"},
      {"<!-- comment --><p>a</p>", "a"},
      {"", ""},
      {"a < b", "a < b"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.input);
    CHECK(joined_paragraphs(split_paragraphs(clean_text(markup_to_text(c.input).value()))) == c.expected);
  }
}

TEST_CASE("markup nested a hundred thousand deep is read") {
  std::string html;
  for (int i = 0; i < 100000; ++i) html += "<b>";
  CHECK(markup_to_text(html + "deep").value().find("deep") != std::string::npos);
}

TEST_CASE("text with tags is told from text with angle brackets") {
  CHECK(has_markup("<p>One</p>"));
  CHECK(has_markup("One<BR />Two"));
  CHECK_FALSE(has_markup("Texas Commerce <TCB> files plan"));
  CHECK_FALSE(has_markup("a < b and b > c"));
}

TEST_CASE("paragraphs are found in every layout") {
  const std::vector<TextCase> cases = {
      {"One.\n\nTwo.\n\n\nThree.", "One.|Two.|Three."},
      {"A line that is a paragraph of its own.\nAnother line.\nA third.",
       "A line that is a paragraph of its own.|Another line.|A third."},
      // wrapped at 40 columns, new paragraphs indented
      {"The harbour of the small town was closed\non Monday after a ship that carried the\nmail ran aground "
       "near the lighthouse.\n"
       "    Nobody was hurt. The mayor thanked\nthe crew and the volunteers who had come\nwith blankets.\n "
       "Agency",
       "The harbour of the small town was closed on Monday after a ship that carried the mail ran aground "
       "near the "
       "lighthouse.|Nobody was hurt. The mayor thanked the crew and the volunteers who had come with "
       "blankets.|Agency"},
      // wrapped, blank lines between
      {"The harbour of the small town was closed\non Monday after a ship that carried the\nmail ran "
       "aground.\n\n"
       "Nobody was hurt, as the mayor told the\nlocal paper later.",
       "The harbour of the small town was closed on Monday after a ship that carried the mail ran "
       "aground.|Nobody was "
       "hurt, as the mayor told the local paper later."},
      // wrapped, and some of the lines joined again
      {"The harbour of the small town was closed to all ships \non Monday after a ferry that carried the "
       "mail from the \nislands ran aground.  Nobody was hurt.  The mayor thanked the crew and Captain Jane "
       "\nDoe. \nDivers will look at \nthe hull on Tuesday, he added, if the wind has gone down by \nthen.",
       "The harbour of the small town was closed to all ships on Monday after a ferry that carried the mail "
       "from the islands ran aground.  Nobody was hurt.  The mayor thanked the crew and Captain Jane "
       "Doe.|Divers will look at|the hull on Tuesday, he added, if the wind has gone down by then."},
      // a poem and a list are no running text
      {"the harbour sleeps\nand so does the ship\nthat carried the mail\nto the islands",
       "the harbour sleeps|and so does the ship|that carried the mail|to the islands"},
      {"Club     Points\nAjax     12\nPSV      10", "Club     Points\nAjax     12\nPSV      10"},
      {"\u3000\u3000\u6E2F\u53E3\u5C01\u9501\u3002\n\u3000\u3000\u65E0\u4EBA\u53D7\u4F24\u3002",
       "\u6E2F\u53E3\u5C01\u9501\u3002|\u65E0\u4EBA\u53D7\u4F24\u3002"},
      {"", ""},
      {" \n \n", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.input);
    CHECK(joined_paragraphs(split_paragraphs(c.input)) == c.expected);
  }
}

TEST_CASE("a first line that a dateline shortened is not taken for a paragraph") {
  const std::string text =
      "The harbour was closed\non Monday after a ship that carried the\nmail ran aground near the old "
      "lighthouse\n"
      "and lost its cargo.";
  CHECK(split_paragraphs(text, 18).size() == 1);
}

}  // namespace broadsheet
