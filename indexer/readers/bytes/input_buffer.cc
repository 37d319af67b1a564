// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/input_buffer.h"

#include <algorithm>
#include <cstring>

#include "indexer/readers/open_dump.h"

namespace broadsheet {

namespace {
constexpr std::size_t kLeastRead = 64 * 1024;
}

bool InputBuffer::grow() {
  if (ended_) return false;
  buffer_.erase(0, begin_);
  buffer_start_ += begin_;
  begin_ = 0;
  const std::size_t before = buffer_.size();
  const std::size_t wanted = std::max(kLeastRead, before);
  buffer_.resize(before + wanted);
  buffer_.resize(before + fill(wanted));
  return buffer_.size() > before;
}

std::size_t InputBuffer::fill(std::size_t wanted) {
  std::size_t got = 0;
  try {
    const std::size_t begin = buffer_.size() - wanted;
    while (got < wanted) {
      const std::size_t n = bytes_->read(std::span(buffer_).subspan(begin + got));
      ended_ = n == 0;
      if (ended_) break;
      got += n;
    }
  } catch (const StreamError& error) {
    ended_ = true;
    failure_ = error.what();
  }
  return got;
}

std::string_view InputBuffer::peek(std::size_t bytes) {
  while (pending().size() < bytes && grow()) {
  }
  return pending();
}

std::size_t BufferStream::read(std::span<char> buffer) {
  const std::string_view bytes = input_.peek(1);
  if (bytes.empty() && !input_.failure().empty()) throw StreamError(input_.failure());
  const std::size_t n = std::min(buffer.size(), bytes.size());
  std::memcpy(buffer.data(), bytes.data(), n);
  input_.take(n);
  return n;
}

}  // namespace broadsheet
