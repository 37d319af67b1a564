// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

/// The on-disk format of Xapian's glass databases, as far as it is written (indexer/segment) or read in place
/// (searcher/archive) by this program: version 2016-03-14, that of
/// Xapian 1.4.0 and later up to 2.x. A reader of another version refuses the database by its version file.
/// Sources: Xapian 1.4.22, xapian-core/backends/glass (file names below) and xapian-core/common/pack.h.
///
/// A database is a folder: iamglass (indexer/segment/version_file.h) and one file a table. A table maps keys
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

/// A table is a B-tree (glass_table.h, glass_table.cc; numbers big-endian): block n is at n * 8192.
///    0  revision, 4 bytes (1)            4  level, 1 byte (0: leaf)
///    5  free bytes in one piece, 2       7  free bytes, 2 (the same: there are no holes)
///    9  end of the directory, 2         11  directory: 2 bytes the place of each item, in order of keys
///   Items fill the block from its end downwards.
/// Leaf item: 2 bytes size of the item - 3, with flags (8000 compressed, 4000 last piece, 2000 first piece);
///   1 byte key length; key; in all but the first piece 2 bytes its number, from 2 on; the piece of the tag.
///   An item has at most 2043 bytes; longer tags are cut into pieces, all under one key. The first item of
///   the first leaf has no key and no tag.
/// Branch item: 4 bytes block; 1 byte key length; key; 2 bytes number of the piece. The first of a block: no
///   key, 0. The key above a leaf is the shortest start of its first key that is no start of the key before.
/// Blocks are numbered as they are filled, the root last; so leaves ascend ("sequential").
constexpr std::size_t kBlockBytes = 8192;
constexpr std::size_t kHeaderBytes = 11;
constexpr std::size_t kLevelPlace = 4;
constexpr std::size_t kDirectoryEndPlace = 9;
constexpr std::size_t kDirectoryEntry = 2;
constexpr std::size_t kLeafItemHeader = 3;
constexpr std::size_t kPieceNumber = 2;
constexpr unsigned kCompressed = 0x8000;
constexpr unsigned kLastPiece = 0x4000;
constexpr unsigned kFirstPiece = 0x2000;
constexpr unsigned kItemSize = 0x1fff;

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

/// Whether sortable_docid() can be asked of bytes that may be damaged.
inline bool is_sortable_docid(std::string_view bytes) {
  if (bytes.empty()) return false;
  const auto first = static_cast<unsigned char>(bytes.front());
  return first <= 0xe0 && bytes.size() == (first < 0x80 ? 2U : first < 0xc0 ? 3U : first < 0xe0 ? 4U : 5U);
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
