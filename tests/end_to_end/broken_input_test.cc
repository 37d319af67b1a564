// SPDX-License-Identifier: GPL-2.0-or-later
//
// Bad input never stops a run, never vanishes and never corrupts: sample-corpus/broken, file by file.
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/support/programs.h"

using namespace broadsheet::test;
using Json = nlohmann::json;

TEST_CASE("what is good in a broken file is kept, what is not is counted with its reason") {
  const struct {
    const char* file;
    const char* balance;
    int status;
    const char* reason;  // part of one reason in the rejects file; empty: no rejects
  } cases[] = {
      {"truncated-line.jsonl", "read 4 = indexed 3 + updated 0 + unchanged 0 + skipped 0 + rejected 1", 3,
       "JSON"},
      {"unclosed-quote.csv", "read 2 = indexed 1 + updated 0 + unchanged 0 + skipped 0 + rejected 1", 3,
       "quot"},
      {"cut-off.sgm", "read 2 = indexed 1 + updated 0 + unchanged 0 + skipped 0 + rejected 1", 3, "end"},
      {"empty.jsonl", "read 1 = indexed 0 + updated 0 + unchanged 0 + skipped 0 + rejected 1", 3, "empty"},
      {"random-bytes.dat", "read 1 = indexed 0 + updated 0 + unchanged 0 + skipped 0 + rejected 1", 3,
       "text"},
      {"no-body-no-title.jsonl", "read 2 = indexed 1 + updated 0 + unchanged 0 + skipped 0 + rejected 1", 3,
       "--map"},
      {"impossible-date.jsonl", "read 1 = indexed 1 + updated 0 + unchanged 0 + skipped 0 + rejected 0", 0,
       ""},
      {"path-escape.zip", "read 2 = indexed 1 + updated 0 + unchanged 0 + skipped 0 + rejected 1", 3, ".."},
  };
  for (const auto& c : cases) {
    CAPTURE(c.file);
    const TemporaryFolder folder;
    const auto result = run_index({folder / "a.archive", sample_corpus(std::string("broken/") + c.file),
                                   "--rejects", folder / "rejects.jsonl"});
    CHECK(last_line(result.out) == c.balance);
    CHECK(result.status == c.status);
    const auto rejects = lines_of(read_whole_file(folder / "rejects.jsonl"));
    CHECK(rejects.empty() == std::string(c.reason).empty());
    for (const std::string& line : rejects) {
      const Json reject = Json::parse(line);
      CHECK(reject["input"].get<std::string>().find(c.file) != std::string::npos);
      CHECK(reject["reason"].get<std::string>().find(c.reason) != std::string::npos);
    }
    CHECK(std::filesystem::exists(folder / "escape.txt") == false);
  }
}

TEST_CASE("a compressed file that ends too early gives what came before and one reject") {
  const TemporaryFolder folder;
  const auto result = run_index({folder / "a.archive", sample_corpus("broken/cut-short.json.gz")});
  CHECK(result.status == 3);
  CHECK(last_line(result.out).ends_with("skipped 0 + rejected 1"));
}

TEST_CASE("an impossible date is reported and the article stays undated") {
  const TemporaryFolder folder;
  run_index({folder / "a.archive", sample_corpus("broken/impossible-date.jsonl")});
  CHECK(read_whole_file(folder / "a.archive/runs/0001.jsonl").find("1989-13-45") != std::string::npos);
  const auto found = run_search({folder / "a.archive", "--all", "--format", "jsonl", "--fields", "date"});
  CHECK(found.out == "{\"date\":null}\n");
}

TEST_CASE("a folder's README is left out, named itself it is read") {
  const TemporaryFolder folder;
  write_file(folder / "in/README.md", "About these files\n\nThey are news.\n");
  write_file(folder / "in/news.txt", "Bridge opens\n\nThe bridge opened on Monday.\n");
  CHECK(last_line(run_index({folder / "a.archive", folder / "in"}).out) ==
        "read 2 = indexed 1 + updated 0 + unchanged 0 + skipped 1 + rejected 0");
  CHECK(last_line(run_index({folder / "b.archive", folder / "in/README.md"}).out) ==
        "read 1 = indexed 1 + updated 0 + unchanged 0 + skipped 0 + rejected 0");
}
