// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <zlib.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "indexer/readers/bytes/byte_stream.h"

namespace broadsheet {

/// Unpacks gzip (RFC 1952): members one after the other, which make one text. What follows the last member
/// and is none is passed over. Not thread-safe.
class Gunzip {
 public:
  /// Gives the next packed bytes, which hold until it is called again; none at their end. May throw
  /// StreamError.
  using Source = std::function<std::span<const char>()>;

  explicit Gunzip(Source source);
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;
  ~Gunzip();

  /// As ByteStream::read. Throws StreamError where the data is damaged, ends too early or unpacks to more
  /// than news does, once all that came before was given.
  std::size_t read(std::span<char> buffer);

  /// Where the member that is being unpacked, or could not be, begins: packed bytes before it.
  std::uint64_t member_start() const { return member_start_; }

  /// True if read() threw because that member is damaged.
  bool is_damaged() const { return is_damaged_; }

 private:
  bool refill();
  bool begin_member();
  void step();
  Source source_;
  z_stream zlib_{};
  bool in_member_ = false;
  bool is_done_ = false;
  bool is_damaged_ = false;
  std::uint64_t members_ = 0;  // that were begun
  std::uint64_t packed_ = 0;   // bytes taken from the source and used
  std::uint64_t unpacked_ = 0;
  std::uint64_t member_start_ = 0;
  std::string failure_;
};

/// Bytes that are unpacked if they begin as gzip does, and passed on as they are if not.
class MaybeGzipStream : public ByteStream {
 public:
  explicit MaybeGzipStream(std::unique_ptr<ByteStream> bytes);
  std::size_t read(std::span<char> buffer) override;

 private:
  std::span<const char> piece();
  std::span<const char> fill();

  std::unique_ptr<ByteStream> bytes_;
  std::string buffer_;
  std::span<const char> kept_;  // of the buffer: read to look at it, and not yet given
  bool begun_ = false;
  std::unique_ptr<Gunzip> gunzip_;
};

/// True of the bytes that a member begins with: its magic number and method.
bool begins_as_gzip(std::span<const char> bytes);

}  // namespace broadsheet
