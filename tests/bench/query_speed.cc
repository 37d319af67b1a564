// SPDX-License-Identifier: GPL-2.0-or-later
//
// query_speed ARCHIVE [QUERIES]: median and 95th percentile of whole answers (parse, match, facets, ten hits
// with snippets) in one process, for ten questions or for those of a file, one a line. Each is asked 21
// times.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "searcher/answer.h"

namespace {

using namespace broadsheet;

const std::vector<std::string> kQuestions = {"oil prices",
                                             "\"stock market\"",
                                             "bank AND (dollar OR yen)",
                                             "trade -japan",
                                             "company*",
                                             "\"prime minister\" visit",
                                             "title:merger",
                                             "country:japan surplus",
                                             "person:reagan budget",
                                             "said"};

std::vector<std::string> questions_of(const char* path) {
  std::vector<std::string> questions;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) questions.push_back(line);
  }
  return questions;
}

double milliseconds_of(const Archive& archive, const SearchRequest& request, const std::string& question,
                       std::uint64_t& matches) {
  const auto start = std::chrono::steady_clock::now();
  const Answer answer(archive, request, question, "", 0);
  answer.for_each_hit([](const Hit&) {});
  matches = answer.head().matches;
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main(int argc, char** argv) {
  constexpr int kTimes = 21;
  if (argc < 2) {
    std::puts("usage: query_speed ARCHIVE [QUERIES]");
    return 2;
  }
  const Archive archive(argv[1]);
  const SearchRequest request;
  std::printf("%-28s %10s %10s %10s\n", "question", "articles", "p50 ms", "p95 ms");
  std::vector<double> medians;
  for (const std::string& question : argc > 2 ? questions_of(argv[2]) : kQuestions) {
    std::vector<double> times;
    std::uint64_t matches = 0;
    for (int i = 0; i < kTimes; ++i) times.push_back(milliseconds_of(archive, request, question, matches));
    std::sort(times.begin(), times.end());
    medians.push_back(times[kTimes / 2]);
    std::printf("%-28s %10llu %10.2f %10.2f\n", question.c_str(), static_cast<unsigned long long>(matches),
                times[kTimes / 2], times[kTimes * 95 / 100]);
  }
  std::sort(medians.begin(), medians.end());
  std::printf("%-28s %10s %10.2f\n", "median of the medians", "", medians[medians.size() / 2]);
  return 0;
}
