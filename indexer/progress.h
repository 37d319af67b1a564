// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>

#include "indexer/archive/ledger.h"

namespace broadsheet {

/// A progress line that is written over itself, a few times a second, on a terminal only. Not thread-safe.
class Progress {
 public:
  /// total_bytes 0: unknown. Without shown, nothing is ever written.
  Progress(std::ostream& out, bool shown, std::uint64_t total_bytes);
  ~Progress();

  void update(const Balance& balance, std::uint64_t bytes);

  /// Takes the line away, so that a message can be written.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  std::ostream& out_;
  bool shown_;
  std::uint64_t total_bytes_;
  Clock::time_point started_;
  Clock::time_point last_;
  bool line_is_up_ = false;
};

}  // namespace broadsheet
