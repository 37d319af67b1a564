// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/feedback.h"

#include <algorithm>
#include <map>

#include "searcher/match/rarity.h"

namespace broadsheet {
namespace {

using Weights = std::map<std::string, double>;

/// A stem of the text; those of the title alone have another prefix.
bool is_text_stem(const std::string& term) {
  return term.size() > 1 && term.starts_with(prefix::kStem) && !(term[1] >= 'A' && term[1] <= 'Z');
}

/// How often each stem occurs in an article, by its share of the article's stems.
Weights shares_of(const Xapian::Database& segment, Xapian::docid docid) {
  Weights shares;
  double length = 0;
  auto term = segment.termlist_begin(docid);
  for (term.skip_to(std::string(prefix::kStem)); term != segment.termlist_end(docid); ++term) {
    if (!(*term).starts_with(prefix::kStem)) break;
    if (!is_text_stem(*term)) continue;
    shares[*term] = term.get_wdf();
    length += term.get_wdf();
  }
  for (auto& [name, share] : shares) share /= length;
  return shares;
}

}  // namespace

std::vector<FeedbackTerm> feedback_terms(const Archive& archive, const std::vector<RankedArticle>& ranked,
                                         const RankingParameters& parameters) {
  Weights weights;
  for (std::size_t i = 0; i < std::min(ranked.size(), parameters.feedback_articles); ++i) {
    const Location at = ranked[i].location;
    for (const auto& [term, share] : shares_of(archive.segments()[at.segment].database, at.docid))
      weights[term] += ranked[i].score * share;
  }
  std::vector<FeedbackTerm> terms;
  for (const auto& [term, weight] : weights) {
    terms.push_back(
        {term, weight * rarity_of(archive.all().get_termfreq(term), archive.all().get_doccount())});
  }
  std::stable_sort(terms.begin(), terms.end(),
                   [](const FeedbackTerm& a, const FeedbackTerm& b) { return a.weight > b.weight; });
  if (terms.size() > parameters.feedback_terms) terms.resize(parameters.feedback_terms);
  double sum = 0;
  for (const FeedbackTerm& term : terms) sum += term.weight;
  for (FeedbackTerm& term : terms) term.weight /= sum;
  return terms;
}

}  // namespace broadsheet
