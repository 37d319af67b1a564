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
};

struct RunOptions {
  std::string input;  // standard input
  /// End the program, as kill -9 would, when it has used so much processor time.
  std::optional<long> kill_after_us;
  std::filesystem::path directory;  // to run in; empty: here
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
