// SPDX-License-Identifier: GPL-2.0-or-later
//
// Keys of the position table: common/glass_format.h. A tag (glass_positionlist.cc): uint last position; if
// there are more, as a stream of bits, lowest first: the first one, the count - 2, and the others by
// interpolative coding, the middle one of each range first. A number known to be below n takes the whole bits
// that n - 1 needs or one less, the shorter codes going to the middle values (common/bitstream.cc; Moffat and
// Stuiver, "Binary interpolative coding for effective index compression", 2000).
#include "searcher/archive/places.h"

#include <bit>
#include <span>

#include "common/glass_format.h"
#include "common/schema.h"

namespace broadsheet {
namespace {

[[noreturn]] void damaged_places() {
  throw Xapian::DatabaseCorruptError("a list of positions is damaged");
}

Xapian::docid docid_of(std::string_view bytes) {
  if (!glass::is_sortable_docid(bytes)) damaged_places();
  return glass::sortable_docid(bytes);
}

class BitReader {
 public:
  explicit BitReader(std::string_view bytes) : bytes_(bytes) {}

  /// A number below limit, which is at most 2^32.
  Xapian::termpos below(std::uint64_t limit) {
    const auto bits = static_cast<unsigned>(std::bit_width(limit - 1));
    const std::uint64_t spare = (std::uint64_t{1} << bits) - limit;
    if (spare == 0) return read(bits);
    const std::uint64_t short_begin = (limit - spare) / 2;
    std::uint64_t number = read(bits - 1);
    if (number < short_begin && read(1) != 0) number += short_begin + spare;
    return static_cast<Xapian::termpos>(number);
  }

 private:
  Xapian::termpos read(unsigned bits) {
    if (ready_bits_ < bits) fill(bits);
    const std::uint64_t number = ready_ & ((std::uint64_t{1} << bits) - 1);
    ready_ >>= bits;
    ready_bits_ -= bits;
    return static_cast<Xapian::termpos>(number);
  }

  void fill(unsigned bits) {
    constexpr unsigned kRoom = 56;  // of 64 bits there is room for a byte
    for (; ready_bits_ <= kRoom && at_ != bytes_.size(); ready_bits_ += 8)
      ready_ |= std::uint64_t{static_cast<unsigned char>(bytes_[at_++])} << ready_bits_;
    if (ready_bits_ < bits) damaged_places();
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::uint64_t ready_ = 0;
  unsigned ready_bits_ = 0;
};

/// Reads what lies between the positions at begin and last, which are known.
void read_between(BitReader& bits, std::span<Xapian::termpos> places, std::size_t begin, std::size_t last) {
  while (begin + 1 < last) {
    const std::size_t middle = begin + (last - begin) / 2;
    const std::uint64_t lowest = places[begin] + (middle - begin);
    const std::uint64_t choices = places[last] - places[begin] - (last - begin) + 1;
    places[middle] = static_cast<Xapian::termpos>(lowest + bits.below(choices));
    read_between(bits, places, begin, middle);
    begin = middle;
  }
}

/// Takes a number off the front.
Xapian::termpos take_last_place(std::string_view& bytes) {
  constexpr unsigned kMostBits = 35;
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < kMostBits && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= std::uint64_t{byte & 0x7fU} << shift;
    if (byte < 0x80) return static_cast<Xapian::termpos>(number);
  }
  damaged_places();
}

}  // namespace

PlacesOfTerm::PlacesOfTerm(const GlassTable& positions, std::string_view term) : cursor_(positions) {
  glass::append_sortable_term(key_, term);
  key_.push_back('\0');
  term_size_ = key_.size();
}

PlacesOfTerm::PlacesOfTerm(const Segment& segment, std::string_view term)
    : PlacesOfTerm(segment.positions, is_title_term(term) ? term.substr(prefix::kTitle.size()) : term) {
  if (!is_title_term(term)) return;
  titles_ = segment.database.postlist_begin(std::string(term));
  titles_end_ = segment.database.postlist_end(std::string(term));
}

Xapian::docid PlacesOfTerm::seek(Xapian::docid docid) {
  if (!titles_) return seek_places(docid);
  while (true) {
    if (*titles_ != titles_end_) titles_->skip_to(docid);
    if (*titles_ == titles_end_) return 0;
    docid = **titles_;
    const Xapian::docid found = seek_places(docid);
    if (found == docid || found == 0) return found;
    docid = found;  // only in a damaged segment: where the word is in the title, it is in the article
  }
}

EncodedPlaces PlacesOfTerm::encoded(std::string& buffer) const {
  EncodedPlaces places{cursor_.tag(buffer)};
  if (titles_) places.at_most = titles_->get_wdf();
  return places;
}

Xapian::docid PlacesOfTerm::seek_places(Xapian::docid docid) {
  key_.resize(term_size_);
  glass::append_sortable_docid(key_, docid);
  if (!cursor_.seek(key_)) return 0;
  const std::string_view found = cursor_.key();
  if (found.substr(0, term_size_) != std::string_view(key_).substr(0, term_size_)) return 0;
  return docid_of(found.substr(term_size_));
}

namespace {

void read_all_places(std::string_view encoded, std::vector<Xapian::termpos>& places) {
  constexpr std::size_t kMost = std::size_t{1} << 26;  // more would be 256 MB
  const Xapian::termpos last = take_last_place(encoded);
  if (encoded.empty()) return places.push_back(last);
  if (last == 0) damaged_places();
  BitReader bits(encoded);
  const Xapian::termpos first = bits.below(last);
  const std::size_t count = std::size_t{bits.below(last - first)} + 2;
  if (count > kMost) damaged_places();
  const std::size_t before = places.size();
  places.resize(before + count);
  const std::span<Xapian::termpos> all = std::span(places).subspan(before);
  all.front() = first;
  all.back() = last;
  read_between(bits, all, 0, count - 1);
}

}  // namespace

void read_places(EncodedPlaces encoded, std::vector<Xapian::termpos>& places) {
  const std::size_t before = places.size();
  read_all_places(encoded.bytes, places);
  if (places.size() - before > encoded.at_most) places.resize(before + encoded.at_most);
}

}  // namespace broadsheet
