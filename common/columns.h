// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "common/frequent_postings.h"
#include "common/moment.h"
#include "common/schema.h"

namespace broadsheet {

/// The facet values of one segment as flat arrays by docid, and its frequent posting lists: what makes exact
/// counts quick. Derived from the segment's own tables, so it can always be made again. Immutable and
/// thread-safe once opened; copies share the bytes.
class Columns {
 public:
  /// The bytes of a segment's columns file.
  static std::string build(const Xapian::Database& segment);

  /// Memory-maps a file "NAME.columns" beside the segment's folder NAME; where it is missing, damaged or not
  /// of this segment, builds the columns in memory. A section is read, to see whether it is whole, when it is
  /// first asked for: so opening takes the same time whatever the size of the archive. If it is not whole,
  /// the segment is opened again and the columns are built then.
  static Columns open(const std::filesystem::path& file, const Xapian::Database& segment);

  /// Columns over bytes that build() returned. Throws std::runtime_error if they are damaged or of another
  /// segment, here or when what is damaged is asked for.
  static Columns from_bytes(std::string bytes, const std::string& segment_uuid);

  Xapian::docid last_docid() const { return last_docid_; }

  /// False for a superseded version and for a docid that is not in use.
  bool is_live(Xapian::docid docid) const { return !identity(docid).empty(); }
  Moment published(Xapian::docid docid) const;
  std::int32_t first_day(Xapian::docid docid) const { return array<std::int32_t>(FirstDay)[docid]; }
  std::int32_t last_day(Xapian::docid docid) const { return array<std::int32_t>(LastDay)[docid]; }
  Precision precision(Xapian::docid docid) const {
    return static_cast<Precision>(array<std::uint8_t>(PrecisionOf)[docid]);
  }
  std::uint32_t word_count(Xapian::docid docid) const { return word_counts()[docid]; }
  /// Of all articles by docid.
  std::span<const std::uint32_t> word_counts() const { return array<std::uint32_t>(WordCount); }
  std::string_view identity(Xapian::docid docid) const;

  /// The ids that occur in a value facet, ascending; and for an article the indexes into them, ascending.
  std::span<const ValueId> dictionary(Facet facet) const { return array<ValueId>(dictionary_section(facet)); }
  std::span<const std::uint32_t> values(Facet facet, Xapian::docid docid) const {
    const auto begin = value_begins(facet);
    if (begin.empty()) return {};
    return value_indexes(facet).subspan(begin[docid], begin[docid + 1] - begin[docid]);
  }
  /// The same of all articles: the indexes of docid begin at value_begins()[docid] and end where the next
  /// ones begin. Both are empty if no article has a value.
  std::span<const std::uint32_t> value_begins(Facet facet) const {
    return array<std::uint32_t>(dictionary_section(facet) + 1);
  }
  std::span<const std::uint32_t> value_indexes(Facet facet) const {
    return array<std::uint32_t>(dictionary_section(facet) + 2);
  }

  FrequentPostings frequent_postings() const {
    return {section(FrequentLists), section(FrequentNames), section(FrequentPostingBytes), last_docid_};
  }

 private:
  /// Sections of the file, in order. Each is an array of fixed-width numbers but IdentityBytes.
  enum Section : std::size_t {
    Seconds,
    OffsetMinutes,
    PrecisionOf,
    FirstDay,
    LastDay,
    WordCount,
    IdentityBegin,
    IdentityBytes,
    FirstFacet,  // then three sections a value facet: dictionary, begin by docid, indexes
    FrequentLists = FirstFacet + 3 * kValueFacetCount,
    FrequentNames,
    FrequentPostingBytes,  // each list has a checksum of its own
    SectionCount
  };
  struct Header;
  class Builder;
  struct Kept;
  class Sections;

  static std::size_t dictionary_section(Facet facet) {
    return FirstFacet + 3 * static_cast<std::size_t>(facet);
  }

  template <typename Number>
  std::span<const Number> array(std::size_t section) const {
    const std::string_view bytes = this->section(section);
    return {reinterpret_cast<const Number*>(bytes.data()), bytes.size() / sizeof(Number)};
  }

  explicit Columns(std::shared_ptr<Sections> sections);
  std::string_view section(std::size_t number) const;

  std::shared_ptr<Sections> sections_;
  Xapian::docid last_docid_ = 0;
};

}  // namespace broadsheet
