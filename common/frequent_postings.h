// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

/// The posting lists of a segment's frequent stems, each of both its terms (schema.h), in a form that is read
/// in a tenth of the time: most postings are one byte. Derived from Xapian's lists, which have all of it,
/// too. A view of bytes that the owner keeps (columns.h); immutable and thread-safe.
class FrequentPostings {
 public:
  /// A stem is frequent if it is in at least one article of so many.
  static constexpr std::uint32_t kOneOf = 64;

  struct Bytes {
    std::string lists;     // a List each, in the order of their terms
    std::string names;     // the stems' terms, one behind the other
    std::string postings;  // of the lists, one behind the other
  };

  /// Of the frequent stems of texts; titles have none.
  static Bytes build(const Xapian::Database& segment);

  FrequentPostings() = default;
  /// Over what build() made; the postings alone may be damaged, then their list is not found.
  FrequentPostings(std::string_view lists, std::string_view names, std::string_view postings,
                   Xapian::docid last_docid)
      : lists_(lists), names_(names), postings_(postings), last_docid_(last_docid) {}

  /// In how many articles a stem occurs; nothing if it is not frequent.
  std::optional<std::uint32_t> count(std::string_view stem_term) const;

  /// The encoded postings of a stem and their number.
  struct Found {
    std::uint32_t count = 0;
    std::string_view bytes;
  };
  /// Nothing if the stem is not frequent or its postings are damaged.
  std::optional<Found> find(std::string_view stem_term) const;

  /// Calls use with each docid, ascending, and how often the stem occurs in it: at most count times, with
  /// docids of the segment, whatever the bytes.
  template <typename Use>
  void for_each(const Found& found, Use use) const;

 private:
  /// A posting is a byte, the gap to the docid before (less one) times 8 plus the occurrences (less one);
  /// what does not fit follows, in sevens of bits.
  static constexpr std::uint32_t kLongGap = 31;
  static constexpr std::uint32_t kManyTimes = 7;

  struct List {
    std::uint64_t checksum = 0;
    std::uint64_t begin = 0;  // in postings
    std::uint64_t name = 0;   // in names
    std::uint32_t count = 0;
    std::uint32_t size = 0;  // of the postings
    std::uint32_t name_size = 0;
    std::uint32_t zero = 0;
  };

  static std::uint32_t read_rest(const unsigned char*& at, const unsigned char* end) {
    std::uint32_t number = 0;
    for (unsigned shift = 0; at != end && shift < 32; shift += 7) {
      const unsigned byte = *at++;
      number |= (byte & 0x7F) << shift;
      if (byte < 0x80) break;
    }
    return number;
  }

  class Builder;
  List list(std::size_t number) const;
  std::string_view name(const List& list) const { return names_.substr(list.name, list.name_size); }
  std::optional<List> look_up(std::string_view stem_term) const;

  std::string_view lists_;
  std::string_view names_;
  std::string_view postings_;
  Xapian::docid last_docid_ = 0;
};

template <typename Use>
void FrequentPostings::for_each(const Found& found, Use use) const {
  const auto* at = reinterpret_cast<const unsigned char*>(found.bytes.data());
  const auto* const end = at + found.bytes.size();
  std::uint64_t docid = 0;
  for (std::uint32_t left = found.count; left > 0 && at != end; --left) {
    const unsigned byte = *at++;
    std::uint32_t gap = byte >> 3;
    std::uint32_t times = byte & 7;
    if (gap == kLongGap) gap += read_rest(at, end);
    if (times == kManyTimes) times += read_rest(at, end);
    docid += std::uint64_t{gap} + 1;
    if (docid > last_docid_) return;
    use(static_cast<Xapian::docid>(docid), times + 1);
  }
}

}  // namespace broadsheet
