// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace broadsheet::glass {

class TagDeflater;

/// A tag of the docdata or termlist table as it is stored.
struct PackedTag {
  std::string bytes;
  bool compressed = false;
};

/// Compresses the tags of one table where that helps: raw deflate (RFC 1951), one stream a tag. What it makes
/// of a tag may depend on those before, so give each table, and each thread, its own.
///
/// Tags of more than 8,192 bytes are always compressed and end in an empty block, which guards against a
/// fault of stock Xapian 1.4 (CompressionStream::decompress_chunk in common/compression_stream.cc): it
/// inflates 8,192 bytes at a time and takes a stream whose input is used up while output is pending for one
/// that is cut short. Behind the empty block's bytes nothing is ever pending, wherever the table cuts the tag
/// into pieces. Compaction copies compressed tags as they are; uncompressed ones it would compress anew.
class TagPacker {
 public:
  TagPacker();
  ~TagPacker();
  TagPacker(TagPacker&&) noexcept;
  TagPacker& operator=(TagPacker&&) noexcept;

  /// Throws std::length_error for a tag of gigabytes.
  PackedTag pack(std::string_view tag);

 private:
  std::unique_ptr<TagDeflater> deflater_;
};

/// Throws std::runtime_error for a compressed tag that is damaged.
std::string unpack_tag(const PackedTag& packed);

}  // namespace broadsheet::glass
