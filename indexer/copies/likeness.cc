// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/copies/likeness.h"

#include <algorithm>
#include <cstdlib>

namespace broadsheet {
namespace {

/// The size of a set of which this is the bottom-k sketch.
double set_size(std::span<const std::uint16_t> sketch) {
  constexpr double kRange = 65536;
  const auto stored = static_cast<double>(sketch.size());
  if (sketch.size() < Signature::kFigures) return stored;
  return std::max(stored, (stored - 1) * kRange / (sketch.back() + 1.0));
}

/// The overlap of two sets: the share of the union's sketch that is in both. Exact for small sets.
double sketch_overlap(std::span<const std::uint16_t> a, std::span<const std::uint16_t> b) {
  const bool whole = a.size() < Signature::kFigures && b.size() < Signature::kFigures;
  const std::size_t depth = whole ? a.size() + b.size() : Signature::kFigures;
  std::size_t seen = 0;
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; seen < depth && (i < a.size() || j < b.size()); ++seen) {
    if (j == b.size() || (i < a.size() && a[i] < b[j])) {
      ++i;
    } else if (i == a.size() || b[j] < a[i]) {
      ++j;
    } else {
      ++shared, ++i, ++j;
    }
  }
  return seen == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(seen);
}

double hash_overlap(const Signature& a, const Signature& b) {
  constexpr double kByChance = 1.0 / 256;
  std::size_t equal = 0;
  for (std::size_t i = 0; i < Signature::kHashes; ++i) equal += a.hashes[i] == b.hashes[i];
  const double share = static_cast<double>(equal) / static_cast<double>(Signature::kHashes);
  return std::max(0.0, (share - kByChance) / (1 - kByChance));
}

/// How much two sets share, from their overlap and sizes.
double shared_of(double overlap, double size_a, double size_b) {
  return std::min({overlap / (1 + overlap) * (size_a + size_b), size_a, size_b});
}

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
  return alike.overlap >= 0.45 && alike.contained >= contained;
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
  return alike.figures >= (shingles < kStory ? 0.85 : 0.7);
}

}  // namespace

Likeness likeness(const Signature& a, const Signature& b) {
  Likeness alike;
  if (a.shingles == 0 || b.shingles == 0) return alike;
  alike.overlap = hash_overlap(a, b);
  alike.contained = shared_of(alike.overlap, a.shingles, b.shingles) / std::min(a.shingles, b.shingles);
  const double figures_a = set_size(a.figures());
  const double figures_b = set_size(b.figures());
  const double fewer = std::min(figures_a, figures_b);
  if (fewer == 0) return alike;
  alike.figures = shared_of(sketch_overlap(a.figures(), b.figures()), figures_a, figures_b) / fewer;
  return alike;
}

bool are_copies(const CopyCandidate& a, const CopyCandidate& b) {
  const std::int64_t apart = a.published && b.published ? std::abs(*a.published - *b.published) : 0;
  const Likeness alike = likeness(a.signature, b.signature);
  if (!words_agree(alike, std::min(a.signature.shingles, b.signature.shingles), apart)) return false;
  return figures_agree(alike, a.signature, b.signature, apart);
}

}  // namespace broadsheet
