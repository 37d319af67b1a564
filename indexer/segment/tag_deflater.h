// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace broadsheet::glass {

constexpr std::size_t kShortTag = 8'192;  // bytes, at most

/// Writes raw deflate (RFC 1951) as fast as may be. Of two kinds, of which the build takes one:
///
/// tag_deflater_isal.cc, by ISA-L (https://github.com/intel/isa-l): short tags by Huffman codes that are made
/// from a sample of the tags before, for each script and size of tags its own, so that no tag has to be
/// looked at twice; by a code of its own a tag that comes out badly by the common one;
///
/// tag_deflater_zlib.cc, by zlib where ISA-L is missing: five times slower, and 2 % smaller.
///
/// Several threads may work at once, each with its own.
class TagDeflater {
 public:
  TagDeflater();
  ~TagDeflater();
  TagDeflater(const TagDeflater&) = delete;
  TagDeflater& operator=(const TagDeflater&) = delete;

  /// One stream of a tag of 1 to kShortTag bytes; may be longer than the tag. Valid until the next call of
  /// any deflater in this thread.
  std::string_view deflate_short(std::string_view tag);

  /// One stream that ends in an empty block, before which all blocks are at an end on a whole byte. Throws
  /// std::length_error for gigabytes.
  static std::string deflate_long(std::string_view tag);

 private:
  class Code;
  static constexpr std::size_t kCodes = 36;

  Code& code_for(std::string_view tag);

  std::array<std::unique_ptr<Code>, kCodes> codes_;
};

}  // namespace broadsheet::glass
