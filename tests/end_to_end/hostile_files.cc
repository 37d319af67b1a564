// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/end_to_end/hostile_files.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace broadsheet::test {
namespace {

constexpr std::uint32_t kMiB = 1 << 20;
constexpr int kGzip = 15 + 16;
constexpr int kRaw = -15;

std::string packed(std::string_view text, int window_bits, int flush) {
  z_stream stream{};
  if (deflateInit2(&stream, 6, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("zlib does not start");
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, flush);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string little(std::uint32_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
  return out;
}

struct ZipMember {
  std::string name;
  std::uint32_t method;  // 0: stored, 8: deflated
  std::string data;
  std::uint32_t crc;
  std::uint32_t size;
};

std::string zip(const ZipMember& member) {
  const std::string common =
      little(20, 2) + little(0, 2) + little(member.method, 2) + little(0, 4) + little(member.crc, 4) +
      little(static_cast<std::uint32_t>(member.data.size()), 4) + little(member.size, 4) +
      little(static_cast<std::uint32_t>(member.name.size()), 2) + little(0, 2);
  const std::string local = "PK\x03\x04" + common + member.name + member.data;
  const std::string central = "PK\x01\x02" + little(20, 2) + common + little(0, 2) + little(0, 2) +
                              little(0, 2) + little(0, 4) + little(0, 4) + member.name;
  return local + central + "PK\x05\x06" + little(0, 4) + little(1, 2) + little(1, 2) +
         little(static_cast<std::uint32_t>(central.size()), 4) +
         little(static_cast<std::uint32_t>(local.size()), 4) + little(0, 2);
}

std::uint32_t crc_of(std::string_view text) {
  return static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())));
}

}  // namespace

void write_long(const std::string& path, const LongText& text) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream file(path, std::ios::binary);
  file << text.head;
  for (std::uint64_t i = 0; i < text.times; ++i) file << text.piece;
  file << text.tail;
}

void write_long_gz(const std::string& path, const LongText& text) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  gzFile file = gzopen(path.c_str(), "wb1");
  const auto put = [file](const std::string& bytes) {
    if (!bytes.empty()) gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
  };
  put(text.head);
  for (std::uint64_t i = 0; i < text.times; ++i) put(text.piece);
  put(text.tail);
  gzclose(file);
}

std::string gzip(std::string_view text) {
  return packed(text, kGzip, Z_FINISH);
}

std::string tar_size(std::uint64_t size) {
  std::string octal(11, '0');
  for (auto digit = octal.rbegin(); size > 0 && digit != octal.rend(); ++digit, size /= 8)
    *digit = static_cast<char>('0' + size % 8);
  return octal;
}

std::string tar_header(const TarMember& member) {
  std::string header(512, '\0');
  const auto put = [&header](std::size_t at, std::string_view text) {
    header.replace(at, text.size(), text);
  };
  put(0, member.name);
  put(100, "0000644");
  put(108, "0000000");
  put(116, "0000000");
  put(124, member.size_field);
  put(136, tar_size(0));
  put(148, "        ");
  header[156] = member.type;
  put(157, member.link);
  put(257, std::string_view("ustar\00000", 8));
  std::uint64_t sum = 0;
  for (const char byte : header) sum += static_cast<unsigned char>(byte);
  put(148, tar_size(sum).substr(5) + std::string("\0 ", 2));
  return header;
}

std::string tar_file(const std::string& name, const std::string& text) {
  std::string file = tar_header({name, tar_size(text.size()), '0', ""}) + text;
  file.resize((file.size() + 511) / 512 * 512);
  return file;
}

std::string zip_bomb(const std::string& name, const std::string& head, char filler, std::uint32_t mebibytes) {
  constexpr std::uint32_t piece = 64;
  const std::string once = packed(std::string(piece * kMiB, filler), kRaw, Z_FULL_FLUSH);
  std::string data = packed(head, kRaw, Z_FULL_FLUSH);
  for (std::uint32_t done = 0; done < mebibytes; done += piece) data += once;
  const auto size = static_cast<std::uint32_t>(head.size() + mebibytes * kMiB);
  return zip({name, 8, data + std::string("\3\0", 2), 0, size});
}

std::string zip_of(const std::string& name, const std::string& text) {
  return zip({name, 0, text, crc_of(text), static_cast<std::uint32_t>(text.size())});
}

}  // namespace broadsheet::test
