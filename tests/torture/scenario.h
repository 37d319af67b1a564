// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "tests/torture/torture.h"

namespace broadsheet::test {

/// A run of broadsheet-index that changes an archive.
struct Scenario {
  std::string name;
  std::string base;                    // the archive before it; never changed
  std::vector<std::string> arguments;  // beside the archive
  std::string before;                  // content_of()
  std::string after;
  long cpu_us = 0;          // that it takes undisturbed
  std::uint64_t calls = 0;  // that write, sync or rename
};

/// Indexing, updating, compacting, deleting, optimising and indexing again, each tried once undisturbed.
class Scenarios {
 public:
  Scenarios();

  /// One after the other.
  const Scenario& pick(unsigned number) const { return all_[number % all_.size()]; }

  /// Runs a scenario on a copy of its archive, disturbed as the options say, and requires what must hold
  /// then: the archive is as before or as after and clean, the same run again completes, and it is as after.
  /// Returns what came of the disturbed run.
  RunResult try_out(const Scenario& scenario, const RunOptions& options) const;

  /// The archive that try_out works on.
  std::string archive() const { return folder_ / "a.archive"; }

 private:
  void add(const std::string& name, const std::string& base, const std::vector<std::string>& arguments);
  void copy_base(const Scenario& scenario) const;
  RunResult run_once(const Scenario& scenario, const RunOptions& options) const;

  TemporaryFolder folder_;
  std::vector<Scenario> all_;
};

}  // namespace broadsheet::test
