// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/similar.h"

#include <algorithm>
#include <vector>

#include "searcher/match/bm25.h"
#include "searcher/ranking/article_stems.h"

namespace broadsheet {
namespace {

/// Shorter words say little.
bool may_tell(const ArticleStem& stem) {
  constexpr std::size_t kShortest = 3;  // bytes
  return word_of_stem(stem.leaf.term).size() >= kShortest;
}

std::vector<PlannedQuery> telling_stems(const Archive& archive, Location location) {
  constexpr std::size_t kStems = 30;
  Bm25 bm25(archive, {});
  const std::uint32_t words = archive.segments()[location.segment].columns.word_count(location.docid);
  std::vector<std::pair<double, PlannedQuery>> weighed;
  for (ArticleStem& stem : article_stems(archive, location)) {
    if (!may_tell(stem)) continue;
    const double score = bm25.score(bm25.weight(stem.leaf), stem.times, words);
    weighed.emplace_back(score, std::move(stem.leaf));
  }
  std::stable_sort(weighed.begin(), weighed.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<PlannedQuery> stems;
  for (std::size_t i = 0; i < std::min(kStems, weighed.size()); ++i)
    stems.push_back(std::move(weighed[i].second));
  return stems;
}

}  // namespace

PlannedQuery query_like(const Archive& archive, Location location) {
  std::string self = make_term(prefix::kIdentity, archive.identity(location));
  return PlannedQuery::of(PlannedQuery::Kind::Not,
                          {PlannedQuery::of(PlannedQuery::Kind::Or, telling_stems(archive, location)),
                           PlannedQuery::of_term(std::move(self))});
}

}  // namespace broadsheet
