// SPDX-License-Identifier: GPL-2.0-or-later
//
// The order of input and the cutting into segments change no answer.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "tests/support/programs.h"

using namespace broadsheet::test;

namespace {

/// Articles, many of which are equally good answers and of the same day, in the order given.
std::string dump_of(const std::vector<int>& numbers) {
  const std::vector<std::string> places = {"Vienna", "Prague", "Cairo", "Lima", "Hanoi"};
  std::string dump;
  for (int n : numbers) {
    const std::string number = std::to_string(n);
    const std::string day = n % 7 == 0 ? "" : R"(,"date":"1975-03-0)" + std::to_string(n % 5 + 1) + "\"";
    dump += R"({"id":"urn:o:)" + number + R"(","source":")" + (n % 3 == 0 ? "THE POST" : "The Post") + "\"" +
            day + R"(,"title":"Harvest in )" + places[static_cast<std::size_t>(n) % places.size()] +
            R"(","body":"The harvest was )" + (n % 2 == 0 ? "good" : "good, very good") +
            R"( this year."})"
            "\n";
  }
  return dump;
}

std::string answers(const std::string& archive) {
  std::string all;
  for (const std::vector<std::string>& question :
       std::vector<std::vector<std::string>>{{"harvest"},
                                             {"harvest good", "--country", "Egypt"},
                                             {"--sort", "newest"},
                                             {"--sort", "oldest", "--offset", "17"}}) {
    std::vector<std::string> arguments = {
        archive, "--format", "json", "--limit", "25", "--facets", "country,source,month"};
    arguments.insert(arguments.end(), question.begin(), question.end());
    all += run_search(arguments).out;
  }
  return all;
}

}  // namespace

TEST_CASE("the same articles give the same answers, however they came into the archive") {
  const TemporaryFolder folder;
  std::vector<int> numbers(120);
  for (int i = 0; i < 120; ++i) numbers[static_cast<std::size_t>(i)] = i + 1;
  write_file(folder / "all.jsonl", dump_of(numbers));
  run_index({folder / "one.archive", folder / "all.jsonl", "--quiet"});
  const std::string expected = answers(folder / "one.archive");
  REQUIRE(expected.find("\"matches\":120") != std::string::npos);

  std::mt19937 random(5);
  for (int round = 0; round < 3; ++round) {
    std::shuffle(numbers.begin(), numbers.end(), random);
    const std::string archive = folder / ("cut" + std::to_string(round) + ".archive");
    for (std::size_t begin = 0; begin < numbers.size();) {
      const std::size_t end = std::min(numbers.size(), begin + 20 + random() % 40);
      const std::string dump = folder / ("part" + std::to_string(begin) + ".jsonl");
      const auto at = [&](std::size_t i) { return numbers.begin() + static_cast<std::ptrdiff_t>(i); };
      write_file(dump, dump_of({at(begin), at(end)}));
      run_index({archive, dump, "--quiet", "--jobs", std::to_string(1 + random() % 3)});
      begin = end;
    }
    CHECK(answers(archive) == expected);
  }
}
