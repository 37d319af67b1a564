// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/ledger.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

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
  const auto path =
      std::filesystem::temp_directory_path() / ("broadsheet-ledger-" + std::to_string(::getpid()));
  std::ofstream(path) << ledger.to_lines() << "not a line\n{\"half\":\n";
  Ledger loaded = Ledger::load(path);
  std::filesystem::remove(path);
  return loaded;
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
  const auto balance = loaded.unchanged("/a.jsonl", {5, 1700000000}, "o");
  REQUIRE(balance);
  CHECK(*balance == Balance{10, 0, 0, 8, 1, 1});
  CHECK(balance->closes());
}

TEST_CASE("an input is read again when it, its path or the options have changed") {
  Ledger ledger;
  ledger.record("/a.jsonl", input(5, "o"));
  CHECK_FALSE(ledger.unchanged("/a.jsonl", {6, 1700000000}, "o"));
  CHECK_FALSE(ledger.unchanged("/a.jsonl", {5, 1700000001}, "o"));
  CHECK_FALSE(ledger.unchanged("/a.jsonl", {5, 1700000000}, "p"));
  CHECK_FALSE(ledger.unchanged("/b.jsonl", {5, 1700000000}, "o"));
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
  CHECK_FALSE(loaded.unchanged("/a.jsonl", {5, 1700000000}, "o"));
}
