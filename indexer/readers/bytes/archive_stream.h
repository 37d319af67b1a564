// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "indexer/readers/bytes/byte_stream.h"
#include "indexer/readers/bytes/raw_file.h"

struct archive;
struct archive_entry;

namespace broadsheet {

/// libarchive's view of a RawFile: its members one after the other. A plain or compressed file is its own
/// only member.
class ArchiveStream {
 public:
  /// Throws StreamError if the file cannot be opened or what it is packed with cannot be read.
  explicit ArchiveStream(RawFile& file);

  /// Goes to the next member, whatever is left of the one before; false after the last. Throws StreamError.
  bool next();

  /// True if the file is an archive with members, not one (compressed) file.
  bool has_members() const;
  std::string member_name() const;
  bool is_directory() const;
  bool is_file() const;

  /// Bytes of the current member, as ByteStream::read. Throws StreamError, also where the file has unpacked
  /// to more than any file of news does: over 1 GiB and over 1,000 times what was read of it. Unpacking then
  /// stops for good.
  std::size_t read(std::span<char> buffer);

  /// True if reading the current member failed, so that its reader has told what is wrong with the file.
  bool member_failed() const { return member_failed_; }

 private:
  RawFile& file_;
  std::string read_failure_;
  std::string bomb_;            // what is told once unpacking stopped
  std::uint64_t unpacked_ = 0;  // bytes of all members so far
  std::unique_ptr<archive, int (*)(archive*)> archive_;
  archive_entry* entry_ = nullptr;
  bool member_failed_ = false;

  void check(int status) const;
  [[noreturn]] void fail() const;
  void check_unpacked(std::size_t more);
  void pass_rest();
  void choose_formats();
  static ssize_t on_read(archive* handle, void* self, const void** buffer);
  static std::int64_t on_seek(archive* handle, void* self, std::int64_t offset, int whence);
};

}  // namespace broadsheet
