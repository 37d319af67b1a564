// SPDX-License-Identifier: GPL-2.0-or-later
//
// The file: a Header; for each segment a SegmentHead; for each segment the story of every docid (entry 0
// unused); where each story's places begin, and the end of the last; the places. All but the heads are 4-byte
// numbers in the machine's byte order (the magic tells).
#include "common/stories.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>

#include "common/error.h"
#include "common/hash.h"
#include "common/mapped_file.h"
#include "common/schema.h"

namespace broadsheet {
namespace {

constexpr std::uint64_t kMagic = 0x31736569726F7473;  // "stories1"

struct Header {
  std::uint64_t magic = kMagic;
  std::uint32_t schema = kSchemaVersion;
  std::uint32_t segments = 0;
  std::uint64_t stories = 0;
  std::uint64_t places = 0;
  std::uint64_t unsigned_articles = 0;
  std::uint64_t rest_hash = 0;  // hash64 of all that follows the header
};

struct SegmentHead {
  std::array<char, 40> uuid{};
  std::uint64_t numbers = 0;  // last docid + 1
};

template <typename Value>
void append(std::string& bytes, const Value& value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// Takes arrays off the front of bytes.
class Cutter {
 public:
  explicit Cutter(std::string_view bytes) : bytes_(bytes) {}

  template <typename Value>
  std::span<const Value> cut(std::uint64_t count) {
    if (count > bytes_.size() / sizeof(Value)) throw std::runtime_error("the copies file is cut short");
    const std::span<const Value> values(reinterpret_cast<const Value*>(bytes_.data()), count);
    bytes_.remove_prefix(count * sizeof(Value));
    return values;
  }

 private:
  std::string_view bytes_;
};

Header read_header(std::string_view bytes) {
  Header header;
  if (bytes.size() < sizeof header) throw std::runtime_error("the copies file is cut short");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != kMagic || header.schema != kSchemaVersion)
    throw std::runtime_error("the copies file is of another schema or machine");
  if (header.rest_hash != hash64(bytes.substr(sizeof header)))
    throw std::runtime_error("the copies file is damaged");
  return header;
}

std::string remedy(const std::filesystem::path& archive) {
  return "broadsheet-index --reindex " + archive.string() + " makes them known";
}

std::string gap_of(const std::filesystem::path& archive, const Manifest& manifest,
                   std::uint64_t unsigned_articles) {
  if (manifest.derived.at("copies").stale) {
    return "a run was broken off; copies among what it brought are not known until broadsheet-index runs "
           "again";
  }
  if (unsigned_articles == 0) return "";
  return "copies are not known of " + std::to_string(unsigned_articles) +
         " articles that an older Broadsheet indexed, each counts as a story: " + remedy(archive);
}

}  // namespace

std::string Stories::build(const std::vector<Segment>& segments, const std::vector<Story>& stories,
                           std::uint64_t unsigned_articles) {
  std::vector<std::vector<std::uint32_t>> by_docid;
  std::string rest;
  for (const Segment& segment : segments) {
    SegmentHead head;
    std::copy_n(segment.uuid.begin(), std::min(segment.uuid.size(), head.uuid.size()), head.uuid.begin());
    head.numbers = std::uint64_t{segment.last_docid} + 1;
    append(rest, head);
    by_docid.emplace_back(head.numbers);
  }
  std::vector<std::uint32_t> begins = {0};
  std::string places;
  for (const Story& story : stories) {
    for (const Place& place : story) {
      by_docid[place.segment][place.docid] = static_cast<std::uint32_t>(begins.size());
      append(places, place);
    }
    begins.push_back(static_cast<std::uint32_t>(places.size() / sizeof(Place)));
  }
  for (const auto& numbers : by_docid)
    rest.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof numbers[0]);
  rest.append(reinterpret_cast<const char*>(begins.data()), begins.size() * sizeof begins[0]);
  rest += places;
  Header header;
  header.segments = static_cast<std::uint32_t>(segments.size());
  header.stories = stories.size();
  header.places = places.size() / sizeof(Place);
  header.unsigned_articles = unsigned_articles;
  header.rest_hash = hash64(rest);
  std::string file;
  append(file, header);
  return file + rest;
}

Stories::Stories(std::shared_ptr<const void> owner, std::string_view bytes,
                 const std::vector<std::string>& uuids)
    : owner_(std::move(owner)), stories_(uuids.size()) {
  const Header header = read_header(bytes);
  unsigned_articles_ = header.unsigned_articles;
  Cutter cutter(bytes.substr(sizeof header));
  const auto heads = cutter.cut<SegmentHead>(header.segments);
  for (const SegmentHead& head : heads) {
    const std::string_view padded(head.uuid.data(), head.uuid.size());
    const auto now = std::find(uuids.begin(), uuids.end(), padded.substr(0, padded.find('\0')));
    const auto numbers = cutter.cut<std::uint32_t>(head.numbers);
    segment_now_.push_back(now == uuids.end() ? kNone : static_cast<std::uint32_t>(now - uuids.begin()));
    if (now != uuids.end()) stories_[segment_now_.back()] = numbers;
  }
  begins_ = cutter.cut<std::uint32_t>(header.stories + 1);
  places_ = cutter.cut<Place>(header.places);
}

Stories Stories::from_bytes(std::string bytes, const std::vector<std::string>& uuids) {
  const auto owned = std::make_shared<const std::string>(std::move(bytes));
  return Stories(owned, *owned, uuids);
}

Stories Stories::load(const std::filesystem::path& archive, const Manifest& manifest,
                      const std::vector<std::string>& uuids) {
  Stories stories;
  const std::string name = manifest.derived_name("copies");
  if (name.empty()) {
    if (!uuids.empty()) stories.gap_ = "copies are not known in this archive: " + remedy(archive);
    return stories;
  }
  try {
    const MappedFile file = map_file(archive / name);
    if (file.owner == nullptr) throw std::runtime_error("the copies file is missing or empty");
    stories = Stories(file.owner, file.bytes, uuids);
    stories.gap_ = gap_of(archive, manifest, stories.unsigned_articles_);
  } catch (const std::runtime_error& error) {
    throw InputError(name + ": " + error.what() + "; make it anew with: broadsheet-index --repair " +
                     archive.string());
  }
  return stories;
}

Stories::Story Stories::members(std::uint32_t story) const {
  Story members;
  for_each_member(story, [&](const Place& place) { members.push_back(place); });
  return members;
}

}  // namespace broadsheet
