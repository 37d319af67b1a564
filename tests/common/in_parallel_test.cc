// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/in_parallel.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace broadsheet;

TEST_CASE("every part of the work is done once, however many there are") {
  for (const std::size_t count : {0, 1, 2, 3, 1000}) {
    CAPTURE(count);
    std::vector<int> done(count);
    in_parallel(count, [&](std::size_t i) { ++done[i]; });
    CHECK(done == std::vector<int>(count, 1));
  }
}

TEST_CASE("what a part throws is thrown") {
  CHECK_THROWS_AS(in_parallel(20,
                              [](std::size_t i) {
                                if (i == 13) throw std::runtime_error("no");
                              }),
                  std::runtime_error);
}
