// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <random>
#include <string>
#include <vector>

namespace broadsheet::test {

/// Makes texts for what stores texts. The same for the same seed.
class TextMaker {
 public:
  explicit TextMaker(unsigned seed);

  /// Of made-up words of one of kLanguages languages, each with its own letters, some frequent, most rare; as
  /// many bytes, or a few more.
  std::string words(std::size_t language, std::size_t bytes);

  /// Of one of the languages, or random bytes, or one byte again and again, or a few by turns; from nothing
  /// to some thousand bytes, often about as many as one of the limits.
  std::string of_any_kind();

  unsigned number(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

  static constexpr std::size_t kLanguages = 12;

 private:
  std::size_t any_size();

  std::mt19937 random_;
  std::vector<std::vector<std::string>> vocabularies_;
};

}  // namespace broadsheet::test
