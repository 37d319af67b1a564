// SPDX-License-Identifier: GPL-2.0-or-later
//
// Keys and chunks of the postlist table: common/glass_format.h.
#include "searcher/archive/postings.h"

#include "common/glass_format.h"

namespace broadsheet {
namespace {

[[noreturn]] void damaged_list() {
  throw Xapian::DatabaseCorruptError("a posting list of a segment is damaged");
}

}  // namespace

PostingList::PostingList(const GlassTable& postings, Xapian::docid last_docid, std::string_view term)
    : cursor_(postings), last_docid_(last_docid) {
  if (term.empty()) return;
  glass::append_sortable_term(key_, term);
  if (!cursor_.seek(key_) || cursor_.key() != key_) return;
  rest_ = cursor_.tag(buffer_);
  frequency_ = static_cast<Xapian::doccount>(take());
  take();  // occurrences
  open_chunk(take() + 1);
  key_.push_back('\0');
}

/// Takes a number off the front.
std::uint64_t PostingList::take() {
  constexpr unsigned kMostBits = 35;
  std::uint64_t number = 0;
  std::size_t at = 0;
  for (unsigned shift = 0; shift < kMostBits && at < rest_.size(); shift += 7) {
    const auto byte = static_cast<unsigned char>(rest_[at++]);
    number |= std::uint64_t{byte & 0x7fU} << shift;
    if (byte >= 0x80) continue;
    rest_.remove_prefix(at);
    return number;
  }
  damaged_list();
}

void PostingList::open_chunk(std::uint64_t first_docid) {
  if (rest_.empty()) damaged_list();
  is_last_chunk_ = rest_.front() == '1';
  rest_.remove_prefix(1);
  const std::uint64_t last = first_docid + take();
  if (last > last_docid_) damaged_list();
  last_of_chunk_ = static_cast<Xapian::docid>(last);
  docid_ = static_cast<Xapian::docid>(first_docid);
  wdf_ = static_cast<std::uint32_t>(take());
}

void PostingList::advance() {
  const std::uint64_t docid = std::uint64_t{docid_} + take() + 1;
  if (docid > last_of_chunk_) damaged_list();
  docid_ = static_cast<Xapian::docid>(docid);
  wdf_ = static_cast<std::uint32_t>(take());
}

void PostingList::next_chunk() {
  if (is_last_chunk_) {
    docid_ = kEnd;
    return;
  }
  if (!cursor_.next() || !cursor_.key().starts_with(key_)) damaged_list();
  const std::string_view docid = cursor_.key().substr(key_.size());
  if (!glass::is_sortable_docid(docid)) damaged_list();
  const Xapian::docid first = glass::sortable_docid(docid);
  if (first <= last_of_chunk_) damaged_list();
  rest_ = cursor_.tag(buffer_);
  open_chunk(first);
}

void PostingList::skip_to(Xapian::docid docid) {
  while (docid_ < docid && last_of_chunk_ < docid && docid_ != kEnd) next_chunk();
  while (docid_ < docid) next();
}

Xapian::doccount stem_frequency(const Segment& segment, const std::string& stem_term) {
  if (const auto count = segment.columns.frequent_postings().count(stem_term)) return *count;
  Xapian::doccount articles = 0;
  for (StemPostings at(segment, stem_term); at.docid() != StemPostings::kEnd; at.next()) ++articles;
  return articles;
}

Xapian::doccount stem_frequency(const Archive& archive, const std::string& stem_term) {
  Xapian::doccount articles = 0;
  for (const Segment& segment : archive.segments()) articles += stem_frequency(segment, stem_term);
  return articles;
}

}  // namespace broadsheet
