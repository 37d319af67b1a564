// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/term_filter.h"

#include "common/hash.h"
#include "common/schema.h"

namespace broadsheet {
namespace {

constexpr std::size_t kTermsPerWord = 4;

void append_terms(const Xapian::Database& segment, std::string_view prefix,
                  std::vector<std::uint64_t>& hashes) {
  const std::string start(prefix);
  for (auto term = segment.allterms_begin(start); term != segment.allterms_end(start); ++term)
    hashes.push_back(hash64(*term));
}

}  // namespace

TermFilter::TermFilter(const std::vector<std::uint64_t>& hashes) : words_(hashes.size() / kTermsPerWord + 1) {
  for (const std::uint64_t hash : hashes) words_[place_of(hash)] |= bits_of(hash);
}

std::uint64_t TermFilter::bits_of(std::uint64_t hash) {
  std::uint64_t bits = 0;
  for (unsigned shift = 0; shift < 24; shift += 6) bits |= std::uint64_t{1} << (hash >> shift & 63);
  return bits;
}

TermFilter filter_of(const Xapian::Database& segment, const Columns& columns) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(columns.last_docid());
  for (Xapian::docid docid = 1; docid <= columns.last_docid(); ++docid) {
    if (columns.is_live(docid))
      hashes.push_back(hash64(make_term(prefix::kIdentity, columns.identity(docid))));
  }
  append_terms(segment, prefix::kSuperseded, hashes);
  append_terms(segment, prefix::kReplaces, hashes);
  return TermFilter(hashes);
}

}  // namespace broadsheet
