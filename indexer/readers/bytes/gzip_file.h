// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "indexer/readers/bytes/gunzip.h"
#include "indexer/readers/bytes/raw_file.h"

namespace broadsheet {

/// A gzip file that holds a text and no archive, and of which what lies behind a damaged member can be read.
class GzipFile {
 public:
  /// Nothing if the file is no such file, or cannot be read again from its beginning; it then stands there as
  /// it was found. The file must live as long.
  static std::unique_ptr<GzipFile> open(RawFile& file);

  /// As ByteStream::read. Throws StreamError.
  std::size_t read(std::span<char> buffer);

  /// Goes to the next member behind the one that is damaged, as read() told; false if there is none.
  bool resume();

 private:
  explicit GzipFile(RawFile& file) : file_(file) {}
  void start(std::uint64_t position);
  bool begins_well();
  std::optional<std::uint64_t> find_header(std::uint64_t from);

  RawFile& file_;
  std::uint64_t start_ = 0;
  std::unique_ptr<Gunzip> gunzip_;
  std::string head_;  // unpacked to look at it, and not yet given
  int attempts_ = 0;
  std::uint64_t unpacked_ = 0;  // of all that was read, whatever was damaged
  std::string bomb_;            // what is told once unpacking stopped
};

}  // namespace broadsheet
