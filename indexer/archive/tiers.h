// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "common/manifest.h"
#include "indexer/archive/archive_folder.h"
#include "indexer/archive/segment_writer.h"

namespace broadsheet {

/// Large: what is written once as a segment of some size need not be merged, which takes a quarter of the
/// time that indexing takes.
constexpr std::uint64_t kDocumentsPerSegment = 100'000;

/// Whether a segment that is being written has enough: so many documents, or half a gigabyte of scratch
/// files, which makes a segment of about twice that.
bool is_full(const SegmentWriter& writer, std::uint64_t documents_per_segment);

/// Merges the segments of a tier once there are eight, as many of them as fit into one of 2 GB, so that there
/// are never many. Each tier has eight times as many documents as the one before, so that an article is not
/// written again by every run that adds a few; the first ends at a 64th of a full segment.
/// Those of half a gigabyte or more are left as they are: that they are few is not worth writing them again.
/// Throws as merge_segments().
void merge_tiers(ArchiveFolder& folder, std::uint64_t documents_per_segment,
                 std::vector<SegmentEntry>& segments);

/// Each segment in the first group that has room for it: one of 2 GB at most, or a single segment.
std::vector<std::vector<SegmentEntry>> groups_that_fit(const std::vector<SegmentEntry>& segments);

/// Makes as few segments of 2 GB at most as can be had by putting whole ones together. Throws as
/// merge_segments().
void merge_all(ArchiveFolder& folder, std::vector<SegmentEntry>& segments);

}  // namespace broadsheet
