// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "indexer/entities/tagger/labels.h"

namespace broadsheet {

/// A logarithmic score for each label of one token.
using LabelScores = std::array<float, label_count>;

/// Scores of label pairs, [before][after]; those of pairs that are not allowed are not looked at.
using PairScores = std::array<LabelScores, label_count>;

/// A linear-chain conditional random field over the labels of consecutive tokens (Lafferty, McCallum, Pereira
/// 2001; scaled forward-backward as in Rabiner 1989). The tokens before and after the chain are
/// outside. Not for use by two threads at once; run() again to use it again.
class Chain {
 public:
  explicit Chain(const PairScores& pairs);

  /// Weighs all sequences of labels for tokens of these scores, at least one.
  void run(std::span<const LabelScores> tokens);

  /// Of the tokens of the last run.
  double probability(std::size_t token, Label label) const {
    return forward_[token][label] * backward_[token][label];
  }

  /// The probability that tokens [first, last) are one name of this type.
  double name_probability(NameType type, std::size_t first, std::size_t last) const;

  /// The probability that token has the label pair.after and the one before it pair.before; for token 0
  /// pair.before is outside, and for the token past the last pair.after is.
  double pair_probability(std::size_t token, LabelPair pair) const;

  /// The logarithm of the sum over all sequences.
  double log_sum() const;

 private:
  void run_forward();
  void run_backward();
  double step(std::size_t token, LabelPair pair) const;

  PairScores pairs_;
  PairScores pair_factors_{};       // e to the power of each, 0 of pairs that are not allowed
  PairScores pair_factors_back_{};  // the same, [after][before]
  std::vector<LabelScores> scores_;
  std::vector<LabelScores> factors_;   // e to the power of the scores, each token's scaled
  std::vector<LabelScores> forward_;   // each token's sums to 1
  std::vector<LabelScores> backward_;  // so that forward * backward is a probability
  std::vector<float> highest_;         // score of each token
  std::vector<float> scale_;           // what each token's forward was divided by
  float last_scale_ = 1;
};

}  // namespace broadsheet
