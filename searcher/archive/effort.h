// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace broadsheet {

/// What the parts of a query that must read an archive's vocabulary and positions may cost together, counted,
/// not timed, so that the same query is refused or answered everywhere. A unit is about ten nanoseconds.
class Effort {
 public:
  static constexpr std::uint64_t kTermRead = 100;    // a word of the vocabulary
  static constexpr std::uint64_t kListOpened = 100;  // the positions of a word in an article
  static constexpr std::uint64_t kPlaceSeen = 10;    // one of them, or a stretch made of them
  static constexpr std::uint64_t kPhraseWord = 100;  // a word of a phrase in an article that has them all
  static constexpr std::uint64_t kMost = 150'000'000;
  static constexpr std::uint64_t kMostWordsFound = 20'000;  // that prefixes and fuzzy words stand for

  explicit Effort(std::uint64_t most = kMost) : most_(most) {}

  /// Throws InputError when it is too much.
  void spend(std::uint64_t units);
  void find_words(std::uint64_t words);

  std::uint64_t spent() const { return spent_; }

 private:
  std::uint64_t most_;
  std::uint64_t spent_ = 0;
  std::uint64_t words_found_ = 0;
};

}  // namespace broadsheet
