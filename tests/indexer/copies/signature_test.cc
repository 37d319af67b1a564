// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/copies/signature.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "common/hash.h"
#include "tests/indexer/copies/texts.h"

using namespace broadsheet;
using test::signature_of;

namespace {

void add(SignatureBuilder& builder, const std::string& word) {
  builder.add(word, hash64(word));
}

}  // namespace

TEST_CASE("a signature is read as it was written, in no more bytes than promised") {
  const std::string long_text = test::story_text(1, 3000);
  for (const std::string& text :
       {std::string(), std::string("Late results"), test::story_text(2), long_text}) {
    for (const bool corrected : {false, true}) {
      const Signature signature = signature_of(text, corrected);
      const std::string bytes = encode_signature(signature);
      CHECK(decode_signature(bytes) == signature);
      CHECK(bytes.size() <= 127);
    }
  }
  CHECK(encode_signature(signature_of(long_text)).size() == 127);
}

TEST_CASE("bytes that are cut short give a signature, too") {
  const std::string bytes = encode_signature(signature_of(test::story_text(3)));
  for (std::size_t size = 0; size <= bytes.size(); ++size) {
    const Signature cut = decode_signature(std::string_view(bytes).substr(0, size));
    CHECK(cut.figures().size() <= Signature::kFigures);
  }
}

TEST_CASE("a text of a few words has no hashes, since it says the same as others by chance") {
  CHECK(signature_of("One two three four five six seven").shingles == 0);
  CHECK(signature_of("One two three four five six seven eight").shingles == 6);
}

TEST_CASE("capitals, marks and punctuation do not change a signature; a figure in any digits is one") {
  CHECK(signature_of("The MINISTER of café policy, said: nothing at all today") ==
        signature_of("the minister of cafe policy said nothing at all today"));
  CHECK(signature_of("قال الوزير إن ١٢ شخصا لقوا حتفهم في الحادث أمس").figures().size() == 1);
  CHECK(signature_of("full width １２ and plain 34 and none in the rest").figures().size() == 2);
}

TEST_CASE("the overlap of two texts is estimated within a tenth, four times of five") {
  std::mt19937 random(7);
  int near = 0;
  constexpr int kRounds = 100;
  for (int round = 0; round < kRounds; ++round) {
    // No word occurs twice, so the shingles of each are known: words - 2, and those of the common part.
    const int common = 50 + static_cast<int>(random() % 200);
    const int own = static_cast<int>(random() % 200);
    SignatureBuilder a;
    SignatureBuilder b;
    for (int i = 0; i < common + own; ++i) {
      const std::string suffix = "of" + std::string(1, static_cast<char>('a' + round % 26)) +
                                 std::string(static_cast<std::size_t>(round / 26 + 1), 'z') + "x";
      std::string word = suffix;
      for (int n = i; n >= 0; n = n / 26 - 1) word += static_cast<char>('a' + n % 26);
      add(a, i < common ? word : word + "left");
      add(b, i < common ? word : word + "right");
    }
    const double shared = common - 2;
    const double expected = shared / (shared + 2.0 * own);
    near += std::abs(likeness(a.finish(false), b.finish(false)).overlap - expected) < 0.1;
  }
  CHECK(near >= kRounds * 4 / 5);
}
