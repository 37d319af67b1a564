// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/archive/archive.h"

namespace broadsheet {

/// Numbers for the values of one facet over all segments: 0 stands for "none", then one number a value,
/// persons' variants under one number, dropped persons under none. Immutable; an archive makes it once.
class FacetNumbers {
 public:
  FacetNumbers(const Archive& archive, Facet facet);

  std::size_t size() const { return ids_.size(); }
  ValueId id(std::uint32_t number) const { return ids_[number]; }
  /// Of a value, of a person the id that stands for it; 0 if it does not occur.
  std::uint32_t number(ValueId id) const;
  /// Of each entry of a segment's dictionary.
  const std::vector<std::uint32_t>& of_segment(std::uint32_t segment) const { return by_segment_[segment]; }
  /// False where entries of one segment share a number or have none, so that an article's have to be looked
  /// through.
  bool is_plain() const { return is_plain_; }

  static constexpr std::uint32_t kDropped = static_cast<std::uint32_t>(-1);

 private:
  void collect(const Archive& archive, Facet facet);
  std::uint32_t number_from(std::uint32_t& next, ValueId id) const;

  std::vector<ValueId> ids_ = {0};  // ascending behind the first
  std::vector<std::vector<std::uint32_t>> by_segment_;
  bool is_plain_ = true;
};

/// The values of articles in one facet, by number. Requires that the archive outlives it.
class FacetValues {
 public:
  FacetValues(const Archive& archive, Facet facet);

  Facet facet() const { return facet_; }
  std::size_t size() const { return numbers_.size(); }
  /// Of a person the one that stands for it. Requires 0 < number < size().
  ValueId id(std::uint32_t number) const { return numbers_.id(number); }
  /// 0 if the id does not occur.
  std::uint32_t number(ValueId id) const;

  /// The numbers of an article, each once; {0} if it has no value. The reference is good until the next call.
  const std::vector<std::uint32_t>& of(Location location);

 private:
  const Archive& archive_;
  Facet facet_;
  const FacetNumbers& numbers_;
  std::vector<std::uint32_t> current_;
};

}  // namespace broadsheet
