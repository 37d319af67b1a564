// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/tiers.h"

#include <algorithm>
#include <iterator>

namespace broadsheet {
namespace {

constexpr std::uint64_t kTierWidth = 8;
constexpr unsigned kLastMergedTier = 1;

unsigned tier_of(const SegmentEntry& segment, std::uint64_t documents_per_segment) {
  unsigned tier = 0;
  for (std::uint64_t size = documents_per_segment; segment.documents >= size; size *= kTierWidth) ++tier;
  return tier;
}

}  // namespace

bool is_full(const SegmentWriter& writer, std::uint64_t documents_per_segment) {
  constexpr std::uint64_t kMostBytes = 512 << 20;
  return writer.documents() >= documents_per_segment || writer.scratch_bytes() >= kMostBytes;
}

void merge_tiers(ArchiveFolder& folder, std::uint64_t documents_per_segment,
                 std::vector<SegmentEntry>& segments) {
  for (unsigned tier = 0; tier <= kLastMergedTier; ++tier) {
    const auto in_tier = [&](const SegmentEntry& segment) {
      return tier_of(segment, documents_per_segment) == tier;
    };
    std::vector<SegmentEntry> together;
    std::copy_if(segments.begin(), segments.end(), std::back_inserter(together), in_tier);
    SegmentEntry merged;
    if (together.size() < kTierWidth ||
        !merge_segments(folder.path(), together, folder.next_segment_name(), merged))
      continue;
    std::erase_if(segments, in_tier);
    segments.push_back(std::move(merged));
  }
}

}  // namespace broadsheet
