// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/segment/large_pages.h"
#include "indexer/segment/same_bytes.h"

namespace broadsheet::glass {

/// Very many byte strings that grow at their ends, in memory taken two megabytes at a time: each is a chain
/// of pieces, every piece twice as long as the one before up to a limit. Not thread-safe.
class ByteChains {
 public:
  struct Chain {
    std::uint32_t first = 0;  // 0: empty
    std::uint32_t last = 0;
    std::uint16_t used = 0;  // bytes of the last piece
    std::uint16_t size = 0;
  };

  ByteChains();

  void append(Chain& chain, std::string_view bytes) {
    if (bytes.size() > std::size_t{chain.size} - chain.used) return append_in_pieces(chain, bytes);
    if (bytes.empty()) return;
    copy_bytes(at(chain.last) + kLinkBytes + chain.used, bytes);
    chain.used = static_cast<std::uint16_t>(chain.used + bytes.size());
  }
  /// Has the chain's end in the cache by the time that append() needs it. For chains that come soon.
  void expect(const Chain& chain) const {
    if (chain.last != 0) __builtin_prefetch(at(chain.last) + kLinkBytes + chain.used, 1);
  }
  /// The same of its beginning and read().
  void expect_first(const Chain& chain) const {
    if (chain.first != 0) __builtin_prefetch(at(chain.first));
  }
  /// Replaces out.
  void read(const Chain& chain, std::string& out) const;

  std::uint64_t bytes_in_memory() const { return used_; }

 private:
  static constexpr std::size_t kSlabBytes = 2 << 20;  // a large page
  static constexpr std::size_t kLinkBytes = 4;        // to the next piece, before the bytes of each

  static std::uint16_t next_size(std::uint16_t size);
  void append_in_pieces(Chain& chain, std::string_view bytes);
  void add_piece(Chain& chain);
  std::uint32_t allocate(std::size_t bytes);
  /// Places are counted in words of four bytes, so that 32 bits reach 16 GiB.
  char* at(std::uint32_t place) const {
    const std::size_t byte = std::size_t{place} * 4;
    return slabs_[byte / kSlabBytes].get() + byte % kSlabBytes;
  }

  struct FreeSlab {
    void operator()(char* slab) const { LargePages<char>().deallocate(slab, kSlabBytes); }
  };

  std::vector<std::unique_ptr<char[], FreeSlab>> slabs_;
  std::size_t used_ = 0;
};

}  // namespace broadsheet::glass
