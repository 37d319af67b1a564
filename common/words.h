// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// One word of a text: its matched form and the bytes it covers in the text as shown.
struct Word {
  std::string folded;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Word&) const = default;
};

/// The words of a UTF-8 text in order. Word boundaries by UAX #29 (ICU's break iterator, with its
/// dictionaries for Chinese, Japanese, Thai, Khmer, Lao and Burmese); each word folded (fold.h). An elided
/// article or pronoun
/// ("l'", "d'", "dell'") is a word of its own, an English possessive "'s" is dropped. Texts and queries both
/// go through this function, so that the same text always gives the same words. Thread-safe.
std::vector<Word> split_words(std::string_view text);

/// The same words one by one, without a string of its own for each. folded is valid during the call only.
using WordVisitor = std::function<void(std::string_view folded, std::uint32_t begin, std::uint32_t end)>;
void visit_words(std::string_view text, const WordVisitor& visit);

/// The same by ICU alone, without the fast path for ASCII: the reference of the property test.
std::vector<Word> split_words_by_icu(std::string_view text);

}  // namespace broadsheet
