// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/gunzip.h"

#include <algorithm>
#include <cstring>

#include "indexer/readers/bytes/unpack_limit.h"
#include "indexer/readers/open_dump.h"

namespace broadsheet {

namespace {

constexpr int kWithGzipHeader = 16;
constexpr std::size_t kPackedPiece = 64 * 1024;
constexpr std::string_view kGzipMagic = "\x1F\x8B\x08";

}  // namespace

bool begins_as_gzip(std::span<const char> bytes) {
  constexpr unsigned reserved_flags = 0xE0;
  return bytes.size() > kGzipMagic.size() &&
         std::equal(kGzipMagic.begin(), kGzipMagic.end(), bytes.begin()) &&
         (static_cast<unsigned char>(bytes[kGzipMagic.size()]) & reserved_flags) == 0;
}

Gunzip::Gunzip(Source source) : source_(std::move(source)) {
  if (inflateInit2(&zlib_, kWithGzipHeader + MAX_WBITS) != Z_OK) throw StreamError("zlib cannot be set up");
}

Gunzip::~Gunzip() {
  inflateEnd(&zlib_);
}

std::size_t Gunzip::read(std::span<char> buffer) {
  zlib_.next_out = reinterpret_cast<Bytef*>(buffer.data());
  zlib_.avail_out = static_cast<uInt>(buffer.size());
  while (zlib_.avail_out > 0 && !is_done_ && failure_.empty()) {
    if (zlib_.avail_in == 0 && !refill()) {
      if (in_member_) failure_ = "the compressed data ends too early: get the file again";
      is_done_ = true;
    } else if (in_member_ || begin_member()) {
      step();
    }
  }
  const std::size_t count = buffer.size() - zlib_.avail_out;
  unpacked_ += count;
  if (failure_.empty() && is_unpacking_bomb(unpacked_, packed_)) failure_ = unpacking_bomb_reason();
  if (count == 0 && !failure_.empty()) throw StreamError(failure_);
  return count;
}

bool Gunzip::refill() {
  const auto bytes = source_();
  // zlib does not write to its input; its type is older than const.
  zlib_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  zlib_.avail_in = static_cast<uInt>(bytes.size());
  return !bytes.empty();
}

bool Gunzip::begin_member() {
  if (members_ > 0 && *zlib_.next_in != static_cast<unsigned char>(kGzipMagic[0])) {
    is_done_ = true;  // padding
    return false;
  }
  ++members_;
  member_start_ = packed_;
  inflateReset(&zlib_);
  return in_member_ = true;
}

void Gunzip::step() {
  constexpr uLong header = 10;
  const uInt before = zlib_.avail_in;
  const int status = inflate(&zlib_, Z_NO_FLUSH);
  packed_ += before - zlib_.avail_in;
  if (status == Z_STREAM_END) {
    in_member_ = false;
  } else if (status == Z_DATA_ERROR && members_ > 1 && zlib_.total_in < header) {
    is_done_ = true;  // what follows the last member is no member
  } else if (status != Z_OK && status != Z_BUF_ERROR) {
    is_damaged_ = true;
    failure_ =
        std::string("the compressed data is damaged (") + (zlib_.msg ? zlib_.msg : "no reason given") + ")";
  }
}

MaybeGzipStream::MaybeGzipStream(std::unique_ptr<ByteStream> bytes)
    : bytes_(std::move(bytes)), buffer_(kPackedPiece, '\0') {}

std::size_t MaybeGzipStream::read(std::span<char> buffer) {
  if (!std::exchange(begun_, true)) {
    kept_ = fill();
    if (begins_as_gzip(kept_)) gunzip_ = std::make_unique<Gunzip>([this] { return piece(); });
  }
  if (gunzip_) return gunzip_->read(buffer);
  if (kept_.empty()) return bytes_->read(buffer);
  const std::size_t count = std::min(kept_.size(), buffer.size());
  std::memcpy(buffer.data(), kept_.data(), count);
  kept_ = kept_.subspan(count);
  return count;
}

std::span<const char> MaybeGzipStream::fill() {
  return {buffer_.data(), bytes_->read(buffer_)};
}

std::span<const char> MaybeGzipStream::piece() {
  return kept_.empty() ? fill() : std::exchange(kept_, {});
}

}  // namespace broadsheet
