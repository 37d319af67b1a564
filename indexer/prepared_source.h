// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "indexer/archive/archive_writer.h"
#include "indexer/record_source.h"
#include "indexer/request.h"

namespace broadsheet {

/// A step of the source with its record made ready for the writer; in a dry run, ready says no more than that
/// there is an article.
struct PreparedStep {
  struct Ready {
    PreparedArticle article;
    std::vector<std::string> problems;
  };
  SourceStep step;  // its item is only kept for rejects and skips
  std::optional<Ready> ready;
  std::optional<Notice> notice;
  std::uint64_t number = 0;  // of the record within its dump
};

using Batch = std::vector<PreparedStep>;

/// The steps of a source, its records made ready by several threads that live as long as this; the order of
/// the source stays. At most a few batches a thread (some megabytes, or one larger record, each) are held.
/// Source and request must outlive it; the source must not be used beside it.
class PreparedSource {
 public:
  PreparedSource(RecordSource& source, const IndexRequest& request);
  /// Stops the threads; what was read ahead is lost.
  ~PreparedSource();
  PreparedSource(const PreparedSource&) = delete;
  PreparedSource& operator=(const PreparedSource&) = delete;

  /// The next steps; empty at the end. For one thread. Throws what reading or preparing them threw.
  Batch next();

 private:
  struct Slot {
    Batch batch;
    std::exception_ptr failure;
  };

  void work();
  bool wait_for_room();
  /// True if there was something to read.
  bool fill(Slot& slot, std::uint64_t& number);

  RecordSource& source_;
  const IndexRequest& request_;
  std::mutex reading_;  // held by the one thread that reads; guards read_
  std::uint64_t read_ = 0;
  std::mutex mutex_;  // guards what follows
  std::condition_variable ready_;
  std::condition_variable room_;
  std::map<std::uint64_t, Slot> done_;
  std::uint64_t given_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace broadsheet
