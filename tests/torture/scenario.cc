// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/torture/scenario.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace broadsheet::test {
namespace {

namespace fs = std::filesystem;

constexpr int kArticles = 150;  // a dump

}  // namespace

Scenarios::Scenarios() {
  constexpr int kSegments = 7;  // one more, and they are merged
  const std::string many = folder_ / "many.archive";
  const std::string one = folder_ / "one.archive";
  for (int i = 0; i < kSegments; ++i) {
    const std::string dump = folder_ / ("old" + std::to_string(i) + ".jsonl");
    write_file(dump, dump_of(i * kArticles, kArticles, "fair"));
    run_index({many, dump, "--quiet", "--entities", "given"});
  }
  run_index({one, folder_ / "old0.jsonl", "--quiet", "--entities", "given"});
  write_file(folder_ / "more.jsonl", dump_of(kSegments * kArticles, kArticles, "good"));
  write_file(folder_ / "new.jsonl", dump_of(0, 2 * kArticles, "poor"));
  add("indexing", one, {folder_ / "more.jsonl"});
  add("updating", many, {folder_ / "new.jsonl"});
  add("compacting", many, {folder_ / "more.jsonl"});
  add("deleting", many, {"--delete", "urn:torture:3", "--delete", "urn:torture:400"});
  add("optimising", many, {"--optimize"});
  add("indexing again", many, {"--reindex"});
  add("starting", folder_ / "none.archive", {folder_ / "more.jsonl"});
}

void Scenarios::add(const std::string& name, const std::string& base,
                    const std::vector<std::string>& arguments) {
  Scenario scenario{name, base, arguments, {}, {}};
  if (fs::exists(base)) scenario.before = content_of(base);
  copy_base(scenario);
  RunOptions counting;
  counting.environment = failing_calls("count", 0, archive());
  const auto result = run_once(scenario, counting);
  require(result.status == 0, "undisturbed " + name + " fails", result);
  scenario.cpu_us = result.cpu_us;
  scenario.calls = static_cast<std::uint64_t>(std::atol(read_whole_file(archive() + ".calls").c_str()));
  require(scenario.calls > 5, "the calls of " + name + " cannot be counted", result);
  scenario.after = content_of(archive());
  std::printf("%s: %.0f ms, %llu calls\n", name.c_str(), static_cast<double>(scenario.cpu_us) / 1000,
              static_cast<unsigned long long>(scenario.calls));
  all_.push_back(std::move(scenario));
}

void Scenarios::copy_base(const Scenario& scenario) const {
  fs::remove_all(archive());
  if (fs::exists(scenario.base)) fs::copy(scenario.base, archive(), fs::copy_options::recursive);
}

RunResult Scenarios::run_once(const Scenario& scenario, const RunOptions& options) const {
  std::vector<std::string> arguments = {archive(), "--quiet", "--entities", "given"};
  arguments.insert(arguments.end(), scenario.arguments.begin(), scenario.arguments.end());
  return run_index(arguments, options);
}

RunResult Scenarios::try_out(const Scenario& scenario, const RunOptions& options) const {
  copy_base(scenario);
  RunResult result = run_once(scenario, options);
  // A first run that was stopped at once leaves no archive at all.
  if (!scenario.before.empty() || fs::exists(fs::path(archive()) / "XAPIANDB")) {
    const std::string content = content_of(archive());
    const bool is_empty = scenario.before.empty() && content.find("urn:") == std::string::npos;
    require(content == scenario.before || content == scenario.after || is_empty,
            "the archive is neither as before nor as after " + scenario.name, result);
    require_clean(archive(), "after disturbed " + scenario.name);
    require(result.status != 0 || content == scenario.after, "nothing came of " + scenario.name, result);
  }
  const auto again = run_once(scenario, {});
  require(again.status == 0, "the run after disturbed " + scenario.name + " fails", again);
  require(content_of(archive()) == scenario.after, "the content is not that of undisturbed " + scenario.name,
          again);
  require_clean(archive(), "when " + scenario.name + " was completed");
  return result;
}

}  // namespace broadsheet::test
