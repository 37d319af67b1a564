// SPDX-License-Identifier: GPL-2.0-or-later
//
// growth ARCHIVE PARTS [PER_PART] [DUMP]: does a large archive stay as quick as a small one? Indexes PARTS
// dumps of PER_PART made-up articles (100,000 if not said) into the archive, one run of the program each, the
// first of them after DUMP where there is one, and the last a second time; prints the speed of each run, by
// the clock and in processor time, which other programs disturb less, and before and after all how long it
// takes to open the archive and to answer ten questions. Last, how long --optimize takes.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "common/error.h"
#include "searcher/answer.h"
#include "tests/bench/made_up_articles.h"
#include "tests/support/programs.h"

namespace {

using namespace broadsheet;

double seconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void write_dump(const std::string& path, std::uint64_t seed, std::uint64_t articles) {
  std::ofstream file(path, std::ios::binary);
  std::string text;
  for (std::uint64_t number = 1; number <= articles; ++number) {
    text.clear();
    test::append_made_up_article(text, seed, number);
    file << text;
  }
}

void index_dump(const std::string& archive, const std::string& dump) {
  test::RunResult result;
  const double seconds = seconds_of([&] { result = test::run_index({archive, dump, "--quiet"}); });
  const double mega = static_cast<double>(std::filesystem::file_size(dump)) / 1e6;
  std::printf("%-24s %8.1f s %8.1f CPU s %8.1f MB/s %7ld MB RSS   %s\n",
              std::filesystem::path(dump).filename().c_str(), seconds,
              static_cast<double>(result.cpu_us) / 1e6, mega / seconds, result.max_rss_kib / 1024,
              test::last_line(result.out).c_str());
  if (result.status != 0) std::printf("exit %d: %s\n", result.status, result.err.c_str());
  std::fflush(stdout);
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

constexpr int kTimes = 11;

void time_question(const Archive& archive, const std::string& question) {
  std::vector<double> times;
  std::uint64_t matches = 0;
  for (int i = 0; i < kTimes; ++i) {
    times.push_back(seconds_of([&] {
                      const Answer answer(archive, {}, question, "", 0);
                      answer.for_each_hit([](const Hit&) {});
                      matches = answer.head().matches;
                    }) *
                    1e3);
  }
  std::printf("  %-24s %10llu articles %8.2f ms\n", question.c_str(),
              static_cast<unsigned long long>(matches), median(times));
}

void time_questions(const std::string& archive_path) {
  const std::vector<std::string> questions = {"harbour",
                                              "w4711",
                                              "harbour council",
                                              "wheat OR exports",
                                              "\"oil price\"",
                                              "\"court judge ruled\"",
                                              "union -strike",
                                              "w1234*",
                                              "country:norway storm",
                                              "minister NEAR/5 bridge"};
  std::vector<double> openings;
  for (int i = 0; i < kTimes; ++i)
    openings.push_back(seconds_of([&] { const Archive archive(archive_path); }) * 1e3);
  std::printf("  open %36.2f ms\n", median(openings));
  const Archive archive(archive_path);
  for (const auto& question : questions) {
    try {
      time_question(archive, question);
    } catch (const InputError& refused) {
      std::printf("  %-24s refused: %s\n", question.c_str(), refused.what());
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::puts("usage: growth ARCHIVE PARTS [PER_PART] [DUMP]");
    return 2;
  }
  const std::string archive = argv[1];
  const std::uint64_t parts = std::stoull(argv[2]);
  const std::uint64_t per_part = argc > 3 ? std::stoull(argv[3]) : 100'000;
  const test::TemporaryFolder folder;
  if (argc > 4) index_dump(archive, argv[4]);
  for (std::uint64_t part = 1; part <= parts; ++part) {
    const std::string dump = folder / ("part" + std::to_string(part) + ".jsonl");
    write_dump(dump, part, per_part);
    index_dump(archive, dump);
    if (part == parts) index_dump(archive, dump);
    std::filesystem::remove(dump);
    if (part == 1 || part == parts) time_questions(archive);
  }
  const double seconds = seconds_of([&] { test::run_index({archive, "--optimize", "--quiet"}); });
  std::printf("--optimize %29.1f s\n", seconds);
  time_questions(archive);
  return 0;
}
