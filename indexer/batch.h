// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "indexer/archive/archive_writer.h"
#include "indexer/record_source.h"
#include "indexer/request.h"

namespace broadsheet {

/// A step of the source with its record made ready for the writer.
struct PreparedStep {
  struct Ready {
    PreparedArticle article;
    std::vector<std::string> problems;
  };
  SourceStep step;  // its item is only kept for rejects and skips
  std::optional<Ready> ready;
  std::uint64_t number = 0;  // of the record within its dump
};

using Batch = std::vector<PreparedStep>;

/// Reads the next steps of the source, up to a few hundred records or a few megabytes, and prepares them on
/// `jobs` threads; the order stays. Empty at the end of the source.
Batch next_batch(RecordSource& source, const IndexRequest& request);

}  // namespace broadsheet
