// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/place_tokens.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace broadsheet {
namespace {

constexpr bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

constexpr auto ascii_words = [] {
  std::array<bool, 256> table{};
  for (const char* c = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"; *c != '\0'; ++c)
    table[static_cast<unsigned char>(*c)] = true;
  return table;
}();
bool is_ascii_word(char c) {
  return ascii_words[static_cast<unsigned char>(c)];
}

constexpr std::size_t block_bytes = 8;
constexpr std::uint64_t high_bits = 0x8080808080808080ULL;

// Up to eight bytes as a number, the first one lowest.
std::uint64_t block_of(const char* bytes, std::size_t size) {
  std::uint64_t block = 0;
  std::memcpy(&block, bytes, size);
  return block;
}

// Which of eight bytes are no ASCII letters or digits: their high bits.
std::uint64_t others_among(std::uint64_t block) {
  constexpr std::uint64_t ones = 0x0101010101010101ULL;
  const std::uint64_t low = block & ~high_bits;
  const std::uint64_t small = low | ones * 0x20;
  const std::uint64_t letters = (small + ones * (0x80 - 'a')) & ~(small + ones * (0x7F - 'z'));
  const std::uint64_t digits = (low + ones * (0x80 - '0')) & ~(low + ones * (0x7F - '9'));
  return (~(letters | digits) | block) & high_bits;
}

// A bit for each of the high bits of eight bytes, the first byte's lowest.
std::uint64_t bits_of(std::uint64_t marks) {
  return ((marks >> 7) * 0x0102040810204080ULL) >> 56;
}

struct Range {
  UChar32 first;
  UChar32 last;
  Writing writing;
};

// What is not a word between spaces, in order; everything else above ASCII is.
constexpr auto special_ranges = std::to_array<Range>({
    {0x80, 0xBF, Writing::None},            // Latin-1 marks and no-break space
    {0x589, 0x58A, Writing::None},          // Armenian marks
    {0x5BE, 0x5BE, Writing::None},          // maqaf
    {0x5F3, 0x5F4, Writing::None},          // geresh, gershayim
    {0x60C, 0x60C, Writing::None},          // Arabic comma
    {0x61B, 0x61F, Writing::None},          // Arabic semicolon, question mark
    {0x66A, 0x66D, Writing::None},          // Arabic signs
    {0x6D4, 0x6D4, Writing::None},          // Urdu full stop
    {0x964, 0x965, Writing::None},          // danda
    {0xE00, 0xEFF, Writing::Unspaced},      // Thai, Lao
    {0x1000, 0x109F, Writing::Unspaced},    // Burmese
    {0x1780, 0x17FF, Writing::Unspaced},    // Khmer
    {0x2000, 0x200B, Writing::None},        // spaces
    {0x200E, 0x2BFF, Writing::None},        // punctuation, currencies, symbols
    {0x2E00, 0x2E7F, Writing::None},        // more punctuation
    {0x2E80, 0x2FDF, Writing::Unspaced},    // radicals
    {0x3000, 0x3004, Writing::None},        // ideographic space and marks
    {0x3005, 0x3007, Writing::Unspaced},    // iteration mark, zero
    {0x3008, 0x3030, Writing::None},        // brackets
    {0x3031, 0x309F, Writing::Unspaced},    // hiragana
    {0x30A0, 0x30A0, Writing::None},        // double hyphen
    {0x30A1, 0x30FA, Writing::Katakana},    //
    {0x30FB, 0x30FB, Writing::None},        // middle dot
    {0x30FC, 0x30FF, Writing::Katakana},    // long-vowel mark
    {0x3100, 0x9FFF, Writing::Unspaced},    // Han
    {0xAC00, 0xD7A3, Writing::Hangul},      //
    {0xF900, 0xFAFF, Writing::Unspaced},    // Han, compatibility
    {0xFE30, 0xFE4F, Writing::None},        // vertical marks
    {0xFEFF, 0xFF0F, Writing::None},        // full-width marks
    {0xFF1A, 0xFF20, Writing::None},        //
    {0xFF65, 0xFF65, Writing::None},        // half-width middle dot
    {0xFF66, 0xFF9F, Writing::Katakana},    // half-width
    {0xFFE0, 0x1FFFF, Writing::None},       // signs, emoji
    {0x20000, 0x323AF, Writing::Unspaced},  // Han, supplements
});

Writing writing_of(UChar32 c) {
  if (c < 0) return Writing::None;
  const auto* range = std::upper_bound(special_ranges.begin(), special_ranges.end(), c,
                                       [](UChar32 value, const Range& r) { return value <= r.last; });
  return range != special_ranges.end() && c >= range->first ? range->writing : Writing::Spaced;
}

// One character above ASCII: where it ends and how it is written.
struct Step {
  std::uint32_t end;
  Writing writing;
};

Step step_over(std::string_view text, std::uint32_t at) {
  // Most of these are Latin, Greek, Cyrillic, Hebrew or Arabic letters of two bytes.
  auto i = static_cast<std::int32_t>(at);
  UChar32 c = 0;
  U8_NEXT(text.data(), i, static_cast<std::int32_t>(text.size()), c);
  return {static_cast<std::uint32_t>(i), writing_of(c)};
}

// True if at the dot an abbreviation of capital letters goes on: "U.S", "EE.UU", not "St.Louis" or "end.But".
bool abbreviation_goes_on(std::string_view text, std::uint32_t part_begin, std::uint32_t dot) {
  constexpr std::uint32_t longest_part = 2;
  if (dot == part_begin || dot - part_begin > longest_part) return false;
  const auto upper_at = [text](std::uint32_t i) { return i < text.size() && is_ascii_upper(text[i]); };
  for (std::uint32_t i = part_begin; i < dot; ++i) {
    if (!upper_at(i)) return false;
  }
  std::uint32_t end = dot + 1;
  while (upper_at(end) && end - dot <= longest_part) ++end;
  return end > dot + 1 && (end >= text.size() || !is_ascii_word(text[end]));
}

// The end of a word of which the bytes before `from` are ASCII letters and digits.
std::uint32_t word_end(std::string_view text, std::uint32_t begin, std::uint32_t from) {
  std::uint32_t i = from;
  std::uint32_t part = begin;
  while (i < text.size()) {
    const char c = text[i];
    if (is_ascii_word(c)) {
      ++i;
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      const Step step = step_over(text, i);
      if (step.writing != Writing::Spaced) break;
      i = step.end;
    } else if (c == '.' && abbreviation_goes_on(text, part, i)) {
      part = ++i;
    } else {
      break;
    }
  }
  return i;
}

// The finaliser of MurmurHash3 (A. Appleby) by halves: a step for each block, and an end.
std::uint64_t mixed(std::uint64_t hash, std::uint64_t block) {
  hash = (hash ^ block) * 0x9e3779b97f4a7c15ULL;
  return hash ^ (hash >> 32);
}
std::uint64_t finished(std::uint64_t hash) {
  hash *= 0xff51afd7ed558ccdULL;
  return hash ^ (hash >> 29);
}

// place_token_hash() of text[begin, end), which is not empty.
std::uint64_t hash_of(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t left = end - begin;
  if (end + block_bytes > text.size()) return place_token_hash(text.substr(begin, left));
  std::uint64_t hash = left;
  const char* at = text.data() + begin;
  for (; left > block_bytes; left -= block_bytes, at += block_bytes)
    hash = mixed(hash, block_of(at, block_bytes));
  return finished(mixed(hash, block_of(at, block_bytes) & ~std::uint64_t{0} >> (64 - 8 * left)));
}

}  // namespace

std::uint64_t place_token_hash(std::string_view bytes) {
  std::uint64_t hash = bytes.size();
  for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), block_bytes)))
    hash = mixed(hash, block_of(bytes.data(), std::min(bytes.size(), block_bytes)));
  return finished(hash);
}

