// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/readers/bytes/byte_stream.h"

namespace broadsheet {

/// A stream that can be looked at before it is taken. Views into it hold until the next call that reads or
/// takes. Movable, not thread-safe.
class InputBuffer {
 public:
  explicit InputBuffer(std::unique_ptr<ByteStream> bytes) : bytes_(std::move(bytes)) {}

  /// What has been read and not yet taken.
  std::string_view pending() const { return std::string_view(buffer_).substr(begin_); }

  /// Makes pending() longer, at least doubling it where the stream has that much. False at the end. Never
  /// throws: a stream that fails ends there, and failure() says why.
  bool grow();

  /// Makes pending() at least this long, unless the stream ends before, and returns all of it.
  std::string_view peek(std::size_t bytes);

  /// Takes that many bytes of pending(). Requires bytes <= pending().size().
  void take(std::size_t bytes) { begin_ += bytes; }

  /// Where pending() begins in the stream.
  std::uint64_t offset() const { return buffer_start_ + begin_; }

  /// True if pending() is all that is left.
  bool ended() const { return ended_; }

  /// Why the stream ended early; empty if it did not.
  const std::string& failure() const { return failure_; }

 private:
  std::size_t fill(std::size_t wanted);

  std::unique_ptr<ByteStream> bytes_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::uint64_t buffer_start_ = 0;
  bool ended_ = false;
  std::string failure_;
};

/// An input buffer as a stream again, what is pending first.
class BufferStream : public ByteStream {
 public:
  explicit BufferStream(InputBuffer input) : input_(std::move(input)) {}
  std::size_t read(std::span<char> buffer) override;

 private:
  InputBuffer input_;
};

}  // namespace broadsheet
