// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace broadsheet {

/// Where a phrase must stand to count.
enum class Place : std::uint8_t { Anywhere, Start, Whole };

struct Phrase {
  std::string_view text;  // folded (fold.h)
  Place place = Place::Anywhere;
};

/// A table of phrases that answers in one pass over a text's words, however many phrases there are. The
/// phrases' text must outlive the table.
class PhraseTable {
 public:
  explicit PhraseTable(const std::vector<Phrase>& phrases);

  /// True if a phrase stands in the folded text where it must. A phrase begins where a word begins and ends
  /// where one ends, but for scripts without spaces, where it may begin and end anywhere.
  bool matches(std::string_view folded) const;

 private:
  bool matches_at(std::string_view folded, std::size_t at) const;

  std::bitset<65536> first_two_bytes_;  // of any phrase: turns most words away
  std::unordered_map<std::string_view, std::vector<Phrase>> by_first_bytes_;
};

}  // namespace broadsheet
