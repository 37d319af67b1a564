// SPDX-License-Identifier: GPL-2.0-or-later
//
// torture_faults [TIMES [SEED]]: writes and syncs of broadsheet-index fail, the disk is full, writes are
// short. (README.md.)
#include <array>
#include <cstdio>

#include "tests/torture/scenario.h"

using namespace broadsheet::test;

namespace {

void fail_once(const Scenarios& scenarios, const Scenario& scenario, const std::string& mode,
               Numbers& numbers) {
  RunOptions options;
  options.environment = failing_calls(mode, 1 + below(numbers, scenario.calls), scenarios.archive());
  const auto result = scenarios.try_out(scenario, options);
  const std::string what = mode + " while " + scenario.name;
  if (mode == "short") return require(result.status == 0, what + " is not survived", result);
  // A disk that is full from the last sync on harms nobody, nor does a sync of Xapian's own compaction, which
  // it does not look at: all is synced once more behind it. try_out() has seen to it that all came about.
  if (result.status == 0) return;
  require(result.status == 2, what + " does not end with status 2", result);
  require(result.err.starts_with("broadsheet-index: "), what + " has no message", result);
}

}  // namespace

int main(int argc, char** argv) {
  return torture(argc, argv, 300, [](unsigned times, Numbers& numbers) {
    constexpr std::array<const char*, 3> kModes = {"error", "full", "short"};
    const Scenarios scenarios;
    for (unsigned i = 0; i < times; ++i)
      fail_once(scenarios, scenarios.pick(i / 3), kModes[i % kModes.size()], numbers);
    std::printf("%u faults: nothing lost\n", times);
  });
}
