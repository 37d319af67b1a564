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
    const std::string person = n % 4 == 0   ? "Volodymyr Zelensky"
                               : n % 4 == 1 ? "Wolodymyr Selenskyj"
                                            : "Ann Oak";
    const bool german = n % 6 == 0;
    dump += R"({"id":"urn:o:)" + number + R"(","source":")" + (n % 3 == 0 ? "THE POST" : "The Post") + "\"" +
            day + R"(,"language":")" + (german ? "de" : "en") + R"(","persons":[")" + person +
            R"("],"title":"Harvest in )" + places[static_cast<std::size_t>(n) % places.size()] +
            R"(","body":"The harvest was )" + (n % 2 == 0 ? "good" : "good, very good") +
            (german ? " und die Ernten waren gut" : " and the fields were gutted") +
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
                                             {"field OR Ernte"},
                                             {"guts"},
                                             {"harv* good"},
                                             {"good", "--person", "Zelensky"},
                                             {"harvest", "--copies", "fold"},
                                             {"--copies", "fold", "--sort", "oldest", "--offset", "5"},
                                             {"--sort", "newest"},
                                             {"--sort", "oldest", "--offset", "17"}}) {
    std::vector<std::string> arguments = {
        archive, "--format", "json", "--limit", "25", "--facets", "person,country,source,language,month"};
    arguments.insert(arguments.end(), question.begin(), question.end());
    all += run_search(arguments).out;
  }
  return all;
}

}  // namespace

TEST_CASE("the same versions of the same articles give the same answers, whichever comes first") {
  const TemporaryFolder folder;
  const auto version = [](int id, int number, const std::string& word) {
    return R"({"id":"urn:v:)" + std::to_string(id) + R"(","version":)" + std::to_string(number) +
           R"(,"title":"Harvest","body":"The harvest in the north of the country was )" + word +
           R"( this year."})" + "\n";
  };
  std::vector<std::string> lines;
  for (int id = 1; id <= 20; ++id) {
    lines.push_back(version(id, 1, "good"));
    lines.push_back(version(id, 2, "rather good"));
    lines.push_back(version(id, 3, id % 2 == 0 ? "very good" : "bad"));
  }
  std::string expected;
  std::mt19937 random(7);
  for (int round = 0; round < 4; ++round) {
    const std::string archive = folder / ("v" + std::to_string(round) + ".archive");
    for (std::size_t half = 0; half < 2; ++half) {
      std::string dump;
      for (std::size_t i = half * lines.size() / 2; i < (half + 1) * lines.size() / 2; ++i) dump += lines[i];
      write_file(folder / "v.jsonl", dump);
      run_index({archive, folder / "v.jsonl", "--quiet"});
    }
    const std::string all = answers(archive);
    if (round == 0) expected = all;
    REQUIRE(expected.find("\"matches\":20") != std::string::npos);
    CHECK(all == expected);
    std::shuffle(lines.begin(), lines.end(), random);
  }
}

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
