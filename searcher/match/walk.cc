// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/walk.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "searcher/match/bm25.h"
#include "searcher/match/language_choice.h"
#include "searcher/match/match_set.h"
#include "searcher/match/phrase_walk.h"
#include "searcher/match/selection.h"
#include "searcher/match/term_walk.h"

namespace broadsheet {
namespace {

constexpr double kUnscored = 0;

/// Walks one segment. A part is asked for all its articles, or only for those among some; factor is what its
/// scores are multiplied by, 0 if none are wanted.
class SegmentWalk {
  using Kind = PlannedQuery::Kind;

 public:
  SegmentWalk(const Archive& archive, std::uint32_t number, Bm25& bm25)
      : archive_(archive),
        number_(number),
        segment_(archive.segments()[number]),
        bm25_(bm25),
        terms_(segment_, bm25) {}

  Scored walk(const PlannedQuery& query, const Docids* among, double factor) {
    factor *= query.scale;
    switch (query.kind) {
      case Kind::Nothing:
        return {};
      case Kind::Term:
      case Kind::Stem:
        return terms_.walk(query, among, factor);
      case Kind::And:
        return all_of(query, among, factor);
      case Kind::Or:
        return any_of(query, among, factor, Joining::Sum);
      case Kind::Max:
        return any_of(query, among, factor, Joining::Highest);
      case Kind::Not:
        return first_without_rest(query, among, factor);
      case Kind::Maybe:
        return first_with_rest(query, among, factor);
      case Kind::Filter:
        return filtered(query, among, factor);
      case Kind::Phrase:
        return phrase(query, among, factor);
      case Kind::Articles:
        return chosen((*query.articles)[number_], among);
      case Kind::All:
        return that_are(among, [](Xapian::docid) { return true; });
      case Kind::Languages:
        return in_languages(query.languages, among);
      case Kind::Days:
        return that_are(among, [&](Xapian::docid docid) {
          return date_fit(query.days, segment_.columns, docid) == DateFit::Inside;
        });
    }
    return {};
  }

 private:
  /// The children, those with the fewest articles first.
  std::vector<const PlannedQuery*> rarest_first(const PlannedQuery& query) {
    std::vector<std::pair<double, const PlannedQuery*>> order;
    for (const PlannedQuery& child : query.children) order.emplace_back(most_articles(child), &child);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const PlannedQuery*> children;
    for (const auto& [articles, child] : order) children.push_back(child);
    return children;
  }

  /// Of the archive, so that sums are made in the same order in every segment.
  double most_articles(const PlannedQuery& query) {
    double most = 0;
    switch (query.kind) {
      case Kind::Nothing:
        return 0;
      case Kind::Term:
      case Kind::Stem:
        return bm25_.frequency(query);
      case Kind::Or:
      case Kind::Max:
        for (const PlannedQuery& child : query.children) most += most_articles(child);
        return most;
      case Kind::Not:
      case Kind::Maybe:
        return most_articles(query.children.front());
      case Kind::And:
      case Kind::Filter:
      case Kind::Phrase:
        most = std::numeric_limits<double>::max();
        for (const PlannedQuery& child : query.children) most = std::min(most, most_articles(child));
        return most;
      case Kind::Articles:
        return static_cast<double>(size(*query.articles));
      default:  // read from columns, quickly, where the others are
        return std::numeric_limits<double>::max();
    }
  }

  Scored all_of(const PlannedQuery& query, const Docids* among, double factor) {
    std::optional<Scored> found;
    for (const PlannedQuery* child : rarest_first(query)) {
      if (!found) {
        found = walk(*child, among, factor);
      } else {
        const Scored next = walk(*child, &found->docids, factor);
        found = narrowed(std::move(*found), next, Scores::Added);
      }
      if (found->docids.empty()) break;
    }
    return found ? std::move(*found) : Scored{};
  }

  Scored any_of(const PlannedQuery& query, const Docids* among, double factor, Joining joining) {
    constexpr std::size_t kFew = 3;
    if (query.children.size() <= kFew) {
      Scored found;
      for (const PlannedQuery& child : query.children)
        found = &child == &query.children.front()
                    ? walk(child, among, factor)
                    : joined(std::move(found), walk(child, among, factor), joining);
      return found;
    }
    DenseUnion found(segment_.columns.last_docid(), joining, factor != kUnscored);
    for (const PlannedQuery& child : query.children) found.add(walk(child, among, factor));
    return found.take();
  }

  Scored first_without_rest(const PlannedQuery& query, const Docids* among, double factor) {
    Scored found = walk(query.children.front(), among, factor);
    for (std::size_t i = 1; i < query.children.size() && !found.docids.empty(); ++i) {
      const Scored next = walk(query.children[i], &found.docids, kUnscored);
      found = without(std::move(found), next.docids);
    }
    return found;
  }