PlaceToken next_place_token(std::string_view text, std::uint32_t from) {
  std::uint32_t i = from;
  while (i < text.size()) {
    if (is_ascii_word(text[i])) {
      const std::uint32_t end = word_end(text, i, i);
      return {i, end, hash_of(text, i, end), Writing::Spaced};
    }
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const Step step = step_over(text, i);
    if (step.writing == Writing::None) {
      i = step.end;
      continue;
    }
    PlaceToken token{i, step.writing == Writing::Spaced ? word_end(text, i, i) : step.end, 0, step.writing};
    token.hash = place_token_hash(text.substr(token.begin, token.end - token.begin));
    return token;
  }
  const auto end = static_cast<std::uint32_t>(text.size());
  return {end, end, 0, Writing::None};
}

PlaceToken PlaceTokenReader::next(std::uint32_t from) {
  for (;;) {
    if (from >= text_.size()) return next_place_token(text_, from);
    if (from - base_ >= bytes_at_once) look_at(from);
    const std::uint64_t letters = (words_ | others_) >> (from - base_);
    if (letters != 0) {
      from += static_cast<std::uint32_t>(std::countr_zero(letters));
      break;
    }
    from = base_ + bytes_at_once;
  }
  if ((others_ >> (from - base_) & 1) != 0) return next_place_token(text_, from);
  const auto size = static_cast<std::uint32_t>(std::countr_one(words_ >> (from - base_)));
  std::uint32_t end = from + size;
  const bool goes_on = end - base_ >= bytes_at_once || (others_ >> (end - base_) & 1) != 0;
  if (goes_on || (size <= 2 && end < text_.size() && text_[end] == '.')) end = word_end(text_, from, end);
  return {from, end, hash_of(text_, from, end), Writing::Spaced};
}

void PlaceTokenReader::look_at(std::uint32_t from) {
  base_ = from / bytes_at_once * bytes_at_once;
  words_ = others_ = 0;
  for (std::uint32_t i = 0; i < bytes_at_once && base_ + i < text_.size(); i += block_bytes) {
    const std::size_t left = text_.size() - base_ - i;
    const char* at = text_.data() + base_ + i;
    const std::uint64_t block = left < block_bytes ? block_of(at, left) : block_of(at, block_bytes);
    words_ |= bits_of(~others_among(block) & high_bits) << i;
    others_ |= bits_of(block & high_bits) << i;
  }
}

}  // namespace broadsheet
