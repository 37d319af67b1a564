// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/term_filter.h"

#include <doctest/doctest.h>

#include "common/hash.h"
#include "common/schema.h"

using namespace broadsheet;

TEST_CASE("a filter never denies a term that is there, and denies nearly all that are not") {
  for (const int terms : {0, 1, 100, 20'000}) {
    CAPTURE(terms);
    std::vector<std::uint64_t> hashes;
    for (int i = 0; i < terms; ++i) hashes.push_back(hash64("there " + std::to_string(i)));
    const TermFilter filter(hashes);
    for (const std::uint64_t hash : hashes) REQUIRE(filter.may_have(hash));
    int taken_for_there = 0;
    for (int i = 0; i < 10'000; ++i) taken_for_there += filter.may_have(hash64("not " + std::to_string(i)));
    CHECK(taken_for_there < 500);
  }
}

TEST_CASE("the filter of a segment knows live articles, superseded ones and those that are stood in for") {
  Xapian::WritableDatabase segment("", Xapian::DB_BACKEND_INMEMORY);
  const std::string long_identity = "urn:" + std::string(400, 'x');
  for (const std::string& identity : {std::string("urn:1"), long_identity}) {
    Xapian::Document document;
    document.add_boolean_term(make_term(prefix::kIdentity, identity));
    document.add_value(slot::kIdentity, identity);
    segment.add_document(document);
  }
  Xapian::Document old;
  old.add_boolean_term(make_term(prefix::kSuperseded, "urn:2"));
  old.add_boolean_term(make_term(prefix::kReplaces, "urn:3"));
  segment.add_document(old);
  const TermFilter filter =
      filter_of(segment, Columns::from_bytes(Columns::build(segment), segment.get_uuid()));
  CHECK(filter.may_have(hash64(make_term(prefix::kIdentity, "urn:1"))));
  CHECK(filter.may_have(hash64(make_term(prefix::kIdentity, long_identity))));
  CHECK(filter.may_have(hash64(make_term(prefix::kSuperseded, "urn:2"))));
  CHECK(filter.may_have(hash64(make_term(prefix::kReplaces, "urn:3"))));
  CHECK_FALSE(filter.may_have(hash64(make_term(prefix::kIdentity, "urn:4"))));
}
