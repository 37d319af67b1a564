// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/copies/signature.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <limits>

#include "common/hash.h"

namespace broadsheet {
namespace {

constexpr std::uint32_t kEmpty = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint8_t kCorrected = 1;
constexpr std::size_t kHeadBytes = 3;

/// The finaliser of SplitMix64 (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

/// A number from 0 to end - 1, of the upper half of a hash.
std::size_t upper_below(std::uint64_t hash, std::size_t end) {
  return static_cast<std::size_t>(((hash >> 32) * end) >> 32);
}

/// A digit of any script, since folding keeps those that are not full-width.
bool is_figure(std::string_view word) {
  bool ascii = true;
  for (const char c : word) {
    if (c >= '0' && c <= '9') return true;
    ascii = ascii && static_cast<unsigned char>(c) < 0x80;
  }
  if (ascii) return false;
  const auto size = static_cast<std::int32_t>(word.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(word.data(), i, size, c);
    if (c >= 0 && u_isdigit(c)) return true;
  }
  return false;
}

/// The nearest filled bin by a random walk that is the same for every article.
std::uint32_t borrowed(const std::array<std::uint32_t, Signature::kHashes>& least, std::size_t empty_bin) {
  for (std::uint64_t step = 1;; ++step) {
    const std::uint32_t value = least[upper_below(mixed(empty_bin + (step << 16)), least.size())];
    if (value != kEmpty) return value;
  }
}

void append_number(std::string& bytes, std::uint16_t number) {
  bytes += static_cast<char>(static_cast<unsigned char>(number >> 8));
  bytes += static_cast<char>(static_cast<unsigned char>(number));
}

std::uint16_t number_at(std::string_view bytes, std::size_t i) {
  const auto byte = [&](std::size_t at) {
    return static_cast<unsigned>(static_cast<unsigned char>(bytes[at]));
  };
  return static_cast<std::uint16_t>(byte(i) << 8 | byte(i + 1));
}

}  // namespace

SignatureBuilder::SignatureBuilder() {
  least_.fill(kEmpty);
  figures_.reserve(Signature::kFigures + 1);
}

void SignatureBuilder::add(std::string_view folded_word, std::uint64_t word) {
  ++words_;
  if (words_ > 2) add_shingle(mixed(word + mixed(last_ + mixed(last_but_one_))));
  if (is_figure(folded_word)) {
    add_figure(mixed(word + last_plain_));
  } else {
    last_plain_ = mixed(word);
  }
  last_but_one_ = last_;
  last_ = word;
}

void SignatureBuilder::add_shingle(std::uint64_t shingle) {
  std::uint32_t& least = least_[upper_below(shingle, least_.size())];
  least = std::min(least, static_cast<std::uint32_t>(shingle) & (kEmpty - 1));
}

void SignatureBuilder::add_figure(std::uint64_t figure) {
  const auto least = static_cast<std::uint16_t>(figure >> 48);
  const auto place = std::lower_bound(figures_.begin(), figures_.end(), least);
  if (place != figures_.end() && *place == least) return;
  if (place == figures_.end() && figures_.size() == Signature::kFigures) return;
  figures_.insert(place, least);
  if (figures_.size() > Signature::kFigures) figures_.pop_back();
}

Signature SignatureBuilder::finish(bool corrected) const {
  Signature signature;
  signature.corrected = corrected;
  if (words_ < kFewestWords) return signature;
  constexpr std::size_t kMost = std::numeric_limits<std::uint16_t>::max();
  signature.shingles = static_cast<std::uint16_t>(std::min(words_ - 2, kMost));
  for (std::size_t bin = 0; bin < least_.size(); ++bin) {
    const std::uint32_t value = least_[bin] == kEmpty ? borrowed(least_, bin) : least_[bin];
    signature.hashes[bin] = static_cast<std::uint8_t>(value);
  }
  signature.figures_stored = static_cast<std::uint8_t>(figures_.size());
  std::copy(figures_.begin(), figures_.end(), signature.least_figures.begin());
  return signature;
}

std::string encode_signature(const Signature& signature) {
  std::string bytes(1, static_cast<char>(signature.corrected ? kCorrected : 0));
  append_number(bytes, signature.shingles);
  if (signature.shingles == 0) return bytes;
  bytes.append(reinterpret_cast<const char*>(signature.hashes.data()), signature.hashes.size());
  for (const std::uint16_t figure : signature.figures()) append_number(bytes, figure);
  return bytes;
}

Signature decode_signature(std::string_view bytes) {
  Signature signature;
  if (bytes.size() < kHeadBytes) return signature;
  signature.corrected = (static_cast<unsigned char>(bytes[0]) & kCorrected) != 0;
  signature.shingles = number_at(bytes, 1);
  bytes.remove_prefix(kHeadBytes);
  const std::string_view hashes = bytes.substr(0, Signature::kHashes);
  std::copy(hashes.begin(), hashes.end(), signature.hashes.begin());
  bytes.remove_prefix(hashes.size());
  for (; bytes.size() >= 2 && signature.figures_stored < Signature::kFigures; bytes.remove_prefix(2))
    signature.least_figures[signature.figures_stored++] = number_at(bytes, 0);
  return signature;
}

}  // namespace broadsheet
