// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/batch.h"

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "indexer/entities/tag.h"
#include "indexer/normalise/normalise.h"

namespace broadsheet {
namespace {

constexpr std::size_t kMaxRecords = 256;
constexpr std::size_t kMaxBytes = 8 << 20;

std::size_t size_of(const SourceStep& step) {
  const auto* record = std::get_if<Record>(&step.item);
  return record == nullptr ? 0 : record->body.size() + record->summary.size();
}

Batch read_batch(RecordSource& source) {
  Batch batch;
  std::size_t bytes = 0;
  while (batch.size() < kMaxRecords && bytes < kMaxBytes) {
    auto step = source.next();
    if (!step) break;
    bytes += size_of(*step);
    batch.emplace_back().step = std::move(*step);
  }
  return batch;
}

/// The steps that have names, in their order: record -> article -> entities -> document.
void prepare_step(PreparedStep& prepared, const IndexRequest& request) {
  auto* record = std::get_if<Record>(&prepared.step.item);
  if (prepared.step.kind != SourceStep::Kind::Item || record == nullptr) return;
  prepared.number = record->number;
  auto normalised = normalise(*record, prepared.step.format, request.normalising);
  if (auto* article = std::get_if<Normalised>(&normalised)) {
    Entities entities =
        request.find_entities ? tag_entities(article->article, article->given) : article->given;
    prepared.ready.emplace();
    prepared.ready->problems = std::move(article->problems);
    prepared.ready->article = prepare({std::move(article->article), std::move(entities)});
    prepared.step.item = Skip{};  // the record is not needed any more: frees its text
  } else if (auto* reject = std::get_if<Reject>(&normalised)) {
    prepared.step.item = std::move(*reject);
  } else {
    prepared.step.item = std::get<Skip>(std::move(normalised));
  }
}

/// Runs the work for every step, on several threads; the first exception is passed on when all are done.
void for_each_step(Batch& batch, unsigned jobs, const std::function<void(PreparedStep&)>& work) {
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::mutex failure_mutex;
  const auto run = [&] {
    try {
      for (std::size_t i = next++; i < batch.size(); i = next++) work(batch[i]);
    } catch (...) {
      const std::lock_guard lock(failure_mutex);
      if (!failure) failure = std::current_exception();
    }
  };
  std::vector<std::jthread> threads;
  for (unsigned i = 1; i < jobs; ++i) threads.emplace_back(run);
  run();
  threads.clear();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace

Batch next_batch(RecordSource& source, const IndexRequest& request) {
  Batch batch = read_batch(source);
  for_each_step(batch, request.jobs, [&](PreparedStep& step) { prepare_step(step, request); });
  return batch;
}

}  // namespace broadsheet
