// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/ranking.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

#include "searcher/ranking/feedback.h"
#include "searcher/ranking/proximity.h"
#include "searcher/ranking/recency.h"

namespace broadsheet {
namespace {

double rounded(double score) {
  constexpr int kDigits = 9;
  std::array<char, 40> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), score, std::chars_format::scientific, kDigits - 1)
          .ptr;
  std::from_chars(text.data(), end, score);
  return score;
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
    for (Xapian::docid docid : selected[s]) articles.push_back({{s, docid}});
  }
  return page_of(std::move(articles), Order(archive, order), offset, limit);
}

/// What is ranked: articles with scores, all of them or the selected ones among them.
struct Candidates {
  const ScoredSet& found;
  const MatchSet* selected = nullptr;  // all of them found

  template <typename Use>
  void for_each(Use use) const {
    for (std::uint32_t s = 0; s < found.size(); ++s) {
      const Scored& all = found[s];
      if (selected == nullptr || (*selected)[s].size() == all.docids.size()) {
        for (std::size_t i = 0; i < all.docids.size(); ++i) use(Location{s, all.docids[i]}, all.score(i));
        continue;
      }
      std::size_t i = 0;
      for (Xapian::docid docid : (*selected)[s]) {
        while (all.docids[i] != docid) ++i;
        use(Location{s, docid}, all.score(i));
      }
    }
  }
};

/// What an article must score to be among the best of those seen; less than any until there are so many.
class Threshold {
 public:
  explicit Threshold(std::uint64_t number) : number_(number) {}

  void add(double score) {
    if (best_.size() == number_) {
      if (score <= best_.front()) return;
      std::pop_heap(best_.begin(), best_.end(), std::greater<>());
      best_.pop_back();
    }
    best_.push_back(score);
    std::push_heap(best_.begin(), best_.end(), std::greater<>());
    if (best_.size() == number_) least_ = best_.front() * (1 - kRounding);
  }

  /// Scores that are equal when rounded pass alike.
  double least() const { return least_; }

 private:
  static constexpr double kRounding = 1e-7;

  std::uint64_t number_;
  std::vector<double> best_;  // a heap, its least first
  double least_ = 0;
};

/// The first ones, in order. Scores that are equal when rounded are ordered by date and identity.
std::vector<RankedArticle> best_of(const Archive& archive, const Candidates& candidates,
                                   const Recency& recency, std::uint64_t number) {
  Threshold threshold(number);
  std::vector<RankedArticle> articles;
  candidates.for_each([&](Location at, double score) {
    if (score < threshold.least()) return;  // no factor is above 1
    score *= recency.factor(at);
    if (score < threshold.least()) return;
    threshold.add(score);
    articles.push_back({at, score});
  });
  std::erase_if(articles, [&](const RankedArticle& article) { return article.score < threshold.least(); });
  for (RankedArticle& article : articles) article.score = rounded(article.score);
  return page_of(std::move(articles), Order(archive, SortOrder::Relevance), 0, number);
}

/// The first articles get what nearness adds. It never takes away, so they stay before the others.
void add_nearness(const Archive& archive, const Scoring& scoring, const Recency& recency,
                  std::vector<RankedArticle>& ranked) {
  if (scoring.words.size() < 2) return;
  const std::size_t depth = std::min(ranked.size(), scoring.parameters.depth);
  std::vector<RankedArticle> first(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(depth));
  const auto added = nearness_scores(archive, scoring.words, first, scoring.parameters);
  for (std::size_t i = 0; i < depth; ++i) {
    first[i].nearness = rounded(added[i]);
    first[i].score = rounded(first[i].score + added[i] * recency.factor(first[i].location));
  }
  std::sort(first.begin(), first.end(), Order(archive, SortOrder::Relevance));
  std::move(first.begin(), first.end(), ranked.begin());
}

Scoring beside_feedback(Scoring scoring) {
  scoring.parameters.nearness = scoring.parameters.nearness_with_feedback;
  return scoring;
}

/// The terms' shares beside that of the words as typed, whose weights are one each.
PlannedQuery scaled(const std::vector<FeedbackTerm>& terms, const Scoring& scoring) {
  const auto words = static_cast<double>(std::max<std::size_t>(scoring.words.size(), 1));
  std::vector<PlannedQuery> parts;
  for (const FeedbackTerm& term : terms) {
    parts.push_back(PlannedQuery::scaled(term.stem, (1 - scoring.parameters.original) * words * term.weight));
  }
  return PlannedQuery::of(PlannedQuery::Kind::Or, std::move(parts));
}

std::vector<RankedArticle> best_for(const Archive& archive, const Scoring& scoring, const MatchSet& selected,
                                    const Recency& recency, std::uint64_t number) {
  if (!scoring.feedback && scoring.found != nullptr)
    return best_of(archive, {*scoring.found, &selected}, recency, number);
  const PlannedQuery query = scoring.feedback ? with_feedback(archive, scoring, selected) : scoring.query;
  return best_of(archive, {find_scored_among(archive, query, scoring.parameters, selected)}, recency, number);
}

void tell_age(const Recency& recency, std::vector<RankedArticle>& ranked) {
  for (RankedArticle& article : ranked) {
    const double factor = recency.factor(article.location);
    if (factor < 1) article.age = article.score - article.score / factor;
  }
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
  const Recency recency(archive, selected, scoring.recency);
  std::vector<RankedArticle> ranked = best_for(archive, scoring, selected, recency, number);
  add_nearness(archive, scoring, recency, ranked);
  tell_age(recency, ranked);
  const auto at = [&](std::uint64_t i) { return ranked.begin() + static_cast<std::ptrdiff_t>(i); };
  return {at(std::min<std::uint64_t>(offset, ranked.size())),
          at(std::min<std::uint64_t>(end, ranked.size()))};
}

PlannedQuery with_feedback(const Archive& archive, const Scoring& scoring, const MatchSet& selected,
                           PlannedQuery* terms) {
  Scoring first_pass = beside_feedback(scoring);
  first_pass.feedback = false;
  first_pass.recency = 0;  // what the words are about does not depend on the day
  const auto first =
      rank(archive, first_pass, selected, SortOrder::Relevance, 0, scoring.parameters.feedback_articles);
  PlannedQuery added = scaled(feedback_terms(archive, first, scoring.parameters), scoring);
  if (terms != nullptr) *terms = added;
  PlannedQuery typed = PlannedQuery::scaled(scoring.query, scoring.parameters.original);
  if (added.kind == PlannedQuery::Kind::Nothing) return typed;
  return PlannedQuery::of(PlannedQuery::Kind::Maybe, {std::move(typed), std::move(added)});
}

std::vector<double> scores_of(const Archive& archive, const PlannedQuery& part,
                              const RankingParameters& parameters,
                              const std::vector<RankedArticle>& articles) {
  MatchSet chosen(archive.segments().size());
  for (const RankedArticle& article : articles)
    chosen[article.location.segment].push_back(article.location.docid);
  for (auto& docids : chosen) std::sort(docids.begin(), docids.end());
  const ScoredSet scored = find_scored_among(archive, part, parameters, chosen);
  std::vector<double> scores;
  for (const RankedArticle& article : articles) {
    const Scored& segment = scored[article.location.segment];
    const auto found = std::lower_bound(segment.docids.begin(), segment.docids.end(), article.location.docid);
    const bool matches = found != segment.docids.end() && *found == article.location.docid;
    scores.push_back(
        matches ? rounded(segment.score(static_cast<std::size_t>(found - segment.docids.begin()))) : 0);
  }
  return scores;
}

}  // namespace broadsheet
