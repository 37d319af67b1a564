// SPDX-License-Identifier: GPL-2.0-or-later
//
// The file: a Header, then the sections, each beginning at a multiple of 8 bytes. Numbers are in the
// machine's byte order (the magic tells); arrays by docid have last_docid + 1 entries (+ 2 where they hold
// beginnings), entry 0 unused. The header's checksum is of all but the last section, so that opening a large
// archive does not read it.
#include "common/columns.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <vector>

#include "common/hash.h"
#include "common/mapped_file.h"

namespace broadsheet {
namespace {

constexpr std::uint64_t kMagic = 0x334C4F4354485342;  // "BSHTCOL3" on a little-endian machine

}  // namespace

struct Columns::Header {
  struct Extent {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
  };

  std::uint64_t magic = kMagic;
  std::uint32_t schema = kSchemaVersion;
  std::uint32_t last_docid = 0;
  std::uint64_t size = 0;      // of the file
  std::uint64_t checksum = 0;  // checksum_of()
  std::array<char, 40> uuid{};
  std::array<Extent, SectionCount> sections{};

  /// Of the header and all sections of the file but the last.
  static std::uint64_t checksum_of(Header header, std::string_view file) {
    const std::string_view rest =
        file.substr(0, header.sections[FrequentPostingBytes].offset).substr(sizeof header);
    header.checksum = 0;
    const std::uint64_t of_header = hash64({reinterpret_cast<const char*>(&header), sizeof header});
    return of_header ^ (hash64(rest) * 0x9E3779B97F4A7C15u);
  }
};

// --- Building
// -----------------------------------------------------------------------------------------------------

class Columns::Builder {
 public:
  explicit Builder(const Xapian::Database& segment)
      : segment_(segment), count_(segment.get_lastdocid() + 1) {}

  std::string build() {
    add_moments();
    add(WordCount, numbers(slot::kWordCount));
    add_lengths();
    add_identities();
    for (std::size_t facet = 0; facet < kValueFacetCount; ++facet) add_facet(static_cast<Facet>(facet));
    add_frequent_postings();
    return assemble();
  }

 private:
  template <typename Use>
  void for_each_value(Xapian::valueno slot, Use use) const {
    for (auto value = segment_.valuestream_begin(slot); value != segment_.valuestream_end(slot); ++value) {
      use(value.get_docid(), *value);
    }
  }

  template <typename Number>
  void add(std::size_t section, const std::vector<Number>& numbers) {
    parts_[section].assign(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number));
  }

  std::vector<std::uint32_t> numbers(Xapian::valueno slot) const {
    std::vector<std::uint32_t> numbers(count_);
    for_each_value(
        slot, [&](Xapian::docid docid, const std::string& value) { numbers[docid] = decode_number(value); });
    return numbers;
  }

  std::vector<std::int32_t> days(Xapian::valueno slot) const {
    std::vector<std::int32_t> days(count_);
    for_each_value(slot,
                   [&](Xapian::docid docid, const std::string& value) { days[docid] = decode_day(value); });
    return days;
  }

  void add_moments() {
    std::vector<std::int64_t> seconds(count_);
    std::vector<std::int16_t> offsets(count_);
    std::vector<std::uint8_t> precisions(count_);
    for_each_value(slot::kPublished, [&](Xapian::docid docid, const std::string& value) {
      const Moment moment = decode_moment(value);
      seconds[docid] = moment.seconds;
      offsets[docid] = moment.offset_minutes;
      precisions[docid] = static_cast<std::uint8_t>(moment.precision);
    });
    add(Seconds, seconds);
    add(OffsetMinutes, offsets);
    add(PrecisionOf, precisions);
    add(FirstDay, days(slot::kFirstDay));
    add(LastDay, days(slot::kLastDay));
  }

  void add_lengths() {
    std::vector<std::uint32_t> lengths(count_);
    const auto end = segment_.postlist_end("");
    for (auto at = segment_.postlist_begin(""); at != end; ++at) lengths[*at] = at.get_doclength();
    add(Length, lengths);
  }

  void add_identities() {
    std::vector<std::uint64_t> begin(count_ + 1);
    std::string& bytes = parts_[IdentityBytes];
    Xapian::docid next = 0;
    for_each_value(slot::kIdentity, [&](Xapian::docid docid, const std::string& value) {
      while (next <= docid) begin[next++] = bytes.size();
      bytes += value;
    });
    while (next <= count_) begin[next++] = bytes.size();
    add(IdentityBegin, begin);
  }

