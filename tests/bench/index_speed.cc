// SPDX-License-Identifier: GPL-2.0-or-later
//
// index_speed [--until STEP] DUMP...: how fast the dumps are indexed into a fresh archive, in MB of unpacked
// text and articles a second by the clock on the wall, and what each step costs when it runs alone, in
// processor seconds: reading, normalising, tagging, building, writing. "take in" is reading and normalising
// as the program does them, an article at a time; reading, normalising and tagging alone keep all articles in
// memory, which costs time too.
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "indexer/archive/archive_writer.h"
#include "indexer/derivations.h"
#include "indexer/entities/tag.h"
#include "indexer/normalise/normalise.h"
#include "indexer/readers/open_dump.h"
#include "indexer/request.h"
#include "tests/support/programs.h"

namespace {

using namespace broadsheet;

double wall_seconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double processor_seconds_of(const std::function<void()>& work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

struct Work {
  std::vector<std::pair<Record, std::string>> records;
  std::vector<Normalised> normalised;
  std::vector<StoredArticle> stored;
  std::uint64_t bytes = 0;  // of title and body
  std::uint64_t articles = 0;
};

void count(Work& work, const Record& record) {
  work.bytes += record.title.size() + record.body.size() + record.summary.size();
  ++work.articles;
}

void for_each_record(const std::vector<std::string>& inputs,
                     const std::function<void(Record, std::string_view)>& use) {
  for (const InputFile& file : list_inputs(inputs).files) {
    const auto opened = open_dump_file(file, {});
    while (auto dump = opened->next()) {
      while (auto item = dump->reader->next()) {
        if (auto* record = std::get_if<Record>(&*item)) use(std::move(*record), dump->reader->format());
      }
    }
  }
}

/// Reading and normalising as the program does them, an article at a time that is then let go.
void take_in(Work& work, const std::vector<std::string>& inputs) {
  for_each_record(inputs, [&](const Record& record, std::string_view format) {
    count(work, record);
    normalise(record, format, {});
  });
}

void read_all(Work& work, const std::vector<std::string>& inputs) {
  for_each_record(inputs, [&](Record record, std::string_view format) {
    count(work, record);
    work.records.emplace_back(std::move(record), format);
  });
}

void normalise_all(Work& work) {
  for (const auto& [record, format] : work.records) {
    auto result = normalise(record, format, {});
    if (auto* article = std::get_if<Normalised>(&result)) work.normalised.push_back(std::move(*article));
  }
}

void tag_all(Work& work) {
  for (Normalised& article : work.normalised) {
    Entities entities = tag_entities(article.article, article.given);
    work.stored.push_back({std::move(article.article), std::move(entities)});
  }
}

struct Spent {
  double building = 0;
  double writing = 0;
};

/// As the program does them, some articles at a time that are then let go.
Spent build_and_write(Work& work, const std::string& archive) {
  constexpr std::size_t kTogether = 256;
  ArchiveWriter::Settings settings;
  settings.derive = derivations();
  ArchiveWriter writer(archive, settings);
  Spent spent;
  std::vector<PreparedArticle> prepared;
  for (auto next = work.stored.begin(); next != work.stored.end();) {
    spent.building += processor_seconds_of([&] {
      for (prepared.clear(); prepared.size() < kTogether && next != work.stored.end(); ++next)
        prepared.push_back(prepare(std::move(*next)));
    });
    spent.writing += processor_seconds_of([&] {
      for (PreparedArticle& article : prepared) writer.add(std::move(article));
      writer.keep_up();
    });
  }
  spent.writing += processor_seconds_of([&] { writer.publish(true); });
  return spent;
}

void print_header() {
  std::printf("%-10s %10s %10s %10s\n", "step", "seconds", "MB/s", "articles/s");
}

void print_row(const char* name, double seconds, const Work& work) {
  const double mega = static_cast<double>(work.bytes) / 1e6;
  const auto articles = static_cast<double>(work.articles);
  std::printf("%-10s %10.2f %10.1f %10.0f\n", name, seconds, mega / seconds, articles / seconds);
}

/// Each step alone on one thread, as far as the last one; the sum of their seconds.
void time_steps(Work& work, const std::vector<std::string>& inputs, const std::string& last_step,
                const std::string& archive) {
  double sum = 0;
  const auto print = [&](const char* name, double seconds) {
    sum += seconds;
    print_row(name, seconds, work);
    return name == last_step;
  };
  if (print("read", processor_seconds_of([&] { read_all(work, inputs); }))) return;
  if (print("normalise", processor_seconds_of([&] { normalise_all(work); }))) return;
  if (print("tag", processor_seconds_of([&] { tag_all(work); }))) return;
  const Spent spent = build_and_write(work, archive);
  print("build", spent.building);
  print("write", spent.writing);
  print_row("together", sum, work);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> inputs(argv + 1, argv + argc);
  std::string last_step = "write";
  if (inputs.size() > 2 && inputs[0] == "--until") {
    last_step = inputs[1];
    inputs.erase(inputs.begin(), inputs.begin() + 2);
  }
  if (inputs.empty()) {
    std::puts("usage: index_speed [--until read|normalise|tag] DUMP...");
    return 2;
  }
  const test::TemporaryFolder folder;
  Work work;
  print_header();
  Work taken_in;
  print_row("take in", processor_seconds_of([&] { take_in(taken_in, inputs); }), taken_in);
  time_steps(work, inputs, last_step, folder / "steps.archive");
  if (last_step == "write") {
    std::vector<std::string> arguments = {folder / "program.archive", "--quiet"};
    arguments.insert(arguments.end(), inputs.begin(), inputs.end());
    print_row("program", wall_seconds_of([&] { test::run_index(arguments); }), work);
  }
  std::printf("(%.1f MB of title and body in %zu records)\n", static_cast<double>(work.bytes) / 1e6,
              work.records.size());
  return 0;
}
