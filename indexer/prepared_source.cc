// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/prepared_source.h"

#include "indexer/entities/tag.h"
#include "indexer/normalise/normalise.h"

namespace broadsheet {
namespace {

constexpr std::size_t kMaxRecords = 64;
constexpr std::size_t kMaxBytes = 1 << 20;
constexpr std::uint64_t kBatchesPerThread = 4;

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
  if (auto* article = std::get_if<Normalised>(&normalised); article != nullptr && request.dry_run) {
    prepared.ready.emplace();
    prepared.step.item = Skip{};
  } else if (article != nullptr) {
    Entities entities =
        request.find_entities ? tag_entities(article->article, article->given) : article->given;
    prepared.ready.emplace();
    prepared.ready->problems = std::move(article->problems);
    prepared.ready->article = prepare({std::move(article->article), std::move(entities)});
    prepared.step.item = Skip{};  // the record is not needed any more: frees its text
  } else if (auto* reject = std::get_if<Reject>(&normalised)) {
    prepared.step.item = std::move(*reject);
  } else if (auto* notice = std::get_if<Notice>(&normalised)) {
    prepared.notice = std::move(*notice);
    prepared.step.item = Skip{};
  } else {
    prepared.step.item = std::get<Skip>(std::move(normalised));
  }
}

void prepare_batch(Batch& batch, const IndexRequest& request) {
  for (PreparedStep& step : batch) prepare_step(step, request);
}

}  // namespace

PreparedSource::PreparedSource(RecordSource& source, const IndexRequest& request)
    : source_(source), request_(request) {
  for (unsigned i = 0; i < request.jobs; ++i) threads_.emplace_back([this] { work(); });
}

PreparedSource::~PreparedSource() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  room_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

Batch PreparedSource::next() {
  std::unique_lock lock(mutex_);
  ready_.wait(lock, [this] { return done_.contains(given_); });
  Slot slot = std::move(done_.extract(given_).mapped());
  ++given_;
  lock.unlock();
  room_.notify_all();
  if (slot.failure) std::rethrow_exception(slot.failure);
  return std::move(slot.batch);
}

void PreparedSource::work() {
  for (bool more = true; more;) {
    Slot slot;
    std::uint64_t number = 0;
    {
      const std::lock_guard reading(reading_);
      if (!wait_for_room()) return;
      more = fill(slot, number);
    }
    try {
      prepare_batch(slot.batch, request_);
    } catch (...) {
      slot.failure = std::current_exception();
    }
    {
      const std::lock_guard lock(mutex_);
      done_.emplace(number, std::move(slot));
    }
    ready_.notify_one();
  }
}

bool PreparedSource::wait_for_room() {
  const std::uint64_t most = kBatchesPerThread * request_.jobs;
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] { return stopping_ || read_ < given_ + most; });
  return !stopping_;
}

bool PreparedSource::fill(Slot& slot, std::uint64_t& number) {
  number = read_++;
  try {
    slot.batch = read_batch(source_);
  } catch (...) {
    slot.failure = std::current_exception();
  }
  return !slot.batch.empty();
}

}  // namespace broadsheet
