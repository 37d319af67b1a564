// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/programs.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace broadsheet::test {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void become(const std::string& program, const std::vector<std::string>& arguments,
                         const RunOptions& options, const fs::path& folder) {
  const int in = ::open((folder / "in").c_str(), O_RDONLY);
  const int out = ::open((folder / "out").c_str(), O_WRONLY | O_CREAT, 0600);
  const int err = ::open((folder / "err").c_str(), O_WRONLY | O_CREAT, 0600);
  ::dup2(in, 0);
  ::dup2(out, 1);
  ::dup2(err, 2);
  if (!options.directory.empty() && ::chdir(options.directory.c_str()) != 0) _exit(126);
  if (options.kill_after_us) {
    // The timer goes on in the program that takes this process over; nothing there handles SIGPROF, so it
    // ends it.
    const itimerval timer = {{0, 0},
                             {*options.kill_after_us / 1'000'000, *options.kill_after_us % 1'000'000}};
    ::setitimer(ITIMER_PROF, &timer, nullptr);
  }
  std::vector<char*> argv = {const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  ::execvp(program.c_str(), argv.data());
  _exit(127);
}

}  // namespace

RunResult run(const std::string& program, const std::vector<std::string>& arguments,
              const RunOptions& options) {
  const TemporaryFolder folder;
  write_file(folder / "in", options.input);
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) become(program, arguments, options, folder.path());
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);
  RunResult result;
  result.max_rss_kib = usage.ru_maxrss;
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  result.out = read_whole_file(folder / "out");
  result.err = read_whole_file(folder / "err");
  return result;
}

RunResult run_index(const std::vector<std::string>& arguments, const RunOptions& options) {
  return run(BROADSHEET_INDEX, arguments, options);
}

RunResult run_search(const std::vector<std::string>& arguments, const RunOptions& options) {
  return run(BROADSHEET_SEARCH, arguments, options);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string last_line(const std::string& text) {
  const auto lines = lines_of(text);
  return lines.empty() ? "" : lines.back();
}

std::string sample_corpus(const std::string& name) {
  return (fs::path(SOURCE_DIR) / "sample-corpus" / name).string();
}

}  // namespace broadsheet::test