  Scored first_with_rest(const PlannedQuery& query, const Docids* among, double factor) {
    Scored found = walk(query.children.front(), among, factor);
    if (factor == kUnscored) return found;
    Scored added;
    for (std::size_t i = 1; i < query.children.size(); ++i)
      added = joined(std::move(added), walk(query.children[i], &found.docids, factor), Joining::Sum);
    return joined(std::move(found), std::move(added), Joining::Sum);
  }

  Scored filtered(const PlannedQuery& query, const Docids* among, double factor) {
    const PlannedQuery& first = query.children.front();
    const PlannedQuery& filter = query.children.back();
    if (first.is_leaf() && filter.kind == Kind::Languages)
      return leaf_in_languages(first, filter.languages, among, factor * first.scale);
    if (most_articles(first) <= most_articles(filter)) {
      Scored found = walk(first, among, factor);
      const Scored kept = walk(filter, &found.docids, kUnscored);
      return kept.docids.size() == found.docids.size() ? found
                                                       : narrowed(std::move(found), kept, Scores::Kept);
    }
    const Scored kept = walk(filter, among, kUnscored);
    return walk(first, &kept.docids, factor);
  }

  Scored leaf_in_languages(const PlannedQuery& leaf, const std::vector<std::string>& languages,
                           const Docids* among, double factor) {
    const LanguageChoice choice(archive_, number_, languages);
    if (!choice.is_clear())
      return narrowed_to(terms_.walk(leaf, among, factor),
                         [&](Xapian::docid docid) { return choice.has(docid); });
    const Docids exceptions = choice.exceptions();
    if (!choice.has_most()) {
      const Docids there = chosen(exceptions, among).docids;
      return terms_.walk(leaf, &there, factor);
    }
    Scored found = terms_.walk(leaf, among, factor);
    const bool has_any = std::any_of(exceptions.begin(), exceptions.end(), [&](Xapian::docid docid) {
      return std::binary_search(found.docids.begin(), found.docids.end(), docid);
    });
    return has_any ? without(std::move(found), exceptions) : found;
  }

  /// In an article that has a phrase, all its words score.
  Scored phrase(const PlannedQuery& query, const Docids* among, double factor) {
    Scored found;
    found.docids = in_order(segment_, query, all_of(query, among, kUnscored).docids);
    if (factor == kUnscored || found.docids.empty()) return found;
    const Docids here = found.docids;
    return narrowed(std::move(found), all_of(query, &here, factor), Scores::Added);
  }

  static Scored chosen(const Docids& articles, const Docids* among) {
    if (among == nullptr) return {articles, {}};
    Scored found;
    std::set_intersection(articles.begin(), articles.end(), among->begin(), among->end(),
                          std::back_inserter(found.docids));
    return found;
  }

  /// Live articles by what the columns say of them; among holds live ones only.
  template <typename Agrees>
  Scored that_are(const Docids* among, Agrees agrees) const {
    Scored found;
    if (among != nullptr) {
      found.docids.reserve(among->size());
      for (Xapian::docid docid : *among) {
        if (agrees(docid)) found.docids.push_back(docid);
      }
      return found;
    }
    for (Xapian::docid docid = 1; docid <= segment_.columns.last_docid(); ++docid) {
      if (segment_.columns.is_live(docid) && agrees(docid)) found.docids.push_back(docid);
    }
    return found;
  }

  Scored in_languages(const std::vector<std::string>& languages, const Docids* among) const {
    const LanguageChoice choice(archive_, number_, languages);
    if (choice.is_clear() && !choice.has_most()) return chosen(choice.exceptions(), among);
    return that_are(among, [&](Xapian::docid docid) { return choice.has(docid); });
  }

  const Archive& archive_;
  std::uint32_t number_;
  const Segment& segment_;
  Bm25& bm25_;
  TermWalk terms_;
};

ScoredSet walk_all(const Archive& archive, const PlannedQuery& query, const RankingParameters& parameters,
                   const MatchSet* among, double factor) {
  Bm25 bm25(archive, parameters);
  ScoredSet found;
  for (std::uint32_t s = 0; s < archive.segments().size(); ++s)
    found.push_back(
        SegmentWalk(archive, s, bm25).walk(query, among == nullptr ? nullptr : &(*among)[s], factor));
  return found;
}

}  // namespace

MatchSet find_matches(const Archive& archive, const PlannedQuery& query) {
  MatchSet matches;
  for (Scored& found : walk_all(archive, query, {}, nullptr, kUnscored))
    matches.push_back(std::move(found.docids));
  return matches;
}

ScoredSet find_scored(const Archive& archive, const PlannedQuery& query,
                      const RankingParameters& parameters) {
  return walk_all(archive, query, parameters, nullptr, 1);
}

ScoredSet find_scored_among(const Archive& archive, const PlannedQuery& query,
                            const RankingParameters& parameters, const MatchSet& among) {
  return walk_all(archive, query, parameters, &among, 1);
}

}  // namespace broadsheet
