// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/indexer/readers/reading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <filesystem>

namespace broadsheet::test {

TextStream::TextStream(std::string text, std::size_t chunk, std::string failure)
    : text_(std::move(text)), chunk_(chunk), failure_(std::move(failure)) {}

std::size_t TextStream::read(std::span<char> buffer) {
  const std::size_t n = std::min({buffer.size(), chunk_, text_.size() - position_});
  if (n == 0 && !failure_.empty()) throw StreamError(failure_);
  std::memcpy(buffer.data(), text_.data() + position_, n);
  position_ += n;
  return n;
}

Reading read_all(DumpReader& reader) {
  Reading reading;
  reading.format = reader.format();
  while (auto item = reader.next()) {
    if (auto* record = std::get_if<Record>(&*item)) reading.records.push_back(std::move(*record));
    if (auto* reject = std::get_if<Reject>(&*item)) reading.rejects.push_back(std::move(*reject));
    if (auto* skip = std::get_if<Skip>(&*item)) reading.skips.push_back(std::move(*skip));
  }
  return reading;
}

Reading read_text(std::string_view text, const Source& source) {
  auto stream = std::make_unique<TextStream>(std::string(text), source.chunk, source.failure);
  return read_all(*make_reader(std::move(stream), source.name, source.options));
}

Record read_one(std::string_view text, const Source& source) {
  const Reading reading = read_text(text, source);
  CHECK(reading.records.size() == 1);
  for (const Reject& reject : reading.rejects) FAIL_CHECK(reject.reason);
  return reading.records.empty() ? Record{} : reading.records[0];
}

std::string outline(const Reading& reading) {
  std::string text;
  const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  for (const Record& record : reading.records)
    add(record.id.empty() ? record.title : record.id + ": " + record.title);
  for (std::size_t i = 0; i < reading.rejects.size(); ++i) add("reject");
  for (std::size_t i = 0; i < reading.skips.size(); ++i) add("skip");
  return text;
}

std::string read_file(const std::string& path, const ReadOptions& options) {
  const auto file = open_dump_file({path, std::filesystem::path(path).filename().string()}, options);
  std::string dumps;
  while (auto dump = file->next()) dumps += dump->name + " = " + outline(read_all(*dump->reader)) + "\n";
  return dumps;
}

}  // namespace broadsheet::test
