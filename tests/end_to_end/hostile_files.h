// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet::test {

/// A text that may be larger than memory should hold: head, then piece again and again, then tail.
struct LongText {
  std::string head;
  std::string piece;
  std::uint64_t times = 0;
  std::string tail;
};

void write_long(const std::string& path, const LongText& text);

/// The same through gzip (RFC 1952).
void write_long_gz(const std::string& path, const LongText& text);

std::string gzip(std::string_view text);

/// One header of a tar archive (POSIX ustar) with its size field as given, checksum right.
struct TarMember {
  std::string name;
  std::string size_field;  // at most 12 bytes
  char type = '0';
  std::string link;
};
std::string tar_header(const TarMember& member);
std::string tar_size(std::uint64_t size);
/// A member that is what it says.
std::string tar_file(const std::string& name, const std::string& text);

/// A zip archive of one deflated member (PKWARE's APPNOTE 6.3): a head, then so many MiB of one character,
/// packed once for 64 MiB and written again and again.
std::string zip_bomb(const std::string& name, const std::string& head, char filler, std::uint32_t mebibytes);

/// A zip archive of members that are stored as they are.
std::string zip_of(const std::string& name, const std::string& text);

}  // namespace broadsheet::test
