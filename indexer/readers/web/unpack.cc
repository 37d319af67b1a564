// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/web/unpack.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <array>
#include <limits>
#include <memory>

namespace broadsheet {

namespace {

constexpr std::size_t kPiece = 64 * 1024;

std::optional<std::string> inflate_with(std::string_view packed, std::size_t most, int window_bits) {
  z_stream stream{};
  if (packed.size() > std::numeric_limits<uInt>::max() || inflateInit2(&stream, window_bits) != Z_OK)
    return {};
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> guard(&stream, &inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::string out;
  std::array<char, kPiece> piece{};
  int status = Z_OK;
  while (status == Z_OK && out.size() < most) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    status = inflate(&stream, Z_NO_FLUSH);
    out.append(piece.data(), piece.size() - stream.avail_out);
    if (status == Z_OK && stream.avail_in == 0 && stream.avail_out != 0) break;
  }
  if (out.empty() && status != Z_STREAM_END) return std::nullopt;
  out.resize(std::min(out.size(), most));
  return out;
}

}  // namespace

std::optional<std::string> inflate_bytes(std::string_view packed, std::size_t most) {
  constexpr int gzip_or_zlib = 15 + 32;
  constexpr int raw = -15;
  if (auto out = inflate_with(packed, most, gzip_or_zlib)) return out;
  return inflate_with(packed, most, raw);
}

std::optional<std::string> unbrotli_bytes(std::string_view packed, std::size_t most) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> decoder(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
  if (!decoder) return std::nullopt;
  std::string out;
  std::array<std::uint8_t, kPiece> piece{};
  std::size_t left = packed.size();
  const auto* next = reinterpret_cast<const std::uint8_t*>(packed.data());
  auto status = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (status == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && out.size() < most) {
    std::size_t room = piece.size();
    std::uint8_t* to = piece.data();
    status = BrotliDecoderDecompressStream(decoder.get(), &left, &next, &room, &to, nullptr);
    out.append(reinterpret_cast<const char*>(piece.data()), piece.size() - room);
  }
  if (out.empty() || status == BROTLI_DECODER_RESULT_ERROR) return std::nullopt;
  out.resize(std::min(out.size(), most));
  return out;
}

}  // namespace broadsheet
