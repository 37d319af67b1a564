// SPDX-License-Identifier: GPL-2.0-or-later
//
// The file: a Header, then the sections, each beginning at a multiple of 8 bytes. Numbers are in the
// machine's byte order (the magic tells); arrays by docid have last_docid + 1 entries (+ 2 where they hold
// beginnings), entry 0 unused.
#include "common/columns.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "common/hash.h"
#include "common/mapped_file.h"

namespace broadsheet {
namespace {

constexpr std::uint64_t kMagic = 0x354C4F4354485342;  // "BSHTCOL5" on a little-endian machine

}  // namespace

struct Columns::Header {
  struct Extent {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint64_t checksum = 0;  // hash64 of the section; of FrequentPostingBytes 0
  };

  std::uint64_t magic = kMagic;
  std::uint32_t schema = kSchemaVersion;
  std::uint32_t last_docid = 0;
  std::uint64_t size = 0;      // of the file
  std::uint64_t checksum = 0;  // own_checksum()
  std::array<char, 40> uuid{};
  std::array<Extent, SectionCount> sections{};

  std::uint64_t own_checksum() const {
    Header copy = *this;
    copy.checksum = 0;
    return hash64({reinterpret_cast<const char*>(&copy), sizeof copy});
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
    if (pairs.empty()) return;
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
      header.sections[i] = {file.size(), parts_[i].size(), i == FrequentPostingBytes ? 0 : hash64(parts_[i])};
      file += parts_[i];
      parts_[i] = {};
    }
    header.size = file.size();
    header.checksum = header.own_checksum();
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

/// Bytes and what keeps them.
struct Columns::Kept {
  std::shared_ptr<const void> owner;
  std::string_view bytes;

  static Kept of(std::string bytes) {
    const auto owner = std::make_shared<const std::string>(std::move(bytes));
    return {owner, *owner};
  }
};

/// The sections of the file, each checked when it is first asked for. Thread-safe.
class Columns::Sections {
 public:
  /// rebuild: gives the bytes of the same columns made anew; may be empty. Throws std::runtime_error if the
  /// header is damaged or of another segment.
  Sections(Kept file, const std::string& uuid, std::function<std::string()> rebuild)
      : file_(std::move(file)), header_(read_header(file_.bytes, uuid)), rebuild_(std::move(rebuild)) {
    for (std::size_t i = 0; i < SectionCount; ++i) bytes_[i] = of_file(i);
    is_checked_[FrequentPostingBytes] = true;
  }

  Xapian::docid last_docid() const { return header_.last_docid; }

  std::string_view section(std::size_t number) {
    if (!is_checked_[number].load(std::memory_order_acquire)) check(number);
    return bytes_[number];
  }

 private:
  static Header read_header(std::string_view bytes, const std::string& uuid) {
    Header header;
    if (bytes.size() < sizeof header) throw std::runtime_error("the columns file is cut short");
    std::memcpy(&header, bytes.data(), sizeof header);
    const std::string_view own_uuid(header.uuid.data(), std::min(uuid.size(), header.uuid.size()));
    if (header.magic != kMagic || header.schema != kSchemaVersion || own_uuid != uuid)
      throw std::runtime_error("the columns file belongs to another segment or schema");
    if (header.size != bytes.size() || header.checksum != header.own_checksum())
      throw std::runtime_error("the columns file is damaged");
    return header;
  }

  std::string_view of_file(std::size_t number) const {
    const Header::Extent& extent = header_.sections[number];
    if (extent.offset > file_.bytes.size()) throw std::runtime_error("the columns file is damaged");
    return file_.bytes.substr(extent.offset, extent.size);
  }

  void check(std::size_t number) {
    const std::lock_guard lock(mutex_);
    if (is_checked_[number].load(std::memory_order_relaxed)) return;
    if (hash64(bytes_[number]) != header_.sections[number].checksum) return replace();
    is_checked_[number].store(true, std::memory_order_release);
  }

  /// What was not given away yet comes from columns made anew.
  void replace() {
    if (!rebuild_) throw std::runtime_error("the columns file is damaged");
    rebuilt_ = Kept::of(rebuild_());
    Header header;
    std::memcpy(&header, rebuilt_.bytes.data(), sizeof header);
    for (std::size_t i = 0; i < SectionCount; ++i) {
      if (is_checked_[i].load(std::memory_order_relaxed)) continue;
      bytes_[i] = rebuilt_.bytes.substr(header.sections[i].offset, header.sections[i].size);
      is_checked_[i].store(true, std::memory_order_release);
    }
  }

  Kept file_;
  Header header_;
  std::function<std::string()> rebuild_;
  Kept rebuilt_;
  std::mutex mutex_;
  std::array<std::string_view, SectionCount> bytes_;
  std::array<std::atomic<bool>, SectionCount> is_checked_{};
};

Columns::Columns(std::shared_ptr<Sections> sections)
    : sections_(std::move(sections)), last_docid_(sections_->last_docid()) {}

std::string_view Columns::section(std::size_t number) const {
  return sections_->section(number);
}

Columns Columns::from_bytes(std::string bytes, const std::string& segment_uuid) {
  return Columns(std::make_shared<Sections>(Kept::of(std::move(bytes)), segment_uuid, nullptr));
}

Columns Columns::open(const std::filesystem::path& file, const Xapian::Database& segment) {
  const std::string uuid = segment.get_uuid();
  // Opened again, since a Xapian::Database is for one thread at a time.
  const auto rebuild = [file] {
    return build(Xapian::Database(std::filesystem::path(file).replace_extension()));
  };
  try {
    const MappedFile mapped = map_file(file);
    if (mapped.owner)
      return Columns(std::make_shared<Sections>(Kept{mapped.owner, mapped.bytes}, uuid, rebuild));
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
  return section(IdentityBytes).substr(begin[docid], begin[docid + 1] - begin[docid]);
}

}  // namespace broadsheet
