// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archive/effort.h"

#include "common/error.h"

namespace broadsheet {

void Effort::spend(std::uint64_t units) {
  spent_ += units;
  if (spent_ <= most_) return;
  throw InputError(
      "the query asks for too much: its phrases, NEAR, ADJ and fuzzy words would read too large a part of "
      "this archive; leave out very common words, ask for smaller distances, or type fewer of them");
}

void Effort::find_words(std::uint64_t words) {
  words_found_ += words;
  if (words_found_ <= kMostWordsFound) return;
  throw InputError(
      "the query asks for too much: its words with * and ~ stand for more than 20,000 words of this archive; "
      "type more letters before the star, or fewer of them");
}

}  // namespace broadsheet