  void add_facet(Facet facet) {
    std::vector<std::pair<Xapian::docid, ValueId>> pairs;
    for_each_value(info(facet).slot, [&](Xapian::docid docid, const std::string& value) {
      for (ValueId id : unpack_ids(value)) pairs.emplace_back(docid, id);
    });
    std::vector<ValueId> dictionary;
    dictionary.reserve(pairs.size());
    for (const auto& [docid, id] : pairs) dictionary.push_back(id);
    std::sort(dictionary.begin(), dictionary.end());
    dictionary.erase(std::unique(dictionary.begin(), dictionary.end()), dictionary.end());
    std::vector<std::uint32_t> begin(count_ + 1);
    std::vector<std::uint32_t> indexes;
    indexes.reserve(pairs.size());
    Xapian::docid next = 0;
    for (const auto& [docid, id] : pairs) {
      while (next <= docid) begin[next++] = static_cast<std::uint32_t>(indexes.size());
      const auto found = std::lower_bound(dictionary.begin(), dictionary.end(), id);
      indexes.push_back(static_cast<std::uint32_t>(found - dictionary.begin()));
    }
    while (next <= count_) begin[next++] = static_cast<std::uint32_t>(indexes.size());
    add(dictionary_section(facet), dictionary);
    add(dictionary_section(facet) + 1, begin);
    add(dictionary_section(facet) + 2, indexes);
  }

  void add_frequent_postings() {
    FrequentPostings::Bytes bytes = FrequentPostings::build(segment_);
    parts_[FrequentLists] = std::move(bytes.lists);
    parts_[FrequentNames] = std::move(bytes.names);
    parts_[FrequentPostingBytes] = std::move(bytes.postings);
  }

  std::string assemble() {
    Header header;
    header.last_docid = count_ - 1;
    const std::string uuid = segment_.get_uuid();
    std::copy_n(uuid.begin(), std::min(uuid.size(), header.uuid.size()), header.uuid.begin());
    std::string file(sizeof header, '\0');
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      file.resize((file.size() + 7) / 8 * 8);
      header.sections[i] = {file.size(), parts_[i].size()};
      file += parts_[i];
      parts_[i] = {};
    }
    header.size = file.size();
    header.checksum = Header::checksum_of(header, file);
    std::memcpy(file.data(), &header, sizeof header);
    return file;
  }

  const Xapian::Database& segment_;
  Xapian::docid count_;
  std::array<std::string, SectionCount> parts_;
};

std::string Columns::build(const Xapian::Database& segment) {
  return Builder(segment).build();
}

// --- Opening
// ------------------------------------------------------------------------------------------------------

Columns::Columns(std::shared_ptr<const void> owner, std::string_view bytes, const std::string& segment_uuid)
    : owner_(std::move(owner)) {
  Header header;
  if (bytes.size() < sizeof header) throw std::runtime_error("the columns file is cut short");
  std::memcpy(&header, bytes.data(), sizeof header);
  const std::string_view uuid(header.uuid.data(), std::min(segment_uuid.size(), header.uuid.size()));
  if (header.magic != kMagic || header.schema != kSchemaVersion || uuid != segment_uuid) {
    throw std::runtime_error("the columns file belongs to another segment or schema");
  }
  const Header::Extent& last = header.sections[FrequentPostingBytes];
  if (header.size != bytes.size() || last.offset < sizeof header || last.offset > bytes.size() ||
      header.checksum != Header::checksum_of(header, bytes)) {
    throw std::runtime_error("the columns file is damaged");
  }
  last_docid_ = header.last_docid;
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    sections_[i] = bytes.substr(header.sections[i].offset, header.sections[i].size);
  }
}

Columns Columns::from_bytes(std::string bytes, const std::string& segment_uuid) {
  const auto owned = std::make_shared<const std::string>(std::move(bytes));
  return Columns(owned, *owned, segment_uuid);
}

Columns Columns::open(const std::filesystem::path& file, const Xapian::Database& segment) {
  const std::string uuid = segment.get_uuid();
  try {
    const MappedFile mapped = map_file(file);
    if (mapped.owner) return Columns(mapped.owner, mapped.bytes, uuid);
  } catch (const std::runtime_error&) {
    // Stale or damaged: the slots still have everything.
  }
  return from_bytes(build(segment), uuid);
}

Moment Columns::published(Xapian::docid docid) const {
  Moment moment;
  moment.seconds = array<std::int64_t>(Seconds)[docid];
  moment.offset_minutes = array<std::int16_t>(OffsetMinutes)[docid];
  moment.precision = precision(docid);
  return moment;
}

std::string_view Columns::identity(Xapian::docid docid) const {
  const auto begin = array<std::uint64_t>(IdentityBegin);
  return sections_[IdentityBytes].substr(begin[docid], begin[docid + 1] - begin[docid]);
}

}  // namespace broadsheet
