// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/bytes/input_buffer.h"
#include "indexer/readers/dump_reader.h"
#include "indexer/readers/fields/record_fields.h"
#include "indexer/readers/open_dump.h"

namespace broadsheet {

/// What a reader reads: the bytes, and what is known of all records in them.
struct DumpSource {
  InputBuffer input;
  std::string name;
  std::string charset;                                     // "utf-8" if a byte order mark said so
  std::vector<std::pair<Field, std::string>> path_fields;  // of --path
  std::string path_problem;                                // --path does not fit; empty if it does
  FieldMap field_map;
};

/// What all readers have in common: numbers, paths, and the one Reject for a stream that fails.
class RecordReader : public DumpReader {
 public:
  explicit RecordReader(DumpSource source) : source_(std::move(source)) {}
  std::optional<DumpItem> next() final;

 protected:
  /// The next item without number and path; nothing at the end.
  virtual std::optional<DumpItem> read_item() = 0;

  InputBuffer& input() { return source_.input; }
  const DumpSource& source() const { return source_; }
  static Reject reject(std::string reason, std::uint64_t offset, std::string_view bytes);
  /// The Reject for a record that the end of the dump cut short: the stream's failure if there was one, else
  /// reason.
  Reject cut_off(std::string reason, std::uint64_t offset, std::string_view bytes);
  /// True if the stream failed and everything up to the failure was read: the last record may lack its end.
  bool failed() const { return source_.input.ended() && !source_.input.failure().empty(); }

 private:
  void complete(Record& record) const;

  DumpSource source_;
  std::uint64_t number_ = 0;
  bool failure_told_ = false;
};

/// A dump that holds nothing but one Reject or Skip.
std::unique_ptr<DumpReader> single_item_reader(DumpItem item, std::string_view format = "none");

}  // namespace broadsheet
