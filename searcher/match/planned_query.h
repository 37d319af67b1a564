// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "searcher/archive/archive.h"

namespace broadsheet {

/// Articles by segment, docids ascending.
using MatchSet = std::vector<std::vector<Xapian::docid>>;

/// A query in an archive's own terms, names resolved and beginnings spelt out: what is walked (walk.h) and
/// what Xapian can be told. A value.
struct PlannedQuery {
  enum class Kind {
    Nothing,
    All,        // every article
    Term,       // term
    Stem,       // term: that of the stem, which stands for the word that is spelt as the stem, too (schema.h)
    And,        // children: all of them; scores are added
    Or,         // children: any of them; scores are added
    Max,        // children: any of them; the highest score counts
    Not,        // children: the first, without any of the others
    Maybe,      // children: the first; the others only add to the score
    Filter,     // children: two; the score is the first one's
    Phrase,     // children: Terms and Ors of Terms, one behind the other
    Languages,  // languages: articles in one of them ("": in none that is known); no score
    Days,       // days: articles whose interval lies inside; no score
    Articles    // articles; no score
  };

  Kind kind = Kind::Nothing;
  std::string term = {};
  double scale = 1;  // of the score; 0: none is wanted
  std::vector<PlannedQuery> children = {};
  std::vector<std::string> languages = {};  // ascending
  DayRange days = {};
  std::shared_ptr<const MatchSet> articles = {};

  static PlannedQuery of_term(std::string term) { return {Kind::Term, std::move(term)}; }
  static PlannedQuery of_stem(std::string term) { return {Kind::Stem, std::move(term)}; }
  bool is_leaf() const { return kind == Kind::Term || kind == Kind::Stem; }
  /// One child stands for itself; none for Nothing.
  static PlannedQuery of(Kind kind, std::vector<PlannedQuery> children);
  static PlannedQuery scaled(PlannedQuery query, double scale);
};

/// What Xapian is told for it: matches the same (but for superseded versions, which match only without, and
/// phrases in titles, whose words have no positions of their own). Shown by --explain, and the oracle of
/// tests. of_leaf: what it is told for a Term or Stem, where those score; by default the term, or the two
/// terms of a stem as synonyms, whose scores are about ours.
Xapian::Query to_xapian(const Archive& archive, const PlannedQuery& query,
                        const std::function<Xapian::Query(const PlannedQuery&)>& of_leaf = nullptr);

}  // namespace broadsheet
