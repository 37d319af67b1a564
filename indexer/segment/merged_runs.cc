// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/merged_runs.h"

namespace broadsheet::glass {

MergedRuns::MergedRuns(std::vector<std::unique_ptr<TermRun>> runs) : runs_(std::move(runs)) {
  for (const auto& run : runs_) {
    if (run->next()) open_.push_back(run.get());
  }
}

std::span<TermRun* const> MergedRuns::next() {
  const auto is_done = [](TermRun* run) { return !run->next(); };
  for (TermRun* run : smallest_) {
    if (is_done(run)) std::erase(open_, run);
  }
  smallest_.clear();
  for (TermRun* run : open_) {
    const int order = smallest_.empty() ? 0 : run->current().term.compare(smallest_.front()->current().term);
    if (order < 0) smallest_.clear();
    if (order <= 0) smallest_.push_back(run);
  }
  return smallest_;
}

}  // namespace broadsheet::glass
