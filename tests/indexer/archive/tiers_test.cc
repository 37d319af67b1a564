// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/tiers.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace broadsheet;

namespace {

/// The groups of segments of so many megabytes, by the same.
std::vector<std::vector<std::uint64_t>> grouped(const std::vector<std::uint64_t>& megabytes) {
  std::vector<SegmentEntry> segments;
  for (const std::uint64_t size : megabytes) {
    SegmentEntry segment;
    segment.name = std::to_string(segments.size());
    segment.files["a"] = {size << 20, 0};
    segments.push_back(segment);
  }
  std::vector<std::vector<std::uint64_t>> groups;
  for (const auto& group : groups_that_fit(segments)) {
    groups.emplace_back();
    for (const SegmentEntry& segment : group) groups.back().push_back(segment.files.at("a").size >> 20);
  }
  return groups;
}

}  // namespace

TEST_CASE("segments are put together as long as they fit into two gigabytes") {
  using Groups = std::vector<std::vector<std::uint64_t>>;
  CHECK(grouped({}) == Groups{});
  CHECK(grouped({10, 20, 30}) == Groups{{10, 20, 30}});
  CHECK(grouped({1024, 1024, 1}) == Groups{{1024, 1024}, {1}});
  CHECK(grouped({1500, 1000, 500, 40}) == Groups{{1500, 500, 40}, {1000}});
  CHECK(grouped({3000, 1, 3000}) == Groups{{3000}, {1}, {3000}});
}
