// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace broadsheet {

/// Bytes in order, from a file, a decompressor or a test. Owned by its reader. Not thread-safe.
class ByteStream {
 public:
  virtual ~ByteStream() = default;

  /// Fills the buffer as far as it can and returns how many bytes it put there; 0 at the end.
  /// Throws StreamError if the bytes cannot be had (a broken archive, a failing disk).
  virtual std::size_t read(std::span<char> buffer) = 0;
};

}  // namespace broadsheet
