// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/match/archive.h"

namespace broadsheet {

/// The values of one facet over all segments under numbers of its own: 0 stands for "none", then one number a
/// value, persons' variants under one number, dropped persons under none.
class FacetValues {
 public:
  FacetValues(const Archive& archive, Facet facet);

  Facet facet() const { return facet_; }
  std::size_t size() const { return ids_.size(); }
  /// Of a person the one that stands for it. Requires 0 < number < size().
  ValueId id(std::uint32_t number) const { return ids_[number]; }
  /// 0 if the id does not occur.
  std::uint32_t number(ValueId id) const;

  /// The numbers of an article, each once; {0} if it has no value. The reference is good until the next call.
  const std::vector<std::uint32_t>& of(Location location);

 private:
  const Archive& archive_;
  Facet facet_;
  std::vector<ValueId> ids_ = {0};
  std::unordered_map<ValueId, std::uint32_t> numbers_;
  std::vector<std::vector<std::uint32_t>> by_segment_;  // number of each dictionary entry
  std::vector<std::uint32_t> current_;
};

}  // namespace broadsheet
