// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/feedback.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "searcher/match/bm25.h"
#include "searcher/match/rarity.h"
#include "searcher/ranking/article_stems.h"

namespace broadsheet {
namespace {

using Leaf = std::pair<PlannedQuery::Kind, std::string>;  // the kind and the term

Leaf leaf_of(const PlannedQuery& stem) {
  return {stem.kind, stem.term};
}

/// By their rarity, those that tell most first.
std::vector<FeedbackTerm> weighed(const Archive& archive, const std::map<Leaf, double>& shares,
                                  const RankingParameters& parameters) {
  Bm25 bm25(archive, parameters);
  std::vector<FeedbackTerm> terms;
  for (const auto& [leaf, share] : shares) {
    PlannedQuery stem{leaf.first, leaf.second};
    const double rarity = rarity_of(bm25.frequency(stem), archive.all().get_doccount());
    terms.push_back({std::move(stem), share * rarity});
  }
  std::stable_sort(terms.begin(), terms.end(),
                   [](const FeedbackTerm& a, const FeedbackTerm& b) { return a.weight > b.weight; });
  if (terms.size() > parameters.feedback_terms) terms.resize(parameters.feedback_terms);
  return terms;
}

}  // namespace

std::vector<FeedbackTerm> feedback_terms(const Archive& archive, const std::vector<RankedArticle>& ranked,
                                         const RankingParameters& parameters) {
  std::map<Leaf, double> shares;
  for (std::size_t i = 0; i < std::min(ranked.size(), parameters.feedback_articles); ++i) {
    const std::vector<ArticleStem> stems = article_stems(archive, ranked[i].location);
    double length = 0;
    for (const ArticleStem& stem : stems) length += stem.times;
    for (const ArticleStem& stem : stems) shares[leaf_of(stem.leaf)] += ranked[i].score * stem.times / length;
  }
  std::vector<FeedbackTerm> terms = weighed(archive, shares, parameters);
  double sum = 0;
  for (const FeedbackTerm& term : terms) sum += term.weight;
  for (FeedbackTerm& term : terms) term.weight /= sum;
  return terms;
}

}  // namespace broadsheet
