// SPDX-License-Identifier: GPL-2.0-or-later
//
// torture_flips [TIMES [SEED]]: one random byte of an archive is changed. (README.md.)
#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "tests/torture/torture.h"

using namespace broadsheet::test;
namespace fs = std::filesystem;

namespace {

/// A file of an archive, by its path within it.
struct File {
  std::string name;
  std::uint64_t size = 0;

  /// What only Xapian reads.
  bool is_of_xapian() const { return name.starts_with("segments/") && !name.ends_with(".columns"); }
};

std::vector<File> files_of(const std::string& archive) {
  std::vector<File> files;
  for (const auto& entry : fs::recursive_directory_iterator(archive)) {
    if (entry.is_regular_file() && entry.file_size() > 0)
      files.push_back({entry.path().lexically_relative(archive).string(), entry.file_size()});
  }
  std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.name < b.name; });
  return files;
}

/// Half of the bytes are drawn from all bytes, half from a file drawn first: most files are small.
std::pair<File, std::uint64_t> draw(const std::vector<File>& files, Numbers& numbers) {
  if (below(numbers, 2) == 0) {
    const File& file = files[below(numbers, files.size())];
    return {file, below(numbers, file.size)};
  }
  std::uint64_t all = 0;
  for (const File& file : files) all += file.size;
  std::uint64_t at = below(numbers, all);
  auto file = files.begin();
  for (; at >= file->size; ++file) at -= file->size;
  return {*file, at};
}

const std::vector<std::vector<std::string>>& questions() {
  static const std::vector<std::vector<std::string>> all = {
      {"harvest", "--format", "json", "--limit", "20"},
      {"\"by the board\" -poor", "--all", "--format", "jsonl", "--copies", "show"},
      {"publ* NEAR/4 board", "--sort", "newest", "--format", "csv"},
      {"--counts", "person,month", "--format", "csv"},
      {"--show", "urn:torture:7", "--versions"},
      {}};
  return all;
}

RunResult ask(const std::string& archive, const std::vector<std::string>& question) {
  RunOptions options;
  options.most_cpu_seconds = 20;
  std::vector<std::string> arguments = {archive};
  arguments.insert(arguments.end(), question.begin(), question.end());
  return run_search(arguments, options);
}

class Flipper {
 public:
  Flipper() {
    for (const char* edition : {"fair", "poor"}) {
      write_file(folder_ / "dump.jsonl", dump_of(0, 200, edition, true));
      run_index({archive_, folder_ / "dump.jsonl", "--quiet", "--entities", "given"});
    }
    write_file(folder_ / "more.jsonl", dump_of(200, 100, "good", true));
    run_index({archive_, folder_ / "more.jsonl", "--quiet", "--entities", "given"});
    run_index({"--repair", archive_});  // removes what was superseded: nobody reads that
    require_clean(archive_, "before anything was changed");
    files_ = files_of(archive_);
    for (const auto& question : questions()) answers_.push_back(ask(archive_, question));
  }

  void flip(Numbers& numbers) {
    const auto [file, at] = draw(files_, numbers);
    const fs::path path = fs::path(archive_) / file.name;
    const std::string good = read_whole_file(path);
    std::string bad = good;
    bad[at] = static_cast<char>(static_cast<unsigned char>(bad[at]) ^ (1 + below(numbers, 255)));
    write_file(path, bad);
    const std::string what = "byte " + std::to_string(at) + " of " + file.name + " was changed: ";
    const auto checked = run_index({"--check", archive_});
    require(checked.status == 2, what + "--check does not find it", checked);
    for (std::size_t i = 0; i < questions().size(); ++i)
      judge(ask(archive_, questions()[i]), answers_[i], file, what);
    write_file(path, good);
  }

  unsigned wrong() const { return wrong_; }
  unsigned errors() const { return errors_; }

 private:
  void judge(const RunResult& answer, const RunResult& good, const File& file, const std::string& what) {
    require(answer.status >= 0, what + "the searcher crashes or hangs", answer);
    require(answer.status <= 2, what + "the searcher ends oddly", answer);
    errors_ += answer.status == 2 ? 1 : 0;
    if (answer.status == 2 || answer.out == good.out) return;
    // The inventory leaves out what it cannot read of the last run.
    const bool is_report = file.name.starts_with("runs/");
    require(file.is_of_xapian() || is_report, what + "the searcher answers otherwise", answer);
    wrong_ += is_report ? 0 : 1;
  }

  TemporaryFolder folder_;
  std::string archive_ = folder_ / "a.archive";
  std::vector<File> files_;
  std::vector<RunResult> answers_;
  unsigned wrong_ = 0;
  unsigned errors_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  return torture(argc, argv, 500, [](unsigned times, Numbers& numbers) {
    Flipper flipper;
    for (unsigned i = 0; i < times; ++i) flipper.flip(numbers);
    std::printf(
        "%u bytes changed, all found; of %zu answers %u were errors and %u, from Xapian's tables, wrong\n",
        times, times * questions().size(), flipper.errors(), flipper.wrong());
  });
}
