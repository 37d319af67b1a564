// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/run_report.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/support/files.h"

using namespace broadsheet;

TEST_CASE("a report lists every reject, but of a dump that is wrong all over only so many problems") {
  const test::TemporaryFolder folder;
  RunReport report(folder.path(), {});
  for (std::uint64_t i = 1; i <= 10'005; ++i) {
    report.write({"problem", "a.csv", i, 0, "", "unknown country", ""});
    report.write({"reject", "a.csv", i, 0, "", "no text", ""});
  }
  report.finish({}, {}, "2026-11-23T00:00:00Z", "2026-11-23T00:00:01Z");
  const std::string text = test::read_whole_file(folder.path() / "runs/0001.jsonl");
  CHECK(std::count(text.begin(), text.end(), '\n') == 10'000 + 10'005 + 2);
  CHECK(text.find("\"reason\":\"5 more problems are not listed\"") != std::string::npos);
  CHECK(text.find("\"record\":10005,\"offset\":0,\"reason\":\"no text\"") != std::string::npos);
}
