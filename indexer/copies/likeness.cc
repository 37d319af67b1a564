// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/copies/likeness.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <vector>

namespace broadsheet {
namespace {

/// The size of a set of which this is the bottom-k sketch.
double set_size(std::span<const std::uint16_t> sketch) {
  constexpr double kRange = 65536;
  const auto stored = static_cast<double>(sketch.size());
  if (sketch.size() < Signature::kFigures) return stored;
  return std::max(stored, (stored - 1) * kRange / (sketch.back() + 1.0));
}

/// Of the set that has fewer up to where both sketches are whole, the share that is in the other.
double shared_figures(std::span<const std::uint16_t> a, std::span<const std::uint16_t> b) {
  const auto whole_to = [](std::span<const std::uint16_t> sketch) {
    return sketch.size() < Signature::kFigures ? 0xFFFF : sketch.back();
  };
  const int end = std::min<int>(whole_to(a), whole_to(b));
  const auto count = [&](std::span<const std::uint16_t> sketch) {
    return std::count_if(sketch.begin(), sketch.end(), [&](int figure) { return figure <= end; });
  };
  const auto fewer = std::min(count(a), count(b));
  if (fewer == 0) return 1;
  std::vector<std::uint16_t> shared;
  std::ranges::set_intersection(a, b, std::back_inserter(shared));
  return static_cast<double>(shared.size()) / static_cast<double>(fewer);
}

double hash_overlap(const Signature& a, const Signature& b) {
  constexpr double kByChance = 1.0 / 256;
  std::uint8_t equal = 0;  // no wider than the hashes, so that many are compared at once
  for (std::size_t i = 0; i < Signature::kHashes; ++i) equal += a.hashes[i] == b.hashes[i] ? 1 : 0;
  const double share = static_cast<double>(equal) / static_cast<double>(Signature::kHashes);
  return std::max(0.0, (share - kByChance) / (1 - kByChance));
}

/// How much two sets share, from their overlap and sizes.
double shared_of(double overlap, double size_a, double size_b) {
  return std::min({overlap / (1 + overlap) * (size_a + size_b), size_a, size_b});
}

constexpr double kLeastOverlap = 0.45;

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kSoon = 3 * 24 * kHour;

// Shingles of the shorter text.
constexpr unsigned kAlert = 20;      // a line
constexpr unsigned kBrief = 30;      // two
constexpr unsigned kParagraph = 60;  // a paragraph or two
constexpr unsigned kStory = 120;

bool words_agree(const Likeness& alike, unsigned shingles, std::int64_t apart) {
  constexpr std::int64_t kAlmostAtOnce = 18 * kHour;  // "Fed sets repurchase" comes back the next day
  if (shingles < kBrief && apart > kAlmostAtOnce) return false;
  if (shingles < kParagraph && apart > kSoon) return false;
  if (shingles < kAlert) return alike.overlap >= 0.93;
  const double contained = shingles < kParagraph ? 0.9 : shingles < kStory ? 0.87 : 0.83;
  return alike.overlap >= kLeastOverlap && alike.contained >= contained;
}

bool is_table(const Signature& signature) {
  constexpr double kShinglesForEachFigure = 6;
  return set_size(signature.figures()) * kShinglesForEachFigure > signature.shingles;
}

bool figures_agree(const Likeness& alike, const Signature& a, const Signature& b, std::int64_t apart) {
  const unsigned shingles = std::min(a.shingles, b.shingles);
  if (shingles < kParagraph || is_table(a) || is_table(b))
    return std::ranges::equal(a.figures(), b.figures());
  if (apart > kSoon) return alike.figures >= 0.95;
  if (shingles < kStory) return alike.figures >= 0.85;
  return alike.figures >= (alike.contained < 0.9 ? 0.7 : 0.5);
}

}  // namespace

Likeness likeness(const Signature& a, const Signature& b) {
  Likeness alike;
  if (a.shingles == 0 || b.shingles == 0) return alike;
  alike.overlap = hash_overlap(a, b);
  alike.contained = shared_of(alike.overlap, a.shingles, b.shingles) / std::min(a.shingles, b.shingles);
  alike.figures = shared_figures(a.figures(), b.figures());
  return alike;
}

bool are_copies(const CopyCandidate& a, const CopyCandidate& b) {
  // Of the pairs that are looked at most end here.
  if (hash_overlap(a.signature, b.signature) < kLeastOverlap) return false;
  const std::int64_t apart = a.published && b.published ? std::abs(*a.published - *b.published) : 0;
  const Likeness alike = likeness(a.signature, b.signature);
  if (!words_agree(alike, std::min(a.signature.shingles, b.signature.shingles), apart)) return false;
  return figures_agree(alike, a.signature, b.signature, apart);
}

}  // namespace broadsheet
