// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/ranking.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "searcher/match/article_source.h"
#include "searcher/match/feedback.h"
#include "searcher/match/proximity.h"

namespace broadsheet {
namespace {

double rounded(double score) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.8e", score);
  return std::strtod(text.data(), nullptr);
}

class Order {
 public:
  Order(const Archive& archive, SortOrder order) : archive_(archive), order_(order) {}

  bool operator()(const RankedArticle& a, const RankedArticle& b) const {
    if (order_ == SortOrder::Relevance && a.score != b.score) return a.score > b.score;
    const Columns& columns_a = archive_.segments()[a.location.segment].columns;
    const Columns& columns_b = archive_.segments()[b.location.segment].columns;
    const bool dated_a = columns_a.precision(a.location.docid) != Precision::Unknown;
    const bool dated_b = columns_b.precision(b.location.docid) != Precision::Unknown;
    if (dated_a != dated_b) return dated_a;
    const auto seconds_a = columns_a.published(a.location.docid).seconds;
    const auto seconds_b = columns_b.published(b.location.docid).seconds;
    if (seconds_a != seconds_b) return (seconds_a > seconds_b) == (order_ != SortOrder::Oldest);
    return columns_a.identity(a.location.docid) < columns_b.identity(b.location.docid);
  }

 private:
  const Archive& archive_;
  SortOrder order_;
};

std::vector<RankedArticle> page_of(std::vector<RankedArticle> articles, const Order& before,
                                   std::uint64_t offset, std::uint64_t limit) {
  const std::uint64_t end = std::min<std::uint64_t>(articles.size(), offset + limit);
  if (offset >= end) return {};
  const auto at = [&](std::uint64_t i) { return articles.begin() + static_cast<std::ptrdiff_t>(i); };
  std::partial_sort(articles.begin(), at(end), articles.end(), before);
  return {at(offset), at(end)};
}

std::vector<RankedArticle> by_date(const Archive& archive, const MatchSet& selected, SortOrder order,
                                   std::uint64_t offset, std::uint64_t limit) {
  std::vector<RankedArticle> articles;
  for (std::uint32_t s = 0; s < selected.size(); ++s) {
    for (Xapian::docid docid : selected[s]) articles.push_back({{s, docid}, 0});
  }
  return page_of(std::move(articles), Order(archive, order), offset, limit);
}

Xapian::BM25Weight weighting(const RankingParameters& parameters) {
  constexpr double kNoLengthBonus = 0;  // k2
  constexpr double kQueryTerms = 1;     // k3
  constexpr double kLeastLength = 0.5;  // Xapian's default
  return Xapian::BM25Weight(parameters.k1, kNoLengthBonus, kQueryTerms, parameters.b, kLeastLength);
}

/// The best of a selection, scored by one query.
class Best {
 public:
  Best(const Archive& archive, const RankingParameters& parameters, const MatchSet& selected)
      : archive_(archive),
        parameters_(parameters),
        total_(size(selected)),
        only_selected_(query_for(archive, selected)) {}

  /// The first ones, in order. Xapian breaks ties its own way, so whole groups of equal scores are fetched
  /// and ordered here.
  std::vector<RankedArticle> first(const Xapian::Query& query, std::uint64_t number) const {
    Xapian::Enquire enquire(archive_.all());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query, only_selected_));
    enquire.set_weighting_scheme(weighting(parameters_));
    for (std::uint64_t wanted = std::min(total_, number + 20);; wanted = std::min(total_, wanted * 4)) {
      std::vector<RankedArticle> articles = fetch(enquire, static_cast<Xapian::doccount>(wanted));
      const std::uint64_t end = std::min<std::uint64_t>(articles.size(), number);
      const bool cuts_group =
          articles.size() < total_ && end > 0 && articles.back().score == articles[end - 1].score;
      if (!cuts_group || wanted >= total_)
        return page_of(std::move(articles), Order(archive_, SortOrder::Relevance), 0, number);
    }
  }

 private:
  std::vector<RankedArticle> fetch(Xapian::Enquire& enquire, Xapian::doccount wanted) const {
    std::vector<RankedArticle> articles;
    const Xapian::MSet found = enquire.get_mset(0, wanted);
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      articles.push_back({archive_.locate(*hit), rounded(hit.get_weight())});
    }
    return articles;
  }

  const Archive& archive_;
  const RankingParameters& parameters_;
  std::uint64_t total_;
  Xapian::Query only_selected_;
};

