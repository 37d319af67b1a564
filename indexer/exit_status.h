// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace broadsheet {

constexpr int kDone = 0;
constexpr int kNothingRead = 1;
constexpr int kDamaged = 2;  // as every error
constexpr int kManyRejected = 3;

/// How a run that came to its end exits: kManyRejected if over 5 % of what was read was rejected.
constexpr int exit_status(std::uint64_t read, std::uint64_t rejected) {
  if (read == 0) return kNothingRead;
  return rejected * 20 > read ? kManyRejected : kDone;
}

}  // namespace broadsheet
