// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// What of an article's text tells whether another one is a copy of it: two sketches of sets, one of its
/// shingles (runs of three folded words) and one of its figures (words with a digit, each with the last word
/// before it that is none: "gold 381.2"), so that a table with other figures differs where its words do not.
///
/// The shingles: one permutation hashing (Li, Owen, Zhang, "One Permutation Hashing", NIPS 2012) made dense
/// by Shrivastava, "Optimal Densification for Fast and Accurate Minwise Hashing" (ICML 2017), of each least
/// hash the lowest 8 bits (Li, König, "b-Bit Minwise Hashing", WWW 2010). The figures: the least hashes,
/// bottom-k (Cohen, Kaplan, "Summarizing Data Using Bottom-k Sketches", PODC 2007): up to so many figures it
/// is the whole set.
struct Signature {
  static constexpr std::size_t kHashes = 96;
  static constexpr std::size_t kFigures = 14;

  bool corrected = false;      // the article says that it corrects an earlier one
  std::uint16_t shingles = 0;  // at most 65,535; 0 for a text that is too short to be told from others
  std::uint8_t figures_stored = 0;
  std::array<std::uint8_t, kHashes> hashes{};           // meaningless without shingles
  std::array<std::uint16_t, kFigures> least_figures{};  // ascending, the first figures_stored of them

  std::span<const std::uint16_t> figures() const { return {least_figures.data(), figures_stored}; }
  bool operator==(const Signature&) const = default;
};

/// The bytes of slot::kSignature, at most 127: a byte of flags (1: corrected), two of the number of shingles,
/// and if there are any, the hashes, then the figures; numbers big-endian.
std::string encode_signature(const Signature& signature);
/// Takes what it finds in bytes that are cut short; unset hashes are 0.
Signature decode_signature(std::string_view bytes);

/// Takes the folded words (common/words.h) of title and body, in order.
class SignatureBuilder {
 public:
  /// A text of fewer words ("Late results") says the same as others by chance.
  static constexpr std::size_t kFewestWords = 8;

  SignatureBuilder();
  /// hash: hash64() of the word.
  void add(std::string_view folded_word, std::uint64_t hash);

  Signature finish(bool corrected) const;

 private:
  void add_shingle(std::uint64_t shingle);
  void add_figure(std::uint64_t figure);

  std::array<std::uint32_t, Signature::kHashes> least_;
  std::vector<std::uint16_t> figures_;  // ascending, each once
  std::uint64_t last_ = 0;              // the hash of the word before
  std::uint64_t last_but_one_ = 0;
  std::uint64_t last_plain_ = 0;  // of the last word that is no figure
  std::size_t words_ = 0;
};

}  // namespace broadsheet
