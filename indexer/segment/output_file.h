// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace broadsheet::glass {

/// A new file, written from its beginning to its end and readable meanwhile. Not thread-safe. All throw
/// std::system_error naming the file.
class OutputFile {
 public:
  explicit OutputFile(std::filesystem::path path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void append(std::string_view bytes);
  /// Bytes that were appended, from begin on; fewer than size at the end.
  std::string read(std::uint64_t begin, std::size_t size) const;
  std::uint64_t size() const { return written_ + buffer_.size(); }

  /// Gives all bytes to the system; it may not have them on disk yet.
  void flush();

 private:
  [[noreturn]] void fail() const;

  std::filesystem::path path_;
  int file_ = -1;
  std::uint64_t written_ = 0;
  std::string buffer_;
};

}  // namespace broadsheet::glass
