// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/facet_values.h"

#include <algorithm>

namespace broadsheet {

FacetNumbers::FacetNumbers(const Archive& archive, Facet facet) {
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

std::uint32_t FacetNumbers::number(ValueId id) const {
  const auto found = numbers_.find(id);
  return found == numbers_.end() ? 0 : found->second;
}

FacetValues::FacetValues(const Archive& archive, Facet facet)
    : archive_(archive), facet_(facet), numbers_(archive.numbers(facet)) {}

std::uint32_t FacetValues::number(ValueId id) const {
  return numbers_.number(facet_ == Facet::Person ? archive_.persons().person(id) : id);
}

const std::vector<std::uint32_t>& FacetValues::of(Location location) {
  const auto& numbers = numbers_.of_segment(location.segment);
  current_.clear();
  for (std::uint32_t index : archive_.segments()[location.segment].columns.values(facet_, location.docid)) {
    if (numbers[index] != FacetNumbers::kDropped) current_.push_back(numbers[index]);
  }
  if (current_.size() > 1) {
    std::sort(current_.begin(), current_.end());
    current_.erase(std::unique(current_.begin(), current_.end()), current_.end());
  }
  if (current_.empty()) current_.push_back(0);
  return current_;
}

}  // namespace broadsheet
