// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/scored.h"

#include <algorithm>
#include <bit>

namespace broadsheet {

Scored narrowed(Scored all, const Scored& within, Scores scores) {
  const bool adds = scores == Scores::Added && !within.scores.empty();
  if (adds && all.scores.empty()) all.scores.assign(all.docids.size(), 0);
  std::size_t kept = 0;
  std::size_t i = 0;
  for (std::size_t j = 0; j < within.docids.size(); ++j) {
    while (all.docids[i] != within.docids[j]) ++i;
    all.docids[kept] = all.docids[i];
    if (!all.scores.empty()) all.scores[kept] = all.scores[i] + (adds ? within.scores[j] : 0);
    ++kept;
  }
  all.docids.resize(kept);
  if (!all.scores.empty()) all.scores.resize(kept);
  return all;
}

Scored without(Scored all, const Docids& others) {
  std::size_t kept = 0;
  auto other = others.begin();
  for (std::size_t i = 0; i < all.docids.size(); ++i) {
    while (other != others.end() && *other < all.docids[i]) ++other;
    if (other != others.end() && *other == all.docids[i]) continue;
    all.docids[kept] = all.docids[i];
    if (!all.scores.empty()) all.scores[kept] = all.scores[i];
    ++kept;
  }
  all.docids.resize(kept);
  if (!all.scores.empty()) all.scores.resize(kept);
  return all;
}

Scored joined(const Scored& a, const Scored& b, Joining joining) {
  const bool with_scores = !a.scores.empty() || !b.scores.empty();
  Scored both;
  both.docids.reserve(a.docids.size() + b.docids.size());
  if (with_scores) both.scores.reserve(a.docids.size() + b.docids.size());
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.docids.size() || j < b.docids.size()) {
    const bool has_a = i < a.docids.size() && (j == b.docids.size() || a.docids[i] <= b.docids[j]);
    const bool has_b = j < b.docids.size() && (i == a.docids.size() || b.docids[j] <= a.docids[i]);
    both.docids.push_back(has_a ? a.docids[i] : b.docids[j]);
    const double of_a = has_a ? a.score(i++) : 0;
    const double of_b = has_b ? b.score(j++) : 0;
    if (with_scores) both.scores.push_back(joining == Joining::Sum ? of_a + of_b : std::max(of_a, of_b));
  }
  return both;
}

void DenseUnion::add(const Scored& part) {
  for (Xapian::docid docid : part.docids) words_[docid / 64] |= std::uint64_t{1} << docid % 64;
  if (scores_.empty() || part.scores.empty()) return;
  for (std::size_t i = 0; i < part.docids.size(); ++i) {
    double& score = scores_[part.docids[i]];
    score = joining_ == Joining::Sum ? score + part.scores[i] : std::max(score, part.scores[i]);
  }
}

Scored DenseUnion::take() const {
  Scored all;
  for (std::size_t word = 0; word < words_.size(); ++word) {
    for (std::uint64_t bits = words_[word]; bits != 0; bits &= bits - 1)
      all.docids.push_back(
          static_cast<Xapian::docid>(word * 64 + static_cast<unsigned>(std::countr_zero(bits))));
  }
  if (scores_.empty()) return all;
  all.scores.reserve(all.docids.size());
  for (Xapian::docid docid : all.docids) all.scores.push_back(scores_[docid]);
  return all;
}

}  // namespace broadsheet
