// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "indexer/readers/record.h"

namespace broadsheet {

/// One dump, record by record. One implementation per format. Not thread-safe.
class DumpReader {
 public:
  virtual ~DumpReader() = default;

  /// The next record, reject or skip; nothing at the end. Never throws for bad content: bad content is a
  /// Reject, after which reading goes on with the next record that can be made out. Memory is bounded by the
  /// largest record (at most kMaxRecordBytes, its text at most kMaxTextBytes; a larger one is a Reject).
  virtual std::optional<DumpItem> next() = 0;

  /// "text", "json", "csv", "reuters-sgml"; what --format calls it.
  virtual std::string_view format() const = 0;
};

/// Of a record with all that it carries: pictures in a mail, the versions of a page.
constexpr std::size_t kMaxRecordBytes = 64 * 1024 * 1024;

/// Of what is an article alone: its text, a page, a text file. Novels are smaller.
constexpr std::size_t kMaxTextBytes = 16 * 1024 * 1024;

}  // namespace broadsheet
