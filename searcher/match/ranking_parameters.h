// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>

namespace broadsheet {

/// All numbers of the ranking, in one place. Each is the one that cross-validation over the 42 queries of
/// TIME 1963 (Salton's collection) chose most often, or (depth, words_apart, backward, nearness_k1,
/// feedback_terms) stood in the middle of a plateau: tests/bench/ranking_folds.cc, tests/bench/runs.
struct RankingParameters {
  // BM25 (Robertson et al., TREC-3, 1994) over stems of title and text; a word of the title counts three
  // times (archive/document.cc).
  double k1 = 3;
  double b = 0.75;

  // Nearness (proximity.h).
  std::size_t depth = 50;       // articles that are looked at, best first
  std::size_t words_apart = 4;  // of two words of the query
  Xapian::termpos window = 8;   // of two words of an article
  double backward = 0.5;        // worth of a pair in the other order
  double nearness = 0.7;        // of a pair beside a word
  double nearness_k1 = 1.5;
  double nearness_with_feedback = 0.3;  // instead of nearness: feedback tells much of the same

  // Feedback (feedback.h).
  std::size_t feedback_articles = 3;
  std::size_t feedback_terms = 40;
  double original = 0.6;  // share of the words as typed
};

}  // namespace broadsheet
