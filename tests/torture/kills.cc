// SPDX-License-Identifier: GPL-2.0-or-later
//
// torture_kills [TIMES [SEED]]: ends broadsheet-index as kill -9 would, at random moments. (README.md.)
#include <cstdio>

#include "tests/torture/scenario.h"

using namespace broadsheet::test;

namespace {

void kill_once(const Scenarios& scenarios, const Scenario& scenario, bool by_time, Numbers& numbers) {
  RunOptions options;
  if (by_time) {
    options.kill_after_us =
        1 + static_cast<long>(below(numbers, static_cast<std::uint64_t>(scenario.cpu_us)));
  } else {
    options.environment = failing_calls("kill", 1 + below(numbers, scenario.calls), scenarios.archive());
  }
  const auto result = scenarios.try_out(scenario, options);
  require(result.status <= 0 || by_time, "it was not killed but failed", result);
  require(by_time || result.status < 0, "the kill came too late", result);
}

}  // namespace

int main(int argc, char** argv) {
  return torture(argc, argv, 300, [](unsigned times, Numbers& numbers) {
    const Scenarios scenarios;
    for (unsigned i = 0; i < times; ++i) kill_once(scenarios, scenarios.pick(i / 2), i % 2 == 0, numbers);
    std::printf("killed %u times: nothing lost\n", times);
  });
}
