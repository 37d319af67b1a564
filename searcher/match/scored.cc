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
  auto other = others.begin();
  return narrowed_to(std::move(all), [&](Xapian::docid docid) {
    while (other != others.end() && *other < docid) ++other;
    return other == others.end() || *other != docid;
  });
}

namespace {

/// A part of two that are joined.
struct Reader {
  const Scored& part;
  std::size_t at = 0;

  bool at_end() const { return at == part.docids.size(); }
  Xapian::docid docid() const { return part.docids[at]; }
  double score(bool is_here) const { return part.scores.empty() ? 0 : part.scores[at] * is_here; }
};

/// Without branches on which of them is next: nobody can predict it.
template <bool kWithScores>
Scored merged(const Scored& first, const Scored& second, Joining joining) {
  Scored both;
  both.docids.resize(first.docids.size() + second.docids.size());
  if (kWithScores) both.scores.resize(both.docids.size());
  std::size_t size = 0;
  Reader a{first};
  Reader b{second};
  for (; !a.at_end() && !b.at_end(); ++size) {
    const Xapian::docid of_a = a.docid();
    const Xapian::docid of_b = b.docid();
    both.docids[size] = std::min(of_a, of_b);
    if (kWithScores) {
      const double score_a = a.score(of_a <= of_b);
      const double score_b = b.score(of_b <= of_a);
      both.scores[size] = joining == Joining::Sum ? score_a + score_b : std::max(score_a, score_b);
    }
    a.at += of_a <= of_b;
    b.at += of_b <= of_a;
  }
  for (Reader* rest : {&a, &b}) {
    for (; !rest->at_end(); ++rest->at, ++size) {
      both.docids[size] = rest->docid();
      if (kWithScores) both.scores[size] = rest->score(true);
    }
  }
  both.docids.resize(size);
  if (kWithScores) both.scores.resize(size);
  return both;
}

}  // namespace

Scored joined(Scored a, Scored b, Joining joining) {
  if (a.docids.empty()) return b;
  if (b.docids.empty()) return a;
  return a.scores.empty() && b.scores.empty() ? merged<false>(a, b, joining) : merged<true>(a, b, joining);
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
