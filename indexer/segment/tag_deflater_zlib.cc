// SPDX-License-Identifier: GPL-2.0-or-later
#include <zlib.h>

#include <limits>
#include <new>
#include <stdexcept>

#include "indexer/segment/tag_deflater.h"

namespace broadsheet::glass {
namespace {

constexpr int kLevel = 1;
constexpr int kRawWindow = -15;  // largest window, no header
constexpr int kMemory = 8;
constexpr std::size_t kEmptyBlocks = 16;  // at most, with what deflate keeps back

Bytef* bytes_of(std::string_view text) {
  return reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
}

uInt size_of(std::string_view text) {
  if (text.size() > std::numeric_limits<uInt>::max() / 2) throw std::length_error("a document is too large");
  return static_cast<uInt>(text.size());
}

class Deflater {
 public:
  Deflater() {
    if (deflateInit2(&stream_, kLevel, Z_DEFLATED, kRawWindow, kMemory, Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::bad_alloc();
  }
  ~Deflater() { deflateEnd(&stream_); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  std::string_view deflate_all(std::string_view tag, bool with_empty_block) {
    deflateReset(&stream_);
    out_.resize(deflateBound(&stream_, size_of(tag)) + kEmptyBlocks);
    stream_.next_in = bytes_of(tag);
    stream_.avail_in = size_of(tag);
    stream_.next_out = bytes_of(out_);
    stream_.avail_out = static_cast<uInt>(out_.size());
    if (with_empty_block) deflate(&stream_, Z_SYNC_FLUSH);
    if (deflate(&stream_, Z_FINISH) != Z_STREAM_END) throw std::logic_error("deflate did not finish");
    out_.resize(stream_.total_out);
    return out_;
  }

 private:
  z_stream stream_{};
  std::string out_;
};

std::string_view deflate_all(std::string_view tag, bool with_empty_block) {
  thread_local Deflater deflater;
  return deflater.deflate_all(tag, with_empty_block);
}

}  // namespace

class TagDeflater::Code {};  // each tag has its own

TagDeflater::TagDeflater() = default;
TagDeflater::~TagDeflater() = default;

std::string_view TagDeflater::deflate_short(std::string_view tag) {
  return deflate_all(tag, false);
}

std::string TagDeflater::deflate_long(std::string_view tag) {
  return std::string(deflate_all(tag, true));
}

}  // namespace broadsheet::glass
