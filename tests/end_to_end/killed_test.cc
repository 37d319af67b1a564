// SPDX-License-Identifier: GPL-2.0-or-later
//
// Killed at any moment, an archive is the last one that was published, and the next run completes the
// balance.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/programs.h"

using namespace broadsheet::test;
namespace fs = std::filesystem;

namespace {

constexpr int kArticles = 1500;

std::string article_line(int number, const std::string& word) {
  const std::string n = std::to_string(number);
  return R"({"id":"urn:kill:)" + n + R"(","title":"Report )" + n + R"(","date":"1975-03-)" +
         (number % 28 < 9 ? "0" : "") + std::to_string(number % 28 + 1) + R"(","body":"Harvest figure )" + n +
         " was published by the board in Vienna; the yield of field " + std::to_string(number * 37 % 1009) +
         " was said to be " + word +
         R"(."})"
         "\n";
}

std::string dump_of(int articles, const std::string& word) {
  std::string dump;
  for (int i = 1; i <= articles; ++i) dump += article_line(i, word);
  return dump;
}

std::string matches(const std::string& archive, const std::string& query) {
  const std::string out = run_search({archive, query, "--format", "json"}).out;
  const auto at = out.find("\"matches\":");
  return at == std::string::npos ? out : out.substr(at + 10, out.find(',', at) - at - 10);
}

void check_segments(const std::string& archive) {
  for (const auto& entry : fs::directory_iterator(archive + "/segments")) {
    const std::string name = entry.path().filename();
    if (!entry.is_directory() || name.find('.') != std::string::npos) continue;
    CAPTURE(name);
    CHECK(run("xapian-check", {entry.path().string()}).status == 0);
  }
}

}  // namespace

TEST_CASE("an indexer that is killed leaves a valid archive, whenever it happens") {
  const TemporaryFolder folder;
  write_file(folder / "dump.jsonl", dump_of(kArticles, "fair"));
  const std::string archive = folder / "a.archive";
  run_index({archive, sample_corpus("dumps/texts"), "--quiet"});
  int killed = 0;
  for (long time_us = 20'000; time_us < 2'000'000; time_us = time_us * 8 / 5) {
    CAPTURE(time_us);
    RunOptions options;
    options.kill_after_us = time_us;
    const auto result = run_index({archive, folder / "dump.jsonl", "--quiet"}, options);
    killed += result.status < 0;
    const auto found = run_search({archive, "--limit", "1", "--format", "json"});
    REQUIRE(found.status == 0);
    check_segments(archive);
    if (result.status == 0) break;
  }
  CHECK(killed >= 3);
  const auto last = run_index({archive, folder / "dump.jsonl", "--quiet"});
  CHECK(last.status == 0);
  CHECK(last_line(last.out).starts_with("read 1500 = "));
  CHECK(last_line(last.out).ends_with(" + skipped 0 + rejected 0"));
  CHECK(matches(archive, "harvest") == "1500");
}

TEST_CASE("an indexer that is killed while it updates leaves each article in one version") {
  const TemporaryFolder folder;
  const std::string archive = folder / "a.archive";
  write_file(folder / "old.jsonl", dump_of(kArticles, "fair"));
  write_file(folder / "new.jsonl", dump_of(kArticles, "poor"));
  REQUIRE(run_index({archive, folder / "old.jsonl", "--quiet"}).status == 0);
  int killed = 0;
  for (long time_us = 50'000; time_us < 5'000'000; time_us = time_us * 8 / 5) {
    CAPTURE(time_us);
    RunOptions options;
    options.kill_after_us = time_us;
    const auto result = run_index({archive, folder / "new.jsonl", "--quiet"}, options);
    killed += result.status < 0;
    CHECK(matches(archive, "harvest") == "1500");
    check_segments(archive);
    if (result.status == 0) break;
  }
  CHECK(killed >= 2);
  CHECK(run_index({archive, folder / "new.jsonl", "--quiet"}).status == 0);
  CHECK(matches(archive, "poor") == "1500");
  CHECK(matches(archive, "fair") == "0");
}
