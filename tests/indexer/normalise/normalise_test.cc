// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/normalise.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "indexer/normalise/text/charset.h"
#include "indexer/normalise/text/clean_text.h"

namespace broadsheet {
namespace {

Normalised made(const Record& record, const std::string& format = "json",
                const NormaliseOptions& options = {}) {
  auto result = normalise(record, format, options);
  REQUIRE(std::holds_alternative<Normalised>(result));
  return std::get<Normalised>(std::move(result));
}

Article article_of(const std::string& body, const NormaliseOptions& options = {}) {
  Record record;
  record.title = "Harbour closed";
  record.body = body;
  return made(record, "json", options).article;
}

std::vector<std::string> texts(const Article& article, Role role) {
  std::vector<std::string> found;
  for (const auto& paragraph : article.paragraphs) {
    if (paragraph.role == role) found.push_back(paragraph.text);
  }
  return found;
}

using Texts = std::vector<std::string>;

// Every layout and kind of furniture once; also the seeds of the properties below.
const std::vector<std::string> bodies = {
    "A ship ran aground.\n\nNobody was hurt.",
    "LONDON, March 3 (Reuters) - A ship ran aground.\n\nNobody was hurt.\n\n(Reporting by Jane Doe)",
    "By Jane Doe\n\n12 November 1989\n\nA ship ran aground on the rocks.\n\nENDS",
    "(Adds details)\n\nA ship ran aground.\n\nFollow us on Twitter\n\n© 2019 Packet",
    "Club    Points\nAjax    12\nPSV     10\n\nThe season ends.",
    "First line of the news.\nSecond line of the news.\nThird.",
    "\xFF\xFE broken \x01 bytes\r\n\r\nand more",
    "Порт закрыт.\n\nЧитайте также: Порт",
};

}  // namespace

TEST_CASE("a plain text becomes title, body and footer, and stays undated") {
  Record record;
  record.path = "news/one.txt";
  record.body =
      "Harbour closed after storm\n\nHarbour closed after storm\n\nA ship ran aground on Monday night.\n\n"
      "Mayor speaks\n\nNobody was hurt.\n\n\nWe write for you. If you are satisfied, please give us a like. "
      "👇";
  const auto article = made(record, "text").article;
  CHECK(article.title == "Harbour closed after storm");
  CHECK(texts(article, Role::Body) ==
        Texts{"A ship ran aground on Monday night.", "Mayor speaks", "Nobody was hurt."});
  CHECK(texts(article, Role::Footer) ==
        Texts{"We write for you. If you are satisfied, please give us a like. 👇"});
  CHECK_FALSE(article.published.known());
  CHECK(article.date_from == DateFrom::None);
  CHECK(article.identity == "text:news/one.txt");
}

TEST_CASE("wire copy is taken apart and nothing of it is lost") {
  Record record;
  record.id = "17";
  record.title = "HARBOUR &lt;HBR> CLOSED";
  record.date = "26-FEB-1987 15:01:01.79";
  record.dateline = "    HULL, Feb 26 - ";
  record.body =
      "A ship ran aground near the\nlighthouse on Monday and the port of Hull was closed, a harbour\n"
      "official said, adding that nobody had been hurt.\n    The mayor thanked the crew for what they had "
      "done during\n"
      "the night.\n Reuter\n\x03";
  const auto article = made(record, "reuters").article;
  CHECK(article.title == "HARBOUR <HBR> CLOSED");
  CHECK(to_iso(article.published) == "1987-02-26T15:01:01Z");
  CHECK(article.dateline_place == "HULL");
  CHECK(texts(article, Role::Dateline) == Texts{"HULL, Feb 26 -"});
  CHECK(texts(article, Role::Body).size() == 2);
  CHECK(texts(article, Role::Note) == Texts{"Reuter"});
  CHECK(article.identity == "reuters:17");
}

TEST_CASE("a dateline in the text gives place, agency and a paragraph of its own") {
  const auto article = article_of("PARIS, March 3, 1989 (AFP) - A ship ran aground.");
  CHECK(article.dateline_place == "PARIS");
  CHECK(article.source == "AFP");
  CHECK(to_iso(article.published) == "1989-03-03");
  CHECK(article.date_from == DateFrom::Dateline);
  CHECK(texts(article, Role::Body) == Texts{"A ship ran aground."});
}

TEST_CASE("a dateline without a year dates an article only if the year can be known") {
  const std::string body = "PARIS, Dec 31 (AFP) - A ship ran aground.";
  CHECK_FALSE(article_of(body).published.known());
  NormaliseOptions options;
  options.date = make_moment({1990, 1, 2}, 0, 0, 0, 0, Precision::Day);
  CHECK(to_iso(article_of(body, options).published) == "1989-12-31");
  options.date = make_moment({1990, 1, 1}, 0, 0, 0, 0, Precision::Year);
  CHECK(to_iso(article_of(body, options).published) == "1990-12-31");
}

TEST_CASE("the date comes from the best place that has one") {
  Record record;
  record.body = "12 November 1989\n\nA ship ran aground.";
  record.url = "https://x.example/1990/01/02/ship";
  CHECK(to_iso(made(record).article.published) == "1989-11-12");
  record.date = "5 March 1988";
  CHECK(to_iso(made(record).article.published) == "1988-03-05");
  CHECK(made(record).article.date_from == DateFrom::Published);
  record.date = "";
  record.body = "A ship ran aground.";
  CHECK(made(record).article.date_from == DateFrom::Url);
  record.url = "";
  NormaliseOptions options;
  options.date = make_moment({1987, 1, 1}, 0, 0, 0, 0, Precision::Year);
  CHECK(made(record, "json", options).article.date_from == DateFrom::Option);
}

TEST_CASE("a date that makes no sense is reported and the article is kept") {
  Record record;
  record.title = "Harbour";
  for (const std::string date : {"1989-13-45", "soon", "03/05/2019"}) {
    CAPTURE(date);
    record.date = date;
    CHECK(made(record).problems.size() == 1);
  }
}

TEST_CASE("the headline stands once however the text repeats it") {
  CHECK(texts(article_of("Harbour closed\nA ship ran aground."), Role::Body) == Texts{"A ship ran aground."});
  CHECK(texts(article_of("HARBOUR CLOSED!\n\nA ship ran aground."), Role::Body) ==
        Texts{"A ship ran aground."});
  CHECK(texts(article_of("Harbour closed HULL (AP) - A ship."), Role::Body) == Texts{"A ship."});
  CHECK(texts(article_of("Harbour closed for the night."), Role::Body) ==
        Texts{"Harbour closed for the night."});
}

TEST_CASE("a story of title or body alone is an article, one without text is not") {
  Record record;
  CHECK(std::holds_alternative<Reject>(normalise(record, "json", {})));
  record.body = " \n\x01 ";
  CHECK(std::holds_alternative<Reject>(normalise(record, "json", {})));
  record.title = "Harbour";
  CHECK(made(record).article.title == "Harbour");
  record.summary = "A ship ran aground.";
  CHECK(texts(made(record).article, Role::Body) == Texts{"A ship ran aground."});
  record.body = "The body.";
  CHECK(texts(made(record).article, Role::Body) == Texts{"The body."});
}

TEST_CASE("the language is the record's, else the option's, else the text's") {
  Record record;
  record.body =
      "The harbour of the small town was closed on Monday after a ship ran aground near the lighthouse.";
  CHECK(made(record).article.language == "en");
  NormaliseOptions options;
  options.language = "German";
  CHECK(made(record, "json", options).article.language == "de");
  record.language = "fr-CA";
  CHECK(made(record, "json", options).article.language == "fr");
}

TEST_CASE("the scope of an identity is the collection, else the outlet, else the format") {
  Record record;
  record.title = "Harbour";
  record.id = "7";
  CHECK(made(record).article.identity == "json:7");
  record.source = "Packet";
  CHECK(made(record).article.identity == "Packet:7");
  NormaliseOptions options;
  options.collection = "hull";
  CHECK(made(record, "json", options).article.identity == "hull:7");
  CHECK(made(record, "json", options).article.id == "7");
}

TEST_CASE("given names are tidy and each is there once") {
  Record record;
  record.title = "Harbour";
  record.persons = {"Doe, Jane", " Jane  Doe ", "", "Roe, John, Dr.", "Henry, 8", "Poe, Ann B III"};
  record.organisations = {"Packet &amp; Sons"};
  record.topics = {"Ships", "ships", "Ports"};
  record.countries = {"Freedonia and Sylvania"};
  const auto result = made(record);
  REQUIRE(result.given.persons.size() == 4);
  CHECK(result.given.persons[0] == NameTag{"Jane Doe", true});
  CHECK(result.given.persons[1].name == "Roe, John, Dr.");
  CHECK(result.given.persons[2].name == "Henry, 8");
  CHECK(result.given.persons[3].name == "Ann B Poe III");
  CHECK(result.given.organisations.front().name == "Packet & Sons");
  CHECK(result.article.topics == Texts{"Ships", "Ports"});
  CHECK(result.given.countries.empty());
  CHECK(result.problems.size() == 1);
}

TEST_CASE("versions and corrections are what the record says") {
  Record record;
  record.title = "CORRECTED - Harbour closed";
  record.version = "3.1";
  CHECK(made(record).article.version == 3);
  CHECK(made(record).article.corrected);
  record.title = "Harbour closed";
  record.version = "first";
  CHECK(made(record).article.version == 0);
  CHECK_FALSE(made(record).article.corrected);
  record.body = "(Corrects name of ship)\n\nA ship ran aground.";
  CHECK(made(record).article.corrected);
}

TEST_CASE("the same record always gives the same article") {
  for (const auto& body : bodies) {
    CAPTURE(body);
    CHECK(article_of(body) == article_of(body));
  }
}

TEST_CASE("every word of a text stands in its paragraphs, in order") {
  for (const auto& body : bodies) {
    const auto article = article_of(body);
    std::string all;
    for (const auto& paragraph : article.paragraphs) all += paragraph.text + "\n";
    Record record;
    record.body = body;
    decode_record(record);
    std::istringstream words(clean_text(record.body));
    std::size_t at = 0;
    for (std::string word; words >> word; at += word.size()) {
      CAPTURE(word);
      at = all.find(word, at);
      REQUIRE(at != std::string::npos);
    }
  }
}

TEST_CASE("text that no rule names is body") {
  for (const std::string body : {"One.\n\nTwo.\n\nThree.", "A man left.\nA woman came.\nIt rained.",
                                 "He said: \"Subscribe to our newsletter!\"\n\nThen he left."}) {
    const auto article = article_of(body);
    CHECK(texts(article, Role::Body).size() == article.paragraphs.size());
  }
}

TEST_CASE("any bytes are an article or a reject") {
  std::uint32_t state = 1;
  for (int round = 0; round < 300; ++round) {
    Record record;
    for (auto* field :
         {&record.title, &record.body, &record.date, &record.dateline, &record.url, &record.id}) {
      for (int i = 0; i < 60; ++i) {
        state = state * 1664525U + 1013904223U;
        *field += static_cast<char>(state >> 24);
      }
    }
    record.is_markup = round % 2 == 0;
    record.charset = round % 3 == 0 ? "Shift_JIS" : "";
    const auto result = normalise(record, "json", {});
    CHECK((std::holds_alternative<Normalised>(result) || std::holds_alternative<Reject>(result)));
  }
}

TEST_CASE("codes of main subjects are topics by name, narrower ones have the name beside them") {
  struct Case {
    Texts given;
    Texts topics;
  };
  const std::vector<Case> cases = {
      {{"subj:15000000"}, {"sport"}},
      {{"medtop:11000000"}, {"politics"}},
      {{"17000000"}, {"weather"}},
      {{"subj:15054000", "subj:15003000"}, {"subj:15054000", "sport", "subj:15003000"}},
      {{"Sport", "subj:15000000"}, {"Sport"}},
      // no codes of subjects
      {{"subj:18000000"}, {"subj:18000000"}},
      {{"medtop:20000822"}, {"medtop:20000822"}},
      {{"12345678"}, {"12345678"}},
      {{"subj:1500000"}, {"subj:1500000"}},
      {{"N2:POL"}, {"N2:POL"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.given);
    Record record;
    record.title = "Ferry runs aground";
    record.body = "Nobody was hurt.";
    record.topics = c.given;
    const auto result = normalise(record, "json", {});
    CHECK(std::get<Normalised>(result).article.topics == c.topics);
  }
}

}  // namespace broadsheet
