// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/torture/torture.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace broadsheet::test {
namespace {

/// Two of them are one, so that there are variants.
constexpr std::array<const char*, 3> kPersons = {R"(,"persons":["Mikhail Gorbachev"])",
                                                 R"(,"persons":["Michail Gorbatschow"])",
                                                 R"(,"persons":["Ann Lee"])"};

std::uint64_t number_of(const char* text) {
  std::uint64_t number = 0;
  const char* end = text + std::strlen(text);
  if (std::from_chars(text, end, number).ptr != end || end == text)
    throw std::runtime_error("usage: PROGRAM [TIMES [SEED]]");
  return number;
}

/// A run that was broken off between publishing and telling copies leaves a notice that says so, and no more.
std::string without_notices(const std::string& page) {
  if (page.empty()) return page;
  auto json = nlohmann::json::parse(page);
  json.erase("notices");
  return json.dump();
}

}  // namespace

std::uint64_t below(Numbers& numbers, std::uint64_t bound) {
  return numbers() % bound;
}

void require(bool holds, const std::string& what, const RunResult& result) {
  if (holds) return;
  throw std::runtime_error(what + "\nstatus " + std::to_string(result.status) + "\n" + result.out +
                           result.err);
}

int torture(int argc, char** argv, unsigned usual_times,
            const std::function<void(unsigned times, Numbers& numbers)>& body) {
  try {
    const auto times = argc > 1 ? static_cast<unsigned>(number_of(argv[1])) : usual_times;
    Numbers numbers(argc > 2 ? number_of(argv[2]) : 1);
    body(times, numbers);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", argv[0], error.what());
    return 1;
  }
}

std::string dump_of(int first, int articles, const std::string& edition, bool with_persons) {
  std::string dump;
  for (int i = first; i < first + articles; ++i) {
    const std::string n = std::to_string(i);
    dump += R"({"id":"urn:torture:)" + n + R"(","title":"Report )" + n + R"(","date":"1975-)" +
            (i % 12 < 9 ? "0" : "") + std::to_string(i % 12 + 1) + R"(-11","source":"Post )" +
            std::to_string(i % 3) + '"' + (with_persons ? kPersons[static_cast<std::size_t>(i % 3)] : "") +
            R"(,"countries":["AT"],"body":"Harvest figure )" + n +
            " was published by the board in Vienna; the yield of field " + std::to_string(i * 37 % 1009) +
            " was said to be " + edition + R"(."})" + "\n";
  }
  return dump;
}

std::string content_of(const std::string& archive) {
  const auto all = run_search({archive, "--all", "--sort", "newest", "--copies", "show", "--format", "jsonl",
                               "--fields", "identity,title,date,source,persons,countries,words,body"});
  require(all.status == 0 || all.status == 1, "the archive cannot be asked", all);
  const auto counts = run_search({archive, "harvest", "--counts", "source,month", "--format", "csv"});
  require(counts.status == 0 || counts.status == 1, "the archive cannot be asked for counts", counts);
  const auto phrase = run_search({archive, "\"by the board\"", "--format", "json", "--limit", "3"});
  require(phrase.status == 0 || phrase.status == 1, "the archive cannot be asked for a phrase", phrase);
  return all.out + counts.out + without_notices(phrase.out);
}

void require_clean(const std::string& archive, const std::string& when) {
  const auto checked = run_index({"--check", archive});
  require(checked.status == 0, "--check finds errors " + when, checked);
}

std::vector<std::string> failing_calls(const std::string& mode, std::uint64_t number,
                                       const std::string& folder) {
  return {std::string("LD_PRELOAD=") + FAILING_CALLS_LIBRARY,
          "FAILING_CALLS=" + mode + ' ' + std::to_string(number) + ' ' + folder};
}

}  // namespace broadsheet::test
