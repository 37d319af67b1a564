// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/open_dump.h"

namespace broadsheet::test {

/// Bytes in memory, given in pieces of at most a chunk; the stream may fail where they end.
class TextStream : public ByteStream {
 public:
  explicit TextStream(std::string text, std::size_t chunk = std::numeric_limits<std::size_t>::max(),
                      std::string failure = "");
  std::size_t read(std::span<char> buffer) override;

 private:
  std::string text_;
  std::size_t chunk_;
  std::string failure_;
  std::size_t position_ = 0;
};

/// All that a reader gave.
struct Reading {
  std::string format;
  std::vector<Record> records;
  std::vector<Reject> rejects;
  std::vector<Skip> skips;
};

struct Source {
  std::string name = "dump";
  ReadOptions options = {};
  std::size_t chunk = std::numeric_limits<std::size_t>::max();
  std::string failure = "";
};

Reading read_all(DumpReader& reader);
Reading read_text(std::string_view text, const Source& source = {});

/// The first record; a failed check and an empty one if there is none.
Record read_one(std::string_view text, const Source& source = {});

/// "id: title" of every record, then "reject" per reject, in one string.
std::string outline(const Reading& reading);

/// Name and outline of every dump in a file, a line each.
std::string read_file(const std::string& path, const ReadOptions& options = {});

}  // namespace broadsheet::test
