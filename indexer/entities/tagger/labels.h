// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace broadsheet {

/// What a name in a text is the name of. The order is that of the labels in model files.
enum class NameType : std::uint8_t { Person, Place, Body };
constexpr std::size_t name_types = 3;

/// What a token is in a name (BILOU): the label of a token is 4 * type + position, or outside.
enum class NamePosition : std::uint8_t { First, Inside, Last, Single };
using Label = std::uint8_t;
constexpr std::size_t inner_labels = 4 * name_types;
constexpr std::size_t label_count = inner_labels + 1;
constexpr Label outside = inner_labels;

constexpr Label label_of(NameType type, NamePosition position) {
  return static_cast<Label>(4 * static_cast<unsigned>(type) + static_cast<unsigned>(position));
}
constexpr NameType type_of(Label inner) {
  return static_cast<NameType>(inner / 4);
}
constexpr NamePosition position_of(Label inner) {
  return static_cast<NamePosition>(inner % 4);
}

/// The label of token i of a name of `size` tokens.
constexpr Label label_in_name(NameType type, std::size_t i, std::size_t size) {
  if (size == 1) return label_of(type, NamePosition::Single);
  if (i == 0) return label_of(type, NamePosition::First);
  return label_of(type, i + 1 == size ? NamePosition::Last : NamePosition::Inside);
}

/// True if the name goes on after a token of this label.
constexpr bool is_open(Label label) {
  return label != outside &&
         (position_of(label) == NamePosition::First || position_of(label) == NamePosition::Inside);
}

/// True if one label may stand right after another.
constexpr bool may_follow(Label before, Label after) {
  const bool continues = after != outside && (position_of(after) == NamePosition::Inside ||
                                              position_of(after) == NamePosition::Last);
  if (is_open(before) != continues) return false;
  return !continues || type_of(before) == type_of(after);
}

struct LabelPair {
  Label before = outside;
  Label after = outside;
};

constexpr std::size_t count_allowed_pairs() {
  std::size_t count = 0;
  for (Label before = 0; before < label_count; ++before) {
    for (Label after = 0; after < label_count; ++after) count += may_follow(before, after) ? 1 : 0;
  }
  return count;
}

constexpr std::array<LabelPair, count_allowed_pairs()> list_allowed_pairs() {
  std::array<LabelPair, count_allowed_pairs()> pairs{};
  std::size_t count = 0;
  for (Label before = 0; before < label_count; ++before) {
    for (Label after = 0; after < label_count; ++after) {
      if (may_follow(before, after)) pairs[count++] = {before, after};
    }
  }
  return pairs;
}

/// All pairs of labels that may follow one another.
inline constexpr auto allowed_pairs = list_allowed_pairs();

}  // namespace broadsheet
