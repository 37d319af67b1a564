// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/identity.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/normalise/normalise.h"

namespace broadsheet {

TEST_CASE("the identity is made of the best that a record has") {
  struct Case {
    IdentityClues clues;
    std::string identity;
    std::string id;
  };
  const std::vector<Case> cases = {
      {{.id = "urn:newsml:x.example:1", .scope = "packet"},
       "urn:newsml:x.example:1",
       "urn:newsml:x.example:1"},
      {{.id = "https://x.example/1", .scope = "packet"}, "https://x.example/1", "https://x.example/1"},
      {{.id = "123E4567-e89b-12d3-a456-426614174000", .scope = "packet"},
       "123E4567-e89b-12d3-a456-426614174000",
       "123E4567-e89b-12d3-a456-426614174000"},
      {{.id = "17", .url = "https://x.example/1", .scope = "packet"}, "packet:17", "17"},
      {{.id = "page:17", .scope = "packet"}, "packet:page:17", "page:17"},
      {{.url = "HTTPS://X.example/a/?utm_source=y#top", .scope = "packet"},
       "https://x.example/a",
       "HTTPS://X.example/a/?utm_source=y#top"},
      {{.path = "a/b.txt", .scope = "packet", .is_text_file = true}, "packet:a/b.txt", "a/b.txt"},
      {{.path = "a\xE9.txt", .scope = "packet", .is_text_file = true}, "packet:a%E9.txt", "a%E9.txt"},
      {{.path = "\u00E9\n.txt", .scope = "packet", .is_text_file = true},
       "packet:\u00E9%0A.txt",
       "\u00E9%0A.txt"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.identity);
    const auto found = identify(c.clues);
    CHECK(found.identity == c.identity);
    CHECK(found.id == c.id);
  }
}

TEST_CASE("without any name the text itself is the identity, whatever its case") {
  const auto one = identify({.scope = "packet", .title = "Harbour", .body = "Closed."});
  const auto same = identify({.scope = "other", .title = "HARBOUR", .body = "closed."});
  const auto other = identify({.scope = "packet", .title = "Harbour", .body = "Open."});
  CHECK(one.identity.starts_with("hash:"));
  CHECK(one.identity.size() == 21);
  CHECK(one.identity == same.identity);
  CHECK(one.identity != other.identity);
  CHECK(one.id == one.identity);
  CHECK(identify({.path = "dump.xml", .title = "Harbour"}).id == "dump.xml");
}

TEST_CASE("a URL that names no page is no identity") {
  for (const std::string url : {"#top", "http://", "https://#", " "}) {
    CAPTURE(url);
    CHECK(canonical_url(url).empty());
    CHECK(identify({.url = url, .title = "Harbour", .body = "Closed."}).identity.starts_with("hash:"));
  }
  Record record;
  record.title = "Harbour";
  record.body = "Closed.";
  record.url = "#top";
  const auto one = std::get<Normalised>(normalise(record, "json", {})).article.identity;
  record.body = "Open.";
  CHECK(std::get<Normalised>(normalise(record, "json", {})).article.identity != one);
}

TEST_CASE("no identity is longer than a thousand bytes") {
  const std::string a(5000, 'a');
  const auto found = identify({.id = a, .scope = "packet"});
  CHECK(found.identity.size() <= 1000);
  CHECK(found.id.size() <= 1000);
  CHECK(found.identity != identify({.id = a + "b", .scope = "packet"}).identity);
}

TEST_CASE("one page has one canonical URL") {
  struct Case {
    std::string url;
    std::string canonical;
  };
  const std::vector<Case> cases = {
      {"http://X.Example/Path/", "http://x.example/Path"},
      {"https://x.example:443/a?b=1&utm_medium=m&fbclid=z", "https://x.example/a?b=1"},
      {"https://x.example/?utm_source=a", "https://x.example"},
      {"https://x.example:8080/a#f", "https://x.example:8080/a"},
      {"/relative/path/", "/relative/path/"},
      {"", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.url);
    CHECK(canonical_url(c.url) == c.canonical);
    CHECK(canonical_url(canonical_url(c.url)) == c.canonical);
  }
}

TEST_CASE("an id is global only if its form says so") {
  for (const std::string id :
       {"tag:x.example,2019:1", "doi:10.1000/1", "{123e4567-e89b-12d3-a456-426614174000}", "x-y://z"}) {
    CAPTURE(id);
    CHECK(is_global_id(id));
  }
  for (const std::string id :
       {"", "1", ":", "urn:", "page:17", "a b://c", "123e4567-e89b-12d3-a456", "1://x"}) {
    CAPTURE(id);
    CHECK_FALSE(is_global_id(id));
  }
}

}  // namespace broadsheet
