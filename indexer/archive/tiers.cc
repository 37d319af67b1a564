// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/tiers.h"

#include <algorithm>

namespace broadsheet {
namespace {

constexpr std::uint64_t kTierWidth = 8;
constexpr std::uint64_t kFirstTierPart = kTierWidth * kTierWidth;  // of what a full segment has
constexpr std::uint64_t kMostBytes = std::uint64_t{2} << 30;
constexpr std::uint64_t kGrownUp = kMostBytes / 4;

std::uint64_t bytes_of(const SegmentEntry& segment) {
  std::uint64_t bytes = 0;
  for (const auto& [name, sum] : segment.files) bytes += sum.size;
  return bytes;
}

unsigned tier_of(const SegmentEntry& segment, std::uint64_t documents_per_segment) {
  unsigned tier = 0;
  const std::uint64_t first_size = std::max<std::uint64_t>(1, documents_per_segment / kFirstTierPart);
  for (std::uint64_t size = first_size; segment.documents >= size; size *= kTierWidth) ++tier;
  return tier;
}

/// The first so many that may become one segment.
void keep_those_that_fit(std::vector<SegmentEntry>& together) {
  std::uint64_t bytes = 0;
  const auto too_much = std::find_if(together.begin(), together.end(), [&](const SegmentEntry& segment) {
    return (bytes += bytes_of(segment)) > kMostBytes;
  });
  together.erase(too_much, together.end());
}

/// Makes one segment of several, in the list too.
void merge(ArchiveFolder& folder, const std::vector<SegmentEntry>& together,
           std::vector<SegmentEntry>& segments) {
  SegmentEntry merged;
  if (!merge_segments(folder.path(), together, folder.next_segment_name(), merged)) return;
  std::erase_if(segments, [&](const SegmentEntry& segment) {
    return std::find(together.begin(), together.end(), segment) != together.end();
  });
  segments.push_back(std::move(merged));
}

}  // namespace

bool is_full(const SegmentWriter& writer, std::uint64_t documents_per_segment) {
  constexpr std::uint64_t kMostBytes = 512 << 20;
  return writer.documents() >= documents_per_segment || writer.scratch_bytes() >= kMostBytes;
}

void merge_tiers(ArchiveFolder& folder, std::uint64_t documents_per_segment,
                 std::vector<SegmentEntry>& segments) {
  unsigned last_tier = 0;
  for (unsigned tier = 0; tier <= last_tier; ++tier) {
    std::vector<SegmentEntry> together;
    for (const SegmentEntry& segment : segments) {
      const unsigned its_tier = tier_of(segment, documents_per_segment);
      last_tier = std::max(last_tier, its_tier);
      if (its_tier == tier && bytes_of(segment) < kGrownUp) together.push_back(segment);
    }
    if (together.size() < kTierWidth) continue;
    keep_those_that_fit(together);
    merge(folder, together, segments);
  }
}

std::vector<std::vector<SegmentEntry>> groups_that_fit(const std::vector<SegmentEntry>& segments) {
  std::vector<std::vector<SegmentEntry>> groups;
  std::vector<std::uint64_t> room;
  for (const SegmentEntry& segment : segments) {
    const std::uint64_t bytes = bytes_of(segment);
    const auto found =
        std::find_if(room.begin(), room.end(), [bytes](std::uint64_t left) { return left >= bytes; });
    const auto group = static_cast<std::size_t>(found - room.begin());
    if (found == room.end()) {
      room.push_back(std::max(kMostBytes, bytes));
      groups.emplace_back();
    }
    room[group] -= bytes;
    groups[group].push_back(segment);
  }
  return groups;
}

void merge_all(ArchiveFolder& folder, std::vector<SegmentEntry>& segments) {
  for (const auto& group : groups_that_fit(segments)) {
    if (group.size() > 1) merge(folder, group, segments);
  }
}

}  // namespace broadsheet
