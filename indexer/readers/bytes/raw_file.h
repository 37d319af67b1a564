// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

struct XXH3_state_s;

namespace broadsheet {

/// A file's own bytes, counted and hashed once each as they are first passed, whatever order they are read
/// in. Not thread-safe.
class RawFile {
 public:
  /// Throws StreamError if the file cannot be opened. "-" is standard input.
  explicit RawFile(const std::filesystem::path& path);
  RawFile(const RawFile&) = delete;
  RawFile& operator=(const RawFile&) = delete;
  ~RawFile();

  /// Up to 64 KiB from the current position, in a buffer that holds until the next call; empty at the end.
  /// Throws StreamError.
  std::span<const char> read();

  /// Goes to a position, if the file is one that allows it. whence as in lseek. The new position, or -1.
  std::int64_t seek(std::int64_t offset, int whence);
  bool can_seek() const { return can_seek_; }

  /// Passes all that was not passed yet; nothing of a device, which may have no end. Throws StreamError.
  void finish();

  /// How much was read for what can be made of it: each byte of a regular file counts once, however often it
  /// was read.
  std::uint64_t bytes_used() const { return can_seek_ && size_ < read_ ? size_ : read_; }

  std::uint64_t bytes_passed() const { return passed_; }
  std::uint64_t hash() const;

 private:
  void pass(std::span<const char> bytes);

  int descriptor_ = -1;
  bool can_seek_ = false;
  bool is_device_ = false;
  std::uint64_t size_ = 0;  // if it can seek
  std::uint64_t read_ = 0;  // bytes, some of them perhaps again and again
  std::uint64_t position_ = 0;
  std::uint64_t passed_ = 0;  // bytes from the beginning that are counted and hashed
  std::string buffer_;
  std::unique_ptr<XXH3_state_s, void (*)(XXH3_state_s*)> hash_;
};

}  // namespace broadsheet
