// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/packed_tag.h"

#include <zlib.h>

#include <limits>
#include <new>
#include <stdexcept>

#include "indexer/segment/tag_deflater.h"

namespace broadsheet::glass {
namespace {

constexpr std::size_t kNeverCompressed = 18;  // bytes; as Xapian's tables
constexpr int kRawDeflate = -15;              // largest window, no header

class Inflater {
 public:
  Inflater() {
    if (inflateInit2(&stream_, kRawDeflate) != Z_OK) throw std::bad_alloc();
  }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  std::string inflate_all(const std::string& bytes) {
    if (bytes.size() > std::numeric_limits<uInt>::max()) throw std::length_error("a document is too large");
    constexpr uInt kStep = 8'192;
    std::string out;
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    int result = Z_OK;
    while (result == Z_OK) {
      const std::size_t done = out.size();
      out.resize(done + kStep);
      stream_.next_out = reinterpret_cast<Bytef*>(out.data()) + done;
      stream_.avail_out = kStep;
      result = inflate(&stream_, Z_SYNC_FLUSH);
      out.resize(out.size() - stream_.avail_out);
    }
    if (result != Z_STREAM_END) throw std::runtime_error("a compressed document is damaged");
    return out;
  }

 private:
  z_stream stream_{};
};

}  // namespace

TagPacker::TagPacker() : deflater_(std::make_unique<TagDeflater>()) {}
TagPacker::~TagPacker() = default;
TagPacker::TagPacker(TagPacker&&) noexcept = default;
TagPacker& TagPacker::operator=(TagPacker&&) noexcept = default;

PackedTag TagPacker::pack(std::string_view tag) {
  if (tag.size() <= kNeverCompressed) return {std::string(tag), false};
  if (tag.size() > kShortTag) return {TagDeflater::deflate_long(tag), true};
  const std::string_view deflated = deflater_->deflate_short(tag);
  if (deflated.size() >= tag.size()) return {std::string(tag), false};
  return {std::string(deflated), true};
}

std::string unpack_tag(const PackedTag& packed) {
  return packed.compressed ? Inflater().inflate_all(packed.bytes) : packed.bytes;
}

}  // namespace broadsheet::glass
