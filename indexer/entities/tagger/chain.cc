// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tagger/chain.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace broadsheet {
namespace {

/// e to the power of a score that is not above 0, to 3 parts in a million; what is below -80 counts as -80.
/// Unlike std::exp a loop of these is one of vectors: 2 to the whole part is put together from its bits, 2 to
/// the rest is its Taylor series.
float factor_of(float score) {
  const float power = std::max(score, -80.0F) * 1.44269504F;
  const auto whole = static_cast<std::int32_t>(power - 0.5F);
  const float x = power - static_cast<float>(whole);
  const float rest =
      1 + x * (0.693147181F +
               x * (0.240226507F + x * (0.0555041087F + x * (0.00961812911F + x * 0.00133335581F))));
  return rest * std::bit_cast<float>((whole + 127) << 23);
}

void divide(LabelScores& scores, float by) {
  const float factor = 1 / by;
  for (float& score : scores) score *= factor;
}

/// Rows are added whole, pairs that are not allowed with their 0: a loop of vectors is faster than one of
/// choices.
void add_product(LabelScores& sums, float factor, const LabelScores& row) {
  for (Label label = 0; label < label_count; ++label) sums[label] += factor * row[label];
}

}  // namespace

Chain::Chain(const PairScores& pairs) : pairs_(pairs) {
  for (const auto [before, after] : allowed_pairs)
    pair_factors_[before][after] = pair_factors_back_[after][before] = std::exp(pairs_[before][after]);
}

void Chain::run(std::span<const LabelScores> tokens) {
  scores_.assign(tokens.begin(), tokens.end());
  factors_.resize(tokens.size());
  forward_.resize(tokens.size());
  backward_.resize(tokens.size());
  scale_.resize(tokens.size());
  highest_.resize(tokens.size());
  run_forward();
  run_backward();
}

void Chain::run_forward() {
  LabelScores before{};
  before[outside] = 1;
  for (std::size_t i = 0; i < scores_.size(); ++i) {
    const float highest = *std::max_element(scores_[i].begin(), scores_[i].end());
    highest_[i] = highest;
    for (Label label = 0; label < label_count; ++label)
      factors_[i][label] = factor_of(scores_[i][label] - highest);
    LabelScores now{};
    for (Label from = 0; from < label_count; ++from) add_product(now, before[from], pair_factors_[from]);
    for (Label label = 0; label < label_count; ++label) now[label] *= factors_[i][label];
    scale_[i] = std::accumulate(now.begin(), now.end(), 0.0F);
    divide(now, scale_[i]);
    forward_[i] = before = now;
  }
}

void Chain::run_backward() {
  const std::size_t last = scores_.size() - 1;
  backward_[last] = pair_factors_back_[outside];
  last_scale_ =
      std::inner_product(forward_[last].begin(), forward_[last].end(), backward_[last].begin(), 0.0F);
  divide(backward_[last], last_scale_);
  for (std::size_t i = last; i-- > 0;) {
    LabelScores now{};
    for (Label to = 0; to < label_count; ++to)
      add_product(now, factors_[i + 1][to] * backward_[i + 1][to] / scale_[i + 1], pair_factors_back_[to]);
    backward_[i] = now;
  }
}

double Chain::log_sum() const {
  double sum = std::log(static_cast<double>(last_scale_));
  for (std::size_t i = 0; i < scores_.size(); ++i)
    sum += static_cast<double>(highest_[i]) + std::log(static_cast<double>(scale_[i]));
  return sum;
}

double Chain::step(std::size_t token, LabelPair pair) const {
  return static_cast<double>(pair_factors_[pair.before][pair.after]) * factors_[token][pair.after] /
         scale_[token];
}

double Chain::name_probability(NameType type, std::size_t first, std::size_t last) const {
  const std::size_t size = last - first;
  double probability = forward_[first][label_in_name(type, 0, size)];
  for (std::size_t i = 1; i < size; ++i)
    probability *= step(first + i, {label_in_name(type, i - 1, size), label_in_name(type, i, size)});
  return probability * backward_[last - 1][label_in_name(type, size - 1, size)];
}

double Chain::pair_probability(std::size_t token, LabelPair pair) const {
  if (token == 0) return pair.before == outside ? probability(0, pair.after) : 0;
  if (token == scores_.size()) return pair.after == outside ? probability(token - 1, pair.before) : 0;
  return forward_[token - 1][pair.before] * step(token, pair) * backward_[token][pair.after];
}

}  // namespace broadsheet
