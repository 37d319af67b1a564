// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

/// The on-disk format of Xapian's glass databases, as far as this room writes it: version 2016-03-14, that of
/// Xapian 1.4.0 and later up to 2.x. A reader of another version refuses the database by its version file.
/// Sources: Xapian 1.4.22, xapian-core/backends/glass (file names below) and xapian-core/common/pack.h.
///
/// A database is a folder: iamglass (version_file.h) and one file a table (table_writer.h). A table maps keys
/// to tags, both byte strings, in byte order of the keys:
///
///   postlist.glass (glass_postlist.cc, glass_values.cc), four kinds of keys before those of terms:
///     00 C0 name               a metadata entry as it is
///     00 D0 slot*              statistics of a value slot: uint frequency, string lowest, highest (nothing
///     if
///                              equal)                                       * little-endian, no zero at the
///                              end
///     00 D8 uint(slot) docid   values: string, then (uint gap - 1, string) for each further document
///     00 E0 [docid]            document lengths, as the posting list of a term
///     term                     first chunk: uint termfreq, uint collfreq, uint first docid - 1, then a chunk
///     term 00 docid            further chunks
///     A chunk: '1' if it is the last, else '0'; uint last docid - first docid; uint wdf; then (uint gap - 1,
///     uint wdf) for each further document. The frequencies of document lengths are 0.
///   position.glass (glass_positionlist.cc): term 00 docid -> see encode_positions()
///   termlist.glass (glass_termlisttable.cc, glass_values.cc):
///     docid                    uint document length, uint terms, then each: 1 byte how much it has in common
///                              with the one before (absent in the first), 1 byte rest length, rest, uint
///                              wdf. A wdf below 127 goes into the first byte where that has room: (wdf + 1)
///                              * (length of the term before + 1) + common < 256. Empty: no terms.
///     docid 00                 the slots in use, ascending: uint slot - slot before - 1 (-1 before the
///     first)
///   docdata.glass (glass_docdata.h): docid -> data, nothing for empty data
///
/// In keys: docids by append_sortable_docid(), terms by append_sortable_term() (no terminator where nothing
/// follows). Lists are cut into chunks once they have kChunkBytes, as Xapian's compaction does.
/// Which tags may be compressed, and how: packed_tag.h.
namespace broadsheet::glass {

constexpr std::size_t kBlockBytes = 8192;
constexpr std::size_t kChunkBytes = 2000;
constexpr std::size_t kMaxKeyBytes = 255;
constexpr std::size_t kMaxTermBytes = 245;

constexpr std::string_view kMetadataKey{"\x00\xc0", 2};
constexpr std::string_view kValueStatisticsKey{"\x00\xd0", 2};
constexpr std::string_view kValueChunkKey{"\x00\xd8", 2};
constexpr std::string_view kLengthsKey{"\x00\xe0", 2};

/// "uint": 7 bits a byte, lowest first, the high bit set in all but the last byte.
inline void append_uint(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out.push_back(static_cast<char>(value | 0x80));
  out.push_back(static_cast<char>(value));
}

/// "string": uint length, bytes.
inline void append_string(std::string& out, std::string_view bytes) {
  append_uint(out, bytes.size());
  out.append(bytes);
}

/// Takes a uint off the front of bytes that append_uint wrote.
inline std::uint64_t take_uint(std::string_view& bytes) {
  std::uint64_t value = 0;
  std::size_t at = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    value |= std::uint64_t{byte & 0x7fU} << shift;
    if (byte < 0x80) break;
  }
  bytes.remove_prefix(at);
  return value;
}

inline std::string_view take_string(std::string_view& bytes) {
  const std::size_t size = take_uint(bytes);
  const std::string_view taken = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return taken;
}

inline void append_big_endian(std::string& out, std::uint64_t value, unsigned bytes) {
  while (bytes-- > 0) out.push_back(static_cast<char>(value >> (8 * bytes)));
}

/// Sorts as the numbers do; the first byte tells the length and is never FF.
inline void append_sortable_docid(std::string& out, Xapian::docid docid) {
  if (docid < 0x8000) return append_big_endian(out, docid, 2);
  if (docid < 0x400000) return append_big_endian(out, docid | 0x800000U, 3);
  if (docid < 0x20000000) return append_big_endian(out, docid | 0xc0000000U, 4);
  append_big_endian(out, std::uint64_t{docid} | 0xe000000000U, 5);
}

/// Of what append_sortable_docid() wrote, whatever follows it.
inline Xapian::docid sortable_docid(std::string_view key) {
  const auto byte = [&](std::size_t i) {
    return static_cast<Xapian::docid>(static_cast<unsigned char>(key[i]));
  };
  const Xapian::docid first = byte(0);
  if (first < 0x80) return first << 8 | byte(1);
  if (first < 0xc0) return (first & 0x3f) << 16 | byte(1) << 8 | byte(2);
  const Xapian::docid next = byte(1) << 16 | byte(2) << 8 | byte(3);
  return first < 0xe0 ? (first & 0x1f) << 24 | next : next << 8 | byte(4);
}

/// A zero byte is followed by FF, so that the byte 00 can end a term that something follows.
inline void append_sortable_term(std::string& out, std::string_view term) {
  for (const char byte : term) {
    out.push_back(byte);
    if (byte == '\0') out.push_back('\xff');
  }
}

/// The tables, in the order of the version file.
enum TableId : std::size_t { Postlist, Docdata, Termlist, Position, Spelling, Synonym, TableCount };

/// What the version file says of a table. As default: of one that is absent.
struct TableRoot {
  std::uint32_t root_block = 0;
  unsigned level = 0;  // of the root block; leaves are 0
  std::uint64_t entries = 0;
  std::uint32_t blocks = 0;
  bool absent = true;
};
using TableRoots = std::array<TableRoot, TableCount>;

struct Posting {
  Xapian::docid docid = 0;
  Xapian::termcount wdf = 0;
};

}  // namespace broadsheet::glass
