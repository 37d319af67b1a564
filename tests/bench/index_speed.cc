// SPDX-License-Identifier: GPL-2.0-or-later
//
// index_speed DUMP...: how fast the dumps are indexed into a fresh archive, in MB of unpacked text and
// articles a second, and what each step costs when it runs alone: reading, normalising, tagging, building,
// writing.
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "indexer/archive/archive_writer.h"
#include "indexer/entities/tag.h"
#include "indexer/normalise/normalise.h"
#include "indexer/person_variants.h"
#include "indexer/readers/open_dump.h"
#include "indexer/request.h"
#include "tests/support/programs.h"

namespace {

using namespace broadsheet;

double seconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

struct Step {
  const char* name;
  double seconds;
};

struct Work {
  std::vector<std::pair<Record, std::string>> records;
  std::vector<Normalised> normalised;
  std::vector<StoredArticle> stored;
  std::vector<PreparedArticle> prepared;
  std::uint64_t bytes = 0;
};

void read_all(Work& work, const std::vector<std::string>& inputs) {
  for (const InputFile& file : list_inputs(inputs).files) {
    const auto opened = open_dump_file(file, {});
    while (auto dump = opened->next()) {
      while (auto item = dump->reader->next()) {
        if (auto* record = std::get_if<Record>(&*item)) {
          work.bytes += record->title.size() + record->body.size() + record->summary.size();
          work.records.emplace_back(std::move(*record), dump->reader->format());
        }
      }
    }
  }
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

void build_all(Work& work) {
  for (StoredArticle& stored : work.stored) work.prepared.push_back(prepare(std::move(stored)));
}

void write_all(Work& work, const std::string& archive) {
  ArchiveWriter::Settings settings;
  settings.make_variants = make_variants;
  ArchiveWriter writer(archive, settings);
  for (PreparedArticle& article : work.prepared) {
    writer.add(std::move(article));
    if (writer.segment_is_full()) writer.publish(false);
  }
  writer.publish(true);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::puts("usage: index_speed DUMP...");
    return 2;
  }
  const std::vector<std::string> inputs(argv + 1, argv + argc);
  const test::TemporaryFolder folder;
  Work work;
  std::vector<Step> steps;
  steps.push_back({"read", seconds_of([&] { read_all(work, inputs); })});
  steps.push_back({"normalise", seconds_of([&] { normalise_all(work); })});
  steps.push_back({"tag", seconds_of([&] { tag_all(work); })});
  steps.push_back({"build", seconds_of([&] { build_all(work); })});
  const auto articles = static_cast<double>(work.prepared.size());
  steps.push_back({"write", seconds_of([&] { write_all(work, folder / "steps.archive"); })});
  const double mega = static_cast<double>(work.bytes) / 1e6;
  double sum = 0;
  std::printf("%-10s %10s %10s %10s\n", "step", "seconds", "MB/s", "articles/s");
  for (const Step& step : steps) {
    sum += step.seconds;
    std::printf("%-10s %10.2f %10.1f %10.0f\n", step.name, step.seconds, mega / step.seconds,
                articles / step.seconds);
  }
  std::printf("%-10s %10.2f %10.1f %10.0f\n", "one thread", sum, mega / sum, articles / sum);
  std::vector<std::string> arguments = {folder / "program.archive", "--quiet"};
  arguments.insert(arguments.end(), inputs.begin(), inputs.end());
  const double program = seconds_of([&] { test::run_index(arguments); });
  std::printf("%-10s %10.2f %10.1f %10.0f\n", "program", program, mega / program, articles / program);
  std::printf("(%.1f MB of title and body in %.0f articles)\n", mega, articles);
  return 0;
}
