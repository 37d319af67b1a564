// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "common/file_sum.h"

namespace broadsheet::glass {

/// What a file is written for. One that lasts is summed up as it is written, and is on its way to the disk
/// long before it is complete, so that syncing it need not wait for much.
enum class FileUse { Scratch, Lasting };

/// A new file, written from its beginning to its end and readable meanwhile. Not thread-safe. All throw
/// std::system_error naming the file.
class OutputFile {
 public:
  explicit OutputFile(std::filesystem::path path, FileUse use);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void append(std::string_view bytes);
  /// Bytes that were appended, from begin on; fewer than size at the end.
  std::string read(std::uint64_t begin, std::size_t size) const;
  std::uint64_t size() const { return written_ + buffer_.size(); }

  /// Gives all bytes to the system; it may not have them on disk yet.
  void flush();
  /// Of a lasting file, after flush().
  FileSum sum() const { return sum_.sum(); }
  /// Where it was made.
  const std::filesystem::path& path() const { return path_; }

 private:
  [[noreturn]] void fail() const;
  void send_on_its_way();

  std::filesystem::path path_;
  FileUse use_;
  RunningSum sum_;
  std::uint64_t sent_ = 0;  // bytes that are on their way to the disk
  int file_ = -1;
  std::uint64_t written_ = 0;
  std::string buffer_;
};

}  // namespace broadsheet::glass
