// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <span>
#include <string>
#include <vector>

#include "searcher/archive/archive.h"

namespace broadsheet {

/// Which articles of a segment are in one of some languages ("": in none that is known). Requires that the
/// archive outlives it.
class LanguageChoice {
 public:
  LanguageChoice(const Archive& archive, std::uint32_t segment, const std::vector<std::string>& languages);

  /// Of a live article.
  bool has(Xapian::docid docid) const {
    if (begins_.empty()) return has_unknown_;
    return begins_[docid] == begins_[docid + 1] ? has_unknown_ : wanted_[indexes_[begins_[docid]]] != 0;
  }

  /// True if nearly all of the segment's articles are in one language. Then it may be chosen (has_most()),
  /// and with it all articles but the exceptions; otherwise only the exceptions are (ascending).
  bool is_clear() const { return spoken_.in_another.size() * 64 <= begins_.size(); }
  bool has_most() const { return has_most_; }
  std::vector<Xapian::docid> exceptions() const;

 private:
  const Archive::SegmentLanguages& spoken_;
  std::span<const std::uint32_t> begins_;
  std::span<const std::uint32_t> indexes_;
  std::vector<char> wanted_;  // by index
  bool has_unknown_ = false;
  bool has_most_ = false;
};

}  // namespace broadsheet
