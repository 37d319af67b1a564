// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/archive/archive.h"
#include "searcher/archive/effort.h"

namespace broadsheet {

/// The words that an archive's articles use, found by what they begin with, by their stem or by their
/// spelling. field is the prefix of their terms (schema.h): empty for title and text. All of them in byte
/// order, folded, without the prefix; at most limit + 1, so that a caller sees that there are too many.

std::vector<std::string> words_beginning(const Archive& archive, std::string_view field,
                                         std::string_view folded, std::size_t limit, Effort& effort);

/// Those that have the same stem in a language as this word, itself among them if it occurs.
std::vector<std::string> words_of_stem(const Archive& archive, std::string_view field,
                                       const std::string& folded, const std::string& language,
                                       std::size_t limit, Effort& effort);

struct NearWord {
  std::string word;
  unsigned edits = 0;
};

/// Those at most so many edits (edits.h) away, itself among them. Reads a small part of
/// the vocabulary.
std::vector<NearWord> words_spelt_like(const Archive& archive, std::string_view field,
                                       std::string_view folded, unsigned edits, std::size_t limit,
                                       Effort& effort);

}  // namespace broadsheet
