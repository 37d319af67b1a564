// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/manifest.h"

namespace broadsheet {

/// Which articles of an archive are copies of each other: its file copies.GEN, derived from the signatures in
/// the segments, made anew by every run that changes them. An article without copies is a story of its own
/// and is not listed. Immutable and thread-safe; copies share the bytes.
class Stories {
 public:
  /// Where an article is: the segment's place in a list, and the docid within it.
  struct Place {
    std::uint32_t segment = 0;
    std::uint32_t docid = 0;
    bool operator==(const Place&) const = default;
  };
  /// The articles of one story, the one that leads it first.
  using Story = std::vector<Place>;

  struct Segment {
    std::string uuid;
    std::uint32_t last_docid = 0;
  };

  /// The bytes of a copies file. unsigned_articles: those that carry no signature.
  static std::string build(const std::vector<Segment>& segments, const std::vector<Story>& stories,
                           std::uint64_t unsigned_articles);

  /// No story is known.
  Stories() = default;

  /// Over bytes that build() returned, for the segments as they are listed now; what is in others is left
  /// out. Throws std::runtime_error if the bytes are damaged.
  static Stories from_bytes(std::string bytes, const std::vector<std::string>& uuids);

  /// The archive's own; without any if an older version wrote it, as gap() then tells. Throws InputError if
  /// the file is lost or damaged.
  static Stories load(const std::filesystem::path& archive, const Manifest& manifest,
                      const std::vector<std::string>& uuids);

  /// What is not known, and what helps, for the user; empty if all is known.
  const std::string& gap() const { return gap_; }

  /// The number of an article's story, from 1 to count(); 0 for an article without copies.
  std::uint32_t story(std::uint32_t segment, std::uint32_t docid) const {
    if (segment >= stories_.size() || docid >= stories_[segment].size()) return 0;
    return stories_[segment][docid];
  }
  std::uint32_t count() const { return begins_.empty() ? 0 : static_cast<std::uint32_t>(begins_.size() - 1); }
  /// Requires 0 < story <= count().
  Story members(std::uint32_t story) const;

  /// Calls use with the place of each.
  template <typename Use>
  void for_each_member(std::uint32_t story, Use use) const {
    for (const Place& place : places_.subspan(begins_[story - 1], begins_[story] - begins_[story - 1])) {
      if (const std::uint32_t now = segment_now_[place.segment]; now != kNone) use(Place{now, place.docid});
    }
  }

 private:
  static constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);

  Stories(std::shared_ptr<const void> owner, std::string_view bytes, const std::vector<std::string>& uuids);

  std::shared_ptr<const void> owner_;
  std::vector<std::span<const std::uint32_t>> stories_;  // of each segment as listed now, by docid
  std::span<const std::uint32_t> begins_;                // of each story in places_, and the end
  std::span<const Place> places_;                        // segments as the file lists them
  std::vector<std::uint32_t> segment_now_;               // of each segment of the file; kNone if it is gone
  std::uint64_t unsigned_articles_ = 0;
  std::string gap_;
};

}  // namespace broadsheet
