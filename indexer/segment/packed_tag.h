// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::glass {

/// A tag of the docdata or termlist table as it is stored.
struct PackedTag {
  std::string bytes;
  bool compressed = false;
};

/// Compresses where that helps: raw deflate (RFC 1951), one stream a tag, by libdeflate if it was there when
/// this was built, else by zlib. Thread-safe.
///
/// Tags of more than 8,192 bytes are always compressed and end in two empty blocks, which guards against a
/// fault of stock Xapian 1.4 (CompressionStream::decompress_chunk in common/compression_stream.cc): it
/// inflates 8,192 bytes at a time and takes a stream whose input is used up while output is pending for one
/// that is cut short. Behind the empty blocks' bytes nothing is ever pending, wherever the table cuts the tag
/// into pieces. Compaction copies compressed tags as they are; uncompressed ones it would compress anew.
PackedTag pack_tag(std::string_view tag);

std::string unpack_tag(const PackedTag& packed);

}  // namespace broadsheet::glass
