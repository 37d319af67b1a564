// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/ledger.h"

#include <doctest/doctest.h>

#include "tests/support/files.h"

using namespace broadsheet;

namespace {

Ledger::Input input(std::uint64_t size, const std::string& options) {
  Ledger::Input input;
  input.state = {size, 1700000000};
  input.content_hash = 0xFFFFFFFFFFFFFFFE;
  input.options = options;
  input.balance = {10, 6, 1, 1, 1, 1};
  return input;
}

Ledger reloaded(const Ledger& ledger) {
  const test::TemporaryFolder folder;
  test::write_file(folder / "ledger", ledger.to_lines() + "not a line\n{\"half\":\n");
  return Ledger::load(folder / "ledger");
}

}  // namespace

TEST_CASE("a balance prints as documented and closes") {
  const Balance balance = {10, 6, 1, 1, 1, 1};
  CHECK(to_string(balance) == "read 10 = indexed 6 + updated 1 + unchanged 1 + skipped 1 + rejected 1");
  CHECK(balance.closes());
  CHECK_FALSE(Balance{1, 0, 0, 0, 0, 0}.closes());
}

TEST_CASE("an unchanged input counts as read and unchanged, with its skips and rejects as they were") {
  Ledger ledger;
  ledger.record("/a.jsonl", input(5, "o"));
  const Ledger loaded = reloaded(ledger);
  const auto balance = loaded.unchanged("/a.jsonl", {5, 1700000000}, "o", 0);
  REQUIRE(balance);
  CHECK(*balance == Balance{10, 0, 0, 8, 1, 1});
  CHECK(loaded.unreadable() == 2);
  CHECK(balance->closes());
}

TEST_CASE("an input is read again when it, its path or the options have changed") {
  Ledger ledger;
  ledger.record("/a.jsonl", input(5, "o"));
  CHECK_FALSE(ledger.unchanged("/a.jsonl", {6, 1700000000}, "o", 0));
  CHECK_FALSE(ledger.unchanged("/a.jsonl", {5, 1700000001}, "o", 0));
  CHECK_FALSE(ledger.unchanged("/a.jsonl", {5, 1700000000}, "p", 0));
  CHECK_FALSE(ledger.unchanged("/b.jsonl", {5, 1700000000}, "o", 0));
}

TEST_CASE("a tombstone outlives the program and its removal forgets the inputs") {
  Ledger ledger;
  ledger.record("/a.jsonl", input(5, "o"));
  ledger.bury("urn:1", {"1", "deleted", "2020-01-01T00:00:00Z"});
  Ledger loaded = reloaded(ledger);
  CHECK(loaded.is_buried("urn:1"));
  CHECK_FALSE(loaded.unbury("urn:2"));
  CHECK(loaded.unbury("urn:1"));
  CHECK_FALSE(loaded.is_buried("urn:1"));
  CHECK_FALSE(loaded.unchanged("/a.jsonl", {5, 1700000000}, "o", 0));
}

TEST_CASE("an input that holds an embargoed article is read again once the embargo is over") {
  Ledger ledger;
  Ledger::Input held = input(5, "o");
  held.next_release = 1000;
  ledger.record("/a.jsonl", held);
  const Ledger loaded = reloaded(ledger);
  CHECK(loaded.unchanged("/a.jsonl", {5, 1700000000}, "o", 999));
  CHECK_FALSE(loaded.unchanged("/a.jsonl", {5, 1700000000}, "o", 1000));
}
