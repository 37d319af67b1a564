// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/facet_values.h"

#include <algorithm>

namespace broadsheet {
namespace {

constexpr std::uint32_t kDropped = static_cast<std::uint32_t>(-1);

}  // namespace

FacetValues::FacetValues(const Archive& archive, Facet facet) : archive_(archive), facet_(facet) {
  const bool persons = facet == Facet::Person;
  for (const Segment& segment : archive.segments()) {
    auto& numbers = by_segment_.emplace_back();
    for (ValueId id : segment.columns.dictionary(facet)) {
      if (persons && archive.persons().is_dropped(id)) {
        numbers.push_back(kDropped);
        continue;
      }
      const ValueId value = persons ? archive.persons().person(id) : id;
      const auto [found, is_new] = numbers_.try_emplace(value, static_cast<std::uint32_t>(ids_.size()));
      if (is_new) ids_.push_back(value);
      numbers.push_back(found->second);
    }
  }
}

std::uint32_t FacetValues::number(ValueId id) const {
  const auto found = numbers_.find(facet_ == Facet::Person ? archive_.persons().person(id) : id);
  return found == numbers_.end() ? 0 : found->second;
}

const std::vector<std::uint32_t>& FacetValues::of(Location location) {
  const auto& numbers = by_segment_[location.segment];
  current_.clear();
  for (std::uint32_t index : archive_.segments()[location.segment].columns.values(facet_, location.docid)) {
    if (numbers[index] != kDropped) current_.push_back(numbers[index]);
  }
  if (current_.size() > 1) {
    std::sort(current_.begin(), current_.end());
    current_.erase(std::unique(current_.begin(), current_.end()), current_.end());
  }
  if (current_.empty()) current_.push_back(0);
  return current_;
}

}  // namespace broadsheet
