// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/columns.h"

namespace broadsheet {

/// Which terms a segment surely does not have: for nearly all new articles that spares asking its B-tree,
/// which would be done three times an article in every segment. A Bloom filter whose bits of one term lie in
/// one word (Putze, Sanders, Singler, "Cache-, Hash- and Space-Efficient Bloom Filters", 2007), of two bytes
/// a term. Immutable and thread-safe.
class TermFilter {
 public:
  /// The hashes of the terms.
  explicit TermFilter(const std::vector<std::uint64_t>& hashes);

  /// False: it is none of them. True of some that are none, about one in a hundred.
  bool may_have(std::uint64_t hash) const {
    const std::uint64_t bits = bits_of(hash);
    return (words_[place_of(hash)] & bits) == bits;
  }

 private:
  static std::uint64_t bits_of(std::uint64_t hash);
  std::size_t place_of(std::uint64_t hash) const {
    return static_cast<std::size_t>(((hash >> 32) * words_.size()) >> 32);
  }

  std::vector<std::uint64_t> words_;
};

/// Of the terms that tell which articles a segment has (prefixes kIdentity, kSuperseded, kReplaces); their
/// hash is hash64 of the whole term.
TermFilter filter_of(const Xapian::Database& segment, const Columns& columns);

}  // namespace broadsheet
