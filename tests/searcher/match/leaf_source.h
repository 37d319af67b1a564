// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "common/schema.h"
#include "searcher/match/planned_query.h"
#include "searcher/match/ranking_parameters.h"

namespace broadsheet::test {

/// The postings of a leaf's one or two terms, read by Xapian, with scores worked out here by the formula of
/// BM25 from Xapian's values: for Xapian's matcher to join.
class LeafSource final : public Xapian::PostingSource {
 public:
  struct Leaf {
    RankingParameters parameters;
    PlannedQuery query;
    double mean = 0;    // words of an article
    double weight = 0;  // the most that an occurrence can be worth
  };
  using Postings = std::map<Xapian::docid, double>;

  explicit LeafSource(Leaf leaf) : leaf_(std::move(leaf)) { set_maxweight(leaf_.weight); }

  static Postings postings_of(const Xapian::Database& database, const PlannedQuery& leaf) {
    std::vector<std::string> terms = {leaf.term};
    if (leaf.kind == PlannedQuery::Kind::Stem) terms.push_back(leaf.term.substr(1));
    Postings postings;
    for (const std::string& term : terms) {
      for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
        postings[*at] += at.get_wdf();
    }
    return postings;
  }

  void init(const Xapian::Database& segment) override {
    segment_ = segment;
    postings_ = postings_of(segment, leaf_.query);
    at_ = postings_.begin();
    started_ = false;
  }
  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }
  void next(double) override {
    if (started_) ++at_;
    started_ = true;
  }
  void skip_to(Xapian::docid docid, double) override {
    started_ = true;
    while (at_ != postings_.end() && at_->first < docid) ++at_;
  }
  bool at_end() const override { return started_ && at_ == postings_.end(); }
  Xapian::docid get_docid() const override { return at_->first; }
  double get_weight() const override {
    const double words = decode_number(segment_.get_document(at_->first).get_value(slot::kWordCount));
    const double length = std::max(words / leaf_.mean, 0.5);
    const double norm = leaf_.parameters.k1 * (length * leaf_.parameters.b + 1 - leaf_.parameters.b);
    return leaf_.weight * at_->second / (norm + at_->second);
  }
  LeafSource* clone() const override { return new LeafSource(leaf_); }
  std::string get_description() const override { return leaf_.query.term; }

 private:
  Xapian::doccount count() const { return static_cast<Xapian::doccount>(postings_.size()); }

  Leaf leaf_;
  Xapian::Database segment_;
  Postings postings_;
  Postings::const_iterator at_;
  bool started_ = false;
};

inline double mean_words(const Xapian::Database& all) {
  double words = 0;
  const auto end = all.valuestream_end(slot::kWordCount);
  for (auto value = all.valuestream_begin(slot::kWordCount); value != end; ++value)
    words += decode_number(*value);
  return words / all.get_value_freq(slot::kWordCount);
}

inline Xapian::Query leaf_query(const Xapian::Database& all, const RankingParameters& parameters,
                                const PlannedQuery& leaf) {
  const auto with = static_cast<double>(LeafSource::postings_of(all, leaf).size());
  const double odds = (all.get_doccount() - with + 0.5) / (with + 0.5);
  const double weight = std::log(odds < 2 ? odds / 2 + 1 : odds) * (parameters.k1 + 1);
  return Xapian::Query((new LeafSource({parameters, leaf, mean_words(all), weight}))->release());
}

}  // namespace broadsheet::test
