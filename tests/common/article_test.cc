// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/article.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "common/article_id.h"
#include "common/printable.h"
#include "common/program.h"
#include "common/schema.h"

using namespace broadsheet;

TEST_CASE("a stored article is read as it was written") {
  StoredArticle stored;
  stored.article.identity = "urn:x:1";
  CHECK(decode_article(encode_article(stored)) == stored);
  stored.article.id = "1";
  stored.article.title = "Title \u4e2d \"quoted\"";
  stored.article.paragraphs = {
      {Role::Dateline, "LONDON, March 3 -"}, {Role::Body, "One."}, {Role::Footer, "Like us"}};
  stored.article.dateline_place = "LONDON";
  stored.article.bylines = {"Jane Doe"};
  stored.article.topics = {"grain", "trade"};
  stored.article.language = "en";
  stored.article.source = "The Post";
  stored.article.section = "World";
  stored.article.url = "https://example.org/1";
  stored.article.rights = "CC0";
  stored.article.published = *parse_iso_moment("1987-03-03T10:00+01:00");
  stored.article.date_from = DateFrom::Dateline;
  stored.article.modified = *parse_iso_moment("1987-03-04");
  stored.article.version = 2;
  stored.article.corrected = true;
  stored.entities.persons = {{"Jane Doe", true}, {"John Roe", false}};
  stored.entities.organisations = {{"United Nations", false}};
  stored.entities.countries = {{"gb", true, false}, {"fr", false, true}};
  CHECK(decode_article(encode_article(stored)) == stored);
  CHECK(body_text(stored.article) == "One.");
}

TEST_CASE("a stored article is what the JSON library would write") {
  std::string controls;
  for (char c = 0; c < 0x20; ++c) controls += c;
  for (const std::string& text :
       {std::string("a \"b\" \\ / \x7f"), controls, std::string("\u00e9 \u4e2d \U0001F600"), std::string()}) {
    CAPTURE(text);
    StoredArticle stored;
    stored.article.identity = text;
    stored.article.title = text;
    stored.article.paragraphs = {{Role::Body, text}, {Role::Note, text}};
    stored.article.topics = {text, "b"};
    stored.article.published = *parse_iso_moment("1887-03-03T10:00-01:00");
    stored.article.version = -3;
    stored.entities.persons = {{text, true}, {"b", false}};
    const std::string written = encode_article(stored);
    CHECK(nlohmann::json::parse(written).dump() == written);
    CHECK(decode_article(written) == stored);
  }
}

TEST_CASE("text that is no UTF-8 is stored with replacement characters") {
  StoredArticle stored;
  stored.article.identity = "a\xff\"b";
  CHECK(decode_article(encode_article(stored)).article.identity == "a\uFFFD\"b");
}

TEST_CASE("what was found in a text does not tell one version from another") {
  StoredArticle stored;
  stored.article.identity = "urn:x:1";
  stored.entities.persons = {{"Jane Doe", true}};
  stored.entities.countries = {{"fr", false, true}};
  const std::string given = encode_given(stored);
  stored.entities.persons.push_back({"John Roe", false});
  stored.entities.organisations = {{"United Nations", false}};
  stored.entities.countries = {{"gb", true, false}, {"fr", true, true}};
  CHECK(encode_given(stored) == given);
  stored.entities.persons[0].name = "Joan Doe";
  CHECK(encode_given(stored) != given);
}

TEST_CASE("an article is known to have only given names exactly where nothing else is stored with it") {
  const struct {
    Entities entities;
    bool all_given;
  } cases[] = {
      {{}, true},
      {{{{"Jane Doe", true}}, {{"United Nations", true}}, {{"fr", true, true}}}, true},
      {{{{"Jane Doe", false}}, {}, {}}, false},
      {{{{"Jane Doe", true}, {"John Roe", false}}, {}, {}}, false},
      {{{}, {{"United Nations", false}}, {}}, false},
      {{{}, {}, {{"fr", true, false}}}, false},
      {{{}, {}, {{"fr", false, true}}}, false},  // given, and judged to be not what it is about
  };
  for (const auto& c : cases) {
    StoredArticle stored;
    stored.article.identity = "urn:x:1";
    stored.entities = c.entities;
    CAPTURE(encode_article(stored));
    CHECK(is_all_given(c.entities) == c.all_given);
    CHECK((encode_given(stored) == encode_article(stored)) == c.all_given);
  }
}

