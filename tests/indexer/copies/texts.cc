// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/indexer/copies/texts.h"

#include <random>

#include "common/hash.h"
#include "common/words.h"

namespace broadsheet::test {

Signature signature_of(std::string_view text, bool corrected) {
  SignatureBuilder builder;
  for (const Word& word : split_words(text)) builder.add(word.folded, hash64(word.folded));
  return builder.finish(corrected);
}

CopyCandidate candidate_of(std::string_view text, std::optional<int> hours) {
  CopyCandidate candidate{signature_of(text)};
  if (hours) candidate.published = std::int64_t{*hours} * 3600;
  return candidate;
}

std::string story_text(unsigned seed, std::size_t words) {
  std::mt19937 random(seed);
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    const unsigned number = static_cast<unsigned>(random() % 400);
    text +=
        (i == 0 ? "" : " ") + (i % 40 == 20 ? std::to_string(number)
                                            : "word" + std::string(1, static_cast<char>('a' + number % 26)) +
                                                  std::string(1, static_cast<char>('a' + number / 26)));
  }
  return text;
}

}  // namespace broadsheet::test
