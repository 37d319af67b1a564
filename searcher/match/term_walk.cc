// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/term_walk.h"

#include <algorithm>

namespace broadsheet {

Scored TermWalk::walk(const PlannedQuery& leaf, const Docids* among, double factor) {
  size_ = 0;
  if (among != nullptr) make_room(among->size());
  if (leaf.kind == PlannedQuery::Kind::Stem) {
    gather_stem(leaf.term, among);
  } else {
    gather<PostingList>({segment_, leaf.term}, among);
  }
  Scored found;
  found.docids.assign(docids_.begin(), docids_.begin() + static_cast<std::ptrdiff_t>(size_));
  if (factor == 0 || size_ == 0) return found;
  const double weight = factor * bm25_.weight(leaf);
  found.scores.resize(size_);
  for (std::size_t i = 0; i < size_; ++i)
    found.scores[i] = bm25_.score(weight, times_[i], word_counts_[docids_[i]]);
  return found;
}

void TermWalk::make_room(std::size_t postings) {
  if (docids_.size() >= postings) return;
  docids_.resize(postings);
  times_.resize(postings);
}

void TermWalk::gather_stem(const std::string& term, const Docids* among) {
  constexpr std::size_t kFew = 32;  // times fewer than the list has: leaps are quicker
  const FrequentPostings frequent = segment_.columns.frequent_postings();
  const auto count = frequent.count(term);
  const bool leaps = among != nullptr && count && among->size() * kFew <= *count;
  const auto list = count && !leaps ? frequent.find(term) : std::nullopt;
  if (!list) return gather<StemPostings>({segment_, term}, among);
  if (among != nullptr) return look_up(*list, *among);
  make_room(list->count);
  frequent.for_each(*list, [&](Xapian::docid docid, std::uint32_t times) { add(docid, times); });
}

template <typename Postings>
void TermWalk::gather(Postings postings, const Docids* among) {
  if (among == nullptr) {
    for (; postings.docid() != Postings::kEnd; postings.next()) {
      if (size_ == docids_.size()) make_room(2 * size_ + 64);
      add(postings.docid(), postings.wdf());
    }
    return;
  }
  for (const Xapian::docid docid : *among) {
    postings.skip_to(docid);
    if (postings.docid() == Postings::kEnd) return;
    if (postings.docid() == docid) add(docid, postings.wdf());
  }
}

void TermWalk::look_up(const FrequentPostings::Found& list, const Docids& among) {
  constexpr std::uint32_t kMany = 255;
  times_in_.assign(word_counts_.size(), 0);
  std::vector<std::pair<Xapian::docid, std::uint32_t>> many;  // ascending
  segment_.columns.frequent_postings().for_each(list, [&](Xapian::docid docid, std::uint32_t times) {
    times_in_[docid] = static_cast<std::uint8_t>(std::min(times, kMany));
    if (times >= kMany) many.emplace_back(docid, times);
  });
  for (Xapian::docid docid : among) {
    std::uint32_t times = times_in_[docid];
    if (times == 0) continue;
    if (times == kMany) times = std::lower_bound(many.begin(), many.end(), std::pair(docid, 0u))->second;
    add(docid, times);
  }
}

}  // namespace broadsheet
