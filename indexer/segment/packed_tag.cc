// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/packed_tag.h"

#ifdef BROADSHEET_LIBDEFLATE
#include <libdeflate.h>
#endif
#include <zlib.h>

#include <limits>
#include <memory>
#include <new>
#include <stdexcept>

namespace broadsheet::glass {
namespace {

constexpr std::size_t kNeverCompressed = 18;    // bytes; as Xapian's tables
constexpr std::size_t kAlwaysReadable = 8'192;  // uncompressed bytes that fit into the reader's window
constexpr int kLevel = 1;
constexpr int kRawDeflate = -15;  // largest window, no header
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
    if (deflateInit2(&stream_, kLevel, Z_DEFLATED, kRawDeflate, kMemory, Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::bad_alloc();
  }
  ~Deflater() { deflateEnd(&stream_); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  std::string deflate_all(std::string_view tag, bool with_empty_blocks) {
    deflateReset(&stream_);
    std::string out(deflateBound(&stream_, size_of(tag)) + kEmptyBlocks, '\0');
    stream_.next_in = bytes_of(tag);
    stream_.avail_in = size_of(tag);
    stream_.next_out = bytes_of(out);
    stream_.avail_out = static_cast<uInt>(out.size());
    if (with_empty_blocks) deflate(&stream_, Z_SYNC_FLUSH);
    if (deflate(&stream_, Z_FINISH) != Z_STREAM_END) throw std::logic_error("deflate did not finish");
    out.resize(stream_.total_out);
    return out;
  }

 private:
  z_stream stream_{};
};

std::string deflate_all(std::string_view tag, bool with_empty_blocks) {
  thread_local Deflater deflater;
  return deflater.deflate_all(tag, with_empty_blocks);
}

#ifdef BROADSHEET_LIBDEFLATE
struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

/// Twice as fast as zlib, and smaller, but cannot write the empty blocks that a long tag ends in.
PackedTag pack_short(std::string_view tag) {
  thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
      libdeflate_alloc_compressor(kLevel));
  if (!compressor) throw std::bad_alloc();
  std::string out(tag.size() - 1, '\0');
  out.resize(libdeflate_deflate_compress(compressor.get(), tag.data(), tag.size(), out.data(), out.size()));
  if (out.empty()) return {std::string(tag), false};
  return {std::move(out), true};
}
#else
PackedTag pack_short(std::string_view tag) {
  PackedTag packed{deflate_all(tag, false), true};
  if (packed.bytes.size() >= tag.size()) return {std::string(tag), false};
  return packed;
}
#endif

class Inflater {
 public:
  Inflater() {
    if (inflateInit2(&stream_, kRawDeflate) != Z_OK) throw std::bad_alloc();
  }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  std::string inflate_all(std::string_view bytes) {
    std::string out;
    stream_.next_in = bytes_of(bytes);
    stream_.avail_in = size_of(bytes);
    int result = Z_OK;
    while (result == Z_OK) {
      const std::size_t done = out.size();
      out.resize(done + kAlwaysReadable);
      stream_.next_out = bytes_of(out) + done;
      stream_.avail_out = kAlwaysReadable;
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

PackedTag pack_tag(std::string_view tag) {
  if (tag.size() <= kNeverCompressed) return {std::string(tag), false};
  if (tag.size() <= kAlwaysReadable) return pack_short(tag);
  return {deflate_all(tag, true), true};
}

std::string unpack_tag(const PackedTag& packed) {
  return packed.compressed ? Inflater().inflate_all(packed.bytes) : packed.bytes;
}

}  // namespace broadsheet::glass
