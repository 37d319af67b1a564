// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/programs.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace broadsheet::test {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void become(const std::string& program, const std::vector<std::string>& arguments,
                         const RunOptions& options, const fs::path& folder) {
  const fs::path input = options.input_from.empty() ? folder / "in" : options.input_from;
  const int in = ::open(input.c_str(), O_RDONLY);
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
  if (options.most_cpu_seconds > 0) {
    const rlimit limit = {options.most_cpu_seconds, options.most_cpu_seconds};
    ::setrlimit(RLIMIT_CPU, &limit);
  }
  for (const std::string& variable : options.environment) ::putenv(const_cast<char*>(variable.c_str()));
  std::vector<char*> argv = {const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  ::execvp(program.c_str(), argv.data());
  _exit(127);
}

}  // namespace

RunningProgram::RunningProgram(const std::string& program, const std::vector<std::string>& arguments,
                               const RunOptions& options) {
  write_file(folder_ / "in", options.input);
  child_ = ::fork();
  if (child_ < 0) throw std::runtime_error("cannot fork");
  if (child_ == 0) become(program, arguments, options, folder_.path());
}

RunningProgram::~RunningProgram() {
  if (child_ >= 0) ::waitpid(child_, nullptr, 0);
}

RunResult RunningProgram::wait() {
  int status = 0;
  rusage usage{};
  ::wait4(child_, &status, 0, &usage);
  child_ = -1;
  RunResult result;
  result.max_rss_kib = usage.ru_maxrss;
  result.cpu_us = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1'000'000L + usage.ru_utime.tv_usec +
                  usage.ru_stime.tv_usec;
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  result.out = read_whole_file(folder_ / "out");
  result.err = read_whole_file(folder_ / "err");
  return result;
}

RunResult run(const std::string& program, const std::vector<std::string>& arguments,
              const RunOptions& options) {
  return RunningProgram(program, arguments, options).wait();
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
