// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet {

/// How the writing of a token tells where a name begins and ends.
enum class Writing : std::uint8_t {
  None,      // no token: the end of the text
  Spaced,    // a word between spaces or punctuation
  Unspaced,  // one character of Han, hiragana, Thai, Lao, Khmer or Burmese
  Katakana,  // one character; names fill a run of them
  Hangul,    // one syllable; names begin a word, particles follow
};

/// One step of a text as names of places are looked for: case matters, nothing is folded.
struct PlaceToken {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint64_t hash = 0;  // of the bytes
  Writing writing = Writing::None;
};

/// The first token at or after a byte of a text. Ill-formed bytes separate words. "U.S." is the token "U.S",
/// "EE.UU." is "EE.UU"; hyphens, apostrophes and every other mark separate.
PlaceToken next_place_token(std::string_view text, std::uint32_t from);

/// Reads the tokens of a text one after the other, faster than next_place_token(): letters and digits are
/// told from marks for many bytes at once. The text must outlive it.
class PlaceTokenReader {
 public:
  explicit PlaceTokenReader(std::string_view text) : text_(text) {}

  std::string_view text() const { return text_; }

  /// next_place_token() of the text. Fast if the place is at most a few words from the last one.
  PlaceToken next(std::uint32_t from);

 private:
  static constexpr std::uint32_t bytes_at_once = 64;

  void look_at(std::uint32_t from);

  std::string_view text_;
  std::uint32_t base_ = static_cast<std::uint32_t>(-bytes_at_once);  // of the bytes looked at; at first none
  std::uint64_t words_ = 0;   // a bit for each of them that is an ASCII letter or digit
  std::uint64_t others_ = 0;  // for each that is not ASCII
};

/// The hash that a token of exactly these bytes has.
std::uint64_t place_token_hash(std::string_view bytes);

/// The hash of a sequence of tokens, from that of the sequence before and the next token's.
inline std::uint64_t chain_tokens(std::uint64_t before, std::uint64_t token) {
  return (before * 0xff51afd7ed558ccdULL) ^ (token + 0x9e3779b97f4a7c15ULL + (before >> 29));
}

}  // namespace broadsheet
