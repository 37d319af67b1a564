// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "indexer/segment/term_run.h"

namespace broadsheet::glass {

/// Several runs as one, in byte order of their terms. Reads all runs to their ends. Not thread-safe.
class MergedRuns {
 public:
  /// runs: in order of their docids, not yet begun.
  explicit MergedRuns(std::vector<std::unique_ptr<TermRun>> runs);

  /// The runs that have the next term, in order of their docids; empty at the end. Valid until the next call.
  std::span<TermRun* const> next();

 private:
  std::vector<std::unique_ptr<TermRun>> runs_;
  std::vector<TermRun*> open_;  // in order of their docids, as smallest_
  std::vector<TermRun*> smallest_;
};

}  // namespace broadsheet::glass
