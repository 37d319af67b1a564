// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/article_text.h"

namespace broadsheet {

/// A word, number or mark of an article as the rules for names see it.
struct NameToken {
  enum class Shape : std::uint8_t {
    Lower,    // a word that starts in lower case, or whose script has no case
    Capital,  // "Reagan", "McNamara", "al-Assad" is Lower, "Trump-Putin"
    Upper,    // two or more letters, all capitals
    Initial,  // "J.", "J", "J.R.R."
    Number,
    Comma,
    Open,  // a bracket
    Ampersand,
    Quote,
    Other,  // any other mark inside a sentence
    Stop,   // the end of a sentence, clause or part
  };
  Shape shape = Shape::Stop;
  bool starts_sentence = false;  // the first word of a sentence, heading or quotation
  bool possessive = false;       // an 's or a "-led" stood after it
  bool dot = false;              // a full stop that belongs to the token was taken
  bool declined = false;         // Cyrillic: folded is the nominative of what is printed
  std::uint32_t part = 0;
  std::uint32_t begin = 0;  // bytes in the part, without the possessive
  std::uint32_t end = 0;
  std::uint32_t kinds = 0;  // WordKind bits
  std::uint64_t hash = 0;   // hash64() of folded, 0 of what is no word
  std::string_view text;    // into the part, or what latin_cases.h made of it
  std::string folded;       // words only, without a dot

  bool is(std::uint32_t any_of) const { return (kinds & any_of) != 0; }
  bool is_word() const { return shape <= Shape::Initial; }
  bool is_name_like() const { return shape >= Shape::Capital && shape <= Shape::Initial; }
};

/// Tokens [first, last).
struct TokenRange {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t size() const { return last - first; }
};

/// The tokens of all parts in order, a Stop between parts. Ill-formed UTF-8 counts as marks.
std::vector<NameToken> name_tokens(const std::vector<TextPart>& parts);

}  // namespace broadsheet