/// The first articles get what nearness adds. It never takes away, so they stay before the others.
void add_nearness(const Archive& archive, const Scoring& scoring, std::vector<RankedArticle>& ranked) {
  if (scoring.words.size() < 2) return;
  const std::size_t depth = std::min(ranked.size(), scoring.parameters.depth);
  std::vector<RankedArticle> first(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(depth));
  const auto added = nearness_scores(archive, scoring.words, first, scoring.parameters);
  for (std::size_t i = 0; i < depth; ++i) {
    first[i].nearness = rounded(added[i]);
    first[i].score = rounded(first[i].score + added[i]);
  }
  std::sort(first.begin(), first.end(), Order(archive, SortOrder::Relevance));
  std::move(first.begin(), first.end(), ranked.begin());
}

Scoring beside_feedback(Scoring scoring) {
  scoring.parameters.nearness = scoring.parameters.nearness_with_feedback;
  return scoring;
}

/// The terms' shares beside that of the words as typed, whose weights are one each.
Xapian::Query scaled(const std::vector<FeedbackTerm>& terms, const Scoring& scoring) {
  const auto words = static_cast<double>(std::max<std::size_t>(scoring.words.size(), 1));
  std::vector<Xapian::Query> parts;
  for (const FeedbackTerm& term : terms) {
    parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term.term),
                       (1 - scoring.parameters.original) * words * term.weight);
  }
  return Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end());
}

}  // namespace

std::vector<RankedArticle> rank(const Archive& archive, const Scoring& asked, const MatchSet& selected,
                                SortOrder order, std::uint64_t offset, std::uint64_t limit) {
  const std::uint64_t total = size(selected);
  if (offset >= total || limit == 0) return {};
  if (order != SortOrder::Relevance) return by_date(archive, selected, order, offset, limit);
  const Scoring scoring = asked.feedback ? beside_feedback(asked) : asked;
  const bool looks_deeper = scoring.words.size() > 1;
  const std::uint64_t end = std::min(total, offset + limit);
  const std::uint64_t number = looks_deeper ? std::max<std::uint64_t>(end, scoring.parameters.depth) : end;
  const Xapian::Query query = scoring.feedback ? with_feedback(archive, scoring, selected) : scoring.query;
  std::vector<RankedArticle> ranked = Best(archive, scoring.parameters, selected).first(query, number);
  add_nearness(archive, scoring, ranked);
  const auto at = [&](std::uint64_t i) { return ranked.begin() + static_cast<std::ptrdiff_t>(i); };
  return {at(std::min<std::uint64_t>(offset, ranked.size())),
          at(std::min<std::uint64_t>(end, ranked.size()))};
}

Xapian::Query with_feedback(const Archive& archive, const Scoring& scoring, const MatchSet& selected,
                            Xapian::Query* terms) {
  Scoring first_pass = beside_feedback(scoring);
  first_pass.feedback = false;
  const auto first =
      rank(archive, first_pass, selected, SortOrder::Relevance, 0, scoring.parameters.feedback_articles);
  const Xapian::Query added = scaled(feedback_terms(archive, first, scoring.parameters), scoring);
  if (terms != nullptr) *terms = added;
  const Xapian::Query typed(Xapian::Query::OP_SCALE_WEIGHT, scoring.query, scoring.parameters.original);
  return added.empty() ? typed : Xapian::Query(Xapian::Query::OP_AND_MAYBE, typed, added);
}

std::vector<double> scores_of(const Archive& archive, const Xapian::Query& part,
                              const RankingParameters& parameters,
                              const std::vector<RankedArticle>& articles) {
  MatchSet chosen(archive.segments().size());
  for (const RankedArticle& article : articles)
    chosen[article.location.segment].push_back(article.location.docid);
  for (auto& docids : chosen) std::sort(docids.begin(), docids.end());
  const auto scored = Best(archive, parameters, chosen).first(part, articles.size());
  std::vector<double> scores;
  for (const RankedArticle& article : articles) {
    const auto found = std::find_if(scored.begin(), scored.end(), [&](const RankedArticle& other) {
      return other.location == article.location;
    });
    scores.push_back(found == scored.end() ? 0 : found->score);
  }
  return scores;
}

std::string describe(const Xapian::Query& query) {
  return query.get_description();
}

}  // namespace broadsheet
