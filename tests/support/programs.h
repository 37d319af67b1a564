// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/support/files.h"

namespace broadsheet::test {

/// What a program that was run left behind.
struct RunResult {
  int status = 0;  // exit status; negative: the signal that ended it
  std::string out;
  std::string err;
  long max_rss_kib = 0;  // the most memory that it had in use at once
  long cpu_us = 0;
};

struct RunOptions {
  std::string input;                     // standard input
  std::filesystem::path input_from;      // what to read as standard input instead: a named pipe
  std::vector<std::string> environment;  // "NAME=VALUE", beside this program's
  unsigned most_cpu_seconds = 0;         // ends the program if it uses more; 0: no limit
  /// End the program, as kill -9 would, when it has used so much processor time.
  std::optional<long> kill_after_us;
  std::filesystem::path directory;  // to run in; empty: here
};

/// A program that runs beside this one. Waited for at the end of its life at the latest.
class RunningProgram {
 public:
  RunningProgram(const std::string& program, const std::vector<std::string>& arguments,
                 const RunOptions& options = {});
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  RunResult wait();

 private:
  TemporaryFolder folder_;
  int child_ = -1;
};

/// Runs a program with arguments, without a shell, and waits for it.
RunResult run(const std::string& program, const std::vector<std::string>& arguments,
              const RunOptions& options = {});

/// The programs of this build.
RunResult run_index(const std::vector<std::string>& arguments, const RunOptions& options = {});
RunResult run_search(const std::vector<std::string>& arguments, const RunOptions& options = {});

std::vector<std::string> lines_of(const std::string& text);
std::string last_line(const std::string& text);

/// sample-corpus/ of this source tree.
std::string sample_corpus(const std::string& name = "");

}  // namespace broadsheet::test
