// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "searcher/match/bm25.h"
#include "searcher/match/scored.h"

namespace broadsheet {

/// Walks the posting lists of a segment's terms and stems: those of frequent stems over the columns. Requires
/// that archive and scores outlive it. Not thread-safe.
class TermWalk {
 public:
  TermWalk(const Segment& segment, Bm25& bm25)
      : segment_(segment), word_counts_(segment.columns.word_counts()), bm25_(bm25) {}

  /// The articles of a term or stem (among: only these), each with its score times factor; without scores if
  /// that is 0.
  Scored walk(const PlannedQuery& leaf, const Docids* among, double factor);

 private:
  void gather_stem(const std::string& term, const Docids* among);
  template <typename Postings>
  void gather(Postings postings, const Docids* among);
  void look_up(const FrequentPostings::Found& list, const Docids& among);
  void make_room(std::size_t postings);
  void add(Xapian::docid docid, std::uint32_t times) {
    docids_[size_] = docid;
    times_[size_++] = times;
  }

  const Segment& segment_;
  std::span<const std::uint32_t> word_counts_;
  Bm25& bm25_;
  Docids docids_;                     // what was gathered, with room for more
  std::vector<std::uint32_t> times_;  // the same
  std::size_t size_ = 0;
  std::vector<std::uint8_t> times_in_;  // by docid: of the list that is looked up, as far as they fit
};

}  // namespace broadsheet
