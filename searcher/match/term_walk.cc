// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/term_walk.h"

#include <algorithm>

namespace broadsheet {

Scored TermWalk::walk(const std::string& term, const Docids* among, double factor) {
  size_ = 0;
  if (among == nullptr) {
    gather_all(term);
  } else {
    gather_among(term, *among);
  }
  Scored found;
  found.docids.assign(docids_.begin(), docids_.begin() + static_cast<std::ptrdiff_t>(size_));
  if (factor == 0 || size_ == 0) return found;
  const double weight = factor * bm25_.weight(term);
  found.scores.resize(size_);
  for (std::size_t i = 0; i < size_; ++i)
    found.scores[i] = bm25_.score(weight, times_[i], lengths_[docids_[i]]);
  return found;
}

void TermWalk::make_room(std::size_t postings) {
  if (docids_.size() >= postings) return;
  docids_.resize(postings);
  times_.resize(postings);
}

void TermWalk::gather_all(const std::string& term) {
  const FrequentPostings frequent = segment_.columns.frequent_postings();
  if (const auto list = frequent.find(term)) {
    make_room(list->count);
    frequent.for_each(*list, [&](Xapian::docid docid, std::uint32_t times) { add(docid, times); });
    return;
  }
  const auto end = segment_.database.postlist_end(term);
  for (auto at = segment_.database.postlist_begin(term); at != end; ++at) {
    make_room(size_ + 1);
    add(*at, at.get_wdf());
  }
}

void TermWalk::gather_among(const std::string& term, const Docids& among) {
  constexpr std::size_t kFew = 32;  // times fewer than the list has: leaps are quicker
  if (among.empty()) return;
  make_room(among.size());
  const FrequentPostings frequent = segment_.columns.frequent_postings();
  if (const auto count = frequent.count(term); count && *count < among.size() * kFew) {
    if (const auto list = frequent.find(term)) return look_up(*list, among);
  }
  const auto end = segment_.database.postlist_end(term);
  auto at = segment_.database.postlist_begin(term);
  if (at == end) return;
  for (Xapian::docid docid : among) {
    at.skip_to(docid);
    if (at == end) return;
    if (*at == docid) add(docid, at.get_wdf());
  }
}

void TermWalk::look_up(const FrequentPostings::Found& list, const Docids& among) {
  constexpr std::uint32_t kMany = 255;
  times_in_.assign(lengths_.size(), 0);
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