TEST_CASE("the ids of a stored article are read without the rest") {
  StoredArticle stored;
  stored.article.identity = "urn:x:1";
  stored.article.topics = {"id", "identity"};
  stored.entities.countries = {{"gb", true, false}};
  CHECK(decode_ids(encode_article(stored)).identity == "urn:x:1");
  CHECK(decode_ids(encode_article(stored)).id.empty());
  stored.article.id = "x \"1\"";
  const std::string whole = encode_article(stored);
  CHECK(decode_ids(whole).identity == "urn:x:1");
  CHECK(decode_ids(whole).id == "x \"1\"");
  for (const char* broken : {"", "{", "{\"id\":", "\xff"})
    CHECK_THROWS_AS(decode_ids(broken), std::runtime_error);
}

TEST_CASE("an id is had of the identity that ends with it, or stored whole") {
  const std::string long_id(300, 'x');
  const std::tuple<std::string, std::string, std::size_t> cases[] = {{"17", "wire:17", 1},
                                                                     {"urn:x:1", "urn:x:1", 1},
                                                                     {"", "hash:00", 1},
                                                                     {"a.txt", "hash:00", 6},
                                                                     {"wire:17", "17", 8},
                                                                     {long_id, "wire:" + long_id, 301},
                                                                     {"\xc3\xa4", "wire:\xc3\xa4", 1},
                                                                     {"http://A/", "http://a", 10}};
  for (const auto& [id, identity, bytes] : cases) {
    CAPTURE(id);
    const std::string encoded = encode_id(id, identity);
    CHECK(encoded.size() == bytes);
    CHECK(decode_id(encoded, identity) == id);
  }
}

TEST_CASE("an id that was not encoded is none") {
  CHECK_FALSE(decode_id("", "wire:17"));
  CHECK_FALSE(decode_id("\x08", "wire:17"));
  CHECK_FALSE(decode_id("\x02\x01", "wire:17"));
}

TEST_CASE("what is no stored article is an error, not a crash") {
  for (const char* data : {"", "{", "[]", "{}", "{\"identity\":7}", "{\"identity\":\"a\",\"text\":[[1,2]]}",
                           "{\"identity\":\"a\",\"text\":[[\"headgear\",\"x\"]]}"}) {
    CAPTURE(data);
    CHECK_THROWS_AS(decode_article(data), std::runtime_error);
  }
}

TEST_CASE("an article is named by its identity, its own id or its short id") {
  const std::string identity = "reuters-sgml:17";
  CHECK(names_article(identity, identity));
  CHECK(names_article("17", identity));
  CHECK(names_article(short_id(identity), identity));
  CHECK_FALSE(names_article("7", identity));
  CHECK_FALSE(names_article("", identity));
  CHECK_FALSE(names_article(short_id(identity).substr(0, 5), identity));
}

TEST_CASE("control characters and bidirectional overrides never reach a terminal") {
  CHECK(printable("a\x1b[31mb\x07") == "a\uFFFD[31mb\uFFFD");
  CHECK(printable("a\u202Eb\u0085") == "a\uFFFDb\uFFFD");
  CHECK(printable("tab\tline\n\u00e9") == "tab\tline\n\u00e9");
  CHECK(printable("bad \xFF") == "bad \uFFFD");
  CHECK(one_line("a\nb\tc") == "a b c");
  CHECK(one_line(std::string(300, 'x'), 10) == std::string(10, 'x') + "\u2026");
  CHECK(one_line("\u4e2d\u4e2d\u4e2d", 4) == "\u4e2d\u2026");
}

TEST_CASE("a mistyped word finds the nearest known one, if it is near") {
  const std::vector<std::string> words = {"--source", "--section", "--sort"};
  CHECK(nearest_word("--sorce", words) == "--source");
  CHECK(nearest_word("--sectoin", words) == "--section");
  CHECK(nearest_word("--completely-other", words).empty());
  CHECK(edit_distance("kitten", "sitting") == 3);
}
