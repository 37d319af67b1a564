// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>

#include "searcher/archive/archive.h"
#include "searcher/match/planner.h"
#include "searcher/query/parser.h"
#include "searcher/render/snippet.h"
#include "searcher/request.h"
#include "searcher/response.h"

namespace broadsheet {

/// One question to an archive, answered.
class Answer {
 public:
  /// Parses, plans, matches, counts, ranks: all but reading the hits themselves. query_id: of --queries.
  /// Throws InputError.
  Answer(const Archive& archive, const SearchRequest& request, const std::string& query,
         const std::string& query_id, std::int32_t today);

  const ResponseHead& head() const { return head_; }

  /// The hits of the page, in order, one at a time.
  void for_each_hit(const std::function<void(const Hit&)>& use) const;

  /// The table of --counts.
  CountsTable counts() const;

 private:
  Scoring scoring() const;
  void read_query(const std::string& query, std::int32_t today);
  void resolve_selection();
  void find();
  void count_facets(const Sifted& sifted);
  void count_days();
  void fold();
  const MatchSet& listed_articles() const { return request_.fold ? folded_ : selected_; }
  void describe_page();
  void explain_nothing();
  void note_untagged();
  void explain_scores();
  bool asks_for_all(const Query& query) const;
  MatchSet matches_of(const Query& query) const;  // by --like, too
  PlannedQuery with_like(const Query& query, PlannedQuery planned) const;
  bool by_relevance() const { return order_ == SortOrder::Relevance; }
  void explain_clauses();
  void suggest_spellings();
  std::uint64_t count(const Query& query, const Selection& selection) const;
  Hit make_hit(const RankedArticle& article, std::uint64_t rank) const;

  const Archive& archive_;
  const SearchRequest& request_;
  Query query_;
  PlannedQuery similar_;  // of --like
  PlannedQuery planned_;
  std::uint64_t effort_ = 0;  // of the query
  Selection selection_;
  ScoredSet found_;  // what matches the query, if it is to be ranked
  MatchSet selected_;
  MatchSet folded_;                                  // one of each story, if copies are folded
  std::vector<RankedArticle> ranked_;                // of the page
  std::vector<std::vector<ScorePart>> score_parts_;  // the same, of --explain
  SortOrder order_ = SortOrder::Relevance;
  QueryValues values_;   // of the query
  MatchedForms marked_;  // in snippets
  ResponseHead head_;
};

}  // namespace broadsheet
