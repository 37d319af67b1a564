// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archive/facet_values.h"

#include <algorithm>

namespace broadsheet {

FacetNumbers::FacetNumbers(const Archive& archive, Facet facet) {
  collect(archive, facet);
  const PersonGroups* persons = facet == Facet::Person ? &archive.persons() : nullptr;
  for (const Segment& segment : archive.segments()) {
    const auto dictionary = segment.columns.dictionary(facet);
    auto& numbers = by_segment_.emplace_back();
    numbers.reserve(dictionary.size());
    std::uint32_t next = 1;
    for (ValueId id : dictionary) {
      if (persons != nullptr && persons->is_dropped(id)) {
        numbers.push_back(kDropped);
      } else if (persons != nullptr && persons->person(id) != id) {
        numbers.push_back(number(persons->person(id)));
      } else {
        numbers.push_back(number_from(next, id));
        continue;
      }
      is_plain_ = false;
    }
  }
}

/// All ids, each once; dictionaries are ascending, so this is a merge.
void FacetNumbers::collect(const Archive& archive, Facet facet) {
  for (ValueId id : archive.values(facet)) {
    if (facet != Facet::Person || (!archive.persons().is_dropped(id) && archive.persons().person(id) == id))
      ids_.push_back(id);
  }
  if (facet != Facet::Person) return;
  // A person may be known only under other names than the preferred one.
  std::vector<ValueId> elsewhere;
  for (ValueId id : archive.values(facet)) {
    const ValueId person = archive.persons().person(id);
    if (person != id && !archive.persons().is_dropped(id) && number(person) == 0) elsewhere.push_back(person);
  }
  std::sort(elsewhere.begin(), elsewhere.end());
  const auto before = static_cast<std::ptrdiff_t>(ids_.size());
  ids_.insert(ids_.end(), elsewhere.begin(), elsewhere.end());
  std::inplace_merge(ids_.begin() + 1, ids_.begin() + before, ids_.end());
  ids_.erase(std::unique(ids_.begin() + 1, ids_.end()), ids_.end());
}

/// Of ids in ascending order, from where the last one was found.
std::uint32_t FacetNumbers::number_from(std::uint32_t& next, ValueId id) const {
  while (ids_[next] != id) ++next;
  return next++;
}

std::uint32_t FacetNumbers::number(ValueId id) const {
  const auto found = std::lower_bound(ids_.begin() + 1, ids_.end(), id);
  return found == ids_.end() || *found != id ? 0 : static_cast<std::uint32_t>(found - ids_.begin());
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
