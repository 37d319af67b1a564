// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tagger_training/trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace broadsheet {
namespace {

/// Numbers for features that are used often enough.
using FeatureNumbers = std::unordered_map<std::uint64_t, std::uint32_t>;

FeatureNumbers number_features(const std::vector<Example>& examples, unsigned least_uses) {
  FeatureNumbers uses;
  for (const Example& example : examples) {
    for (const FeatureHashes& token : example.features) {
      for (const std::uint64_t feature : token) ++uses[feature];
    }
  }
  FeatureNumbers numbers;
  for (const Example& example :
       examples) {  // in the order of the text, so that every run gives the same numbers
    for (const FeatureHashes& token : example.features) {
      for (const std::uint64_t feature : token) {
        if (uses[feature] >= least_uses)
          numbers.try_emplace(feature, static_cast<std::uint32_t>(numbers.size()));
      }
    }
  }
  return numbers;
}

/// A weight and what its update remembers (z and n of the paper).
struct Weight {
  float value = 0;
  float pulls = 0;
  float squares = 0;
};

class Trainer {
 public:
  Trainer(const std::vector<Example>& examples, const TrainingOptions& options)
      : examples_(examples), options_(options), numbers_(number_features(examples, options.least_uses)) {
    weights_.resize(numbers_.size());
    for (const Example& example : examples) {
      auto& tokens = known_.emplace_back();
      for (const FeatureHashes& features : example.features) tokens.push_back(known_of(features));
    }
  }

  void run() {
    std::vector<std::size_t> order(examples_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::mt19937 random(options_.seed);
    for (unsigned round = 1; round <= options_.rounds; ++round) {
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      double loss = 0;
      for (const std::size_t i : order) loss += learn(i);
      if (options_.progress == nullptr) continue;
      *options_.progress << "round " << round << ": loss a chain " << loss / static_cast<double>(order.size())
                         << '\n';
    }
  }

  TrainedWeights result() const {
    TrainedWeights trained;
    for (const auto& [feature, number] : numbers_) {
      std::array<float, inner_labels> values{};
      for (std::size_t label = 0; label < inner_labels; ++label)
        values[label] = weights_[number][label].value;
      if (std::any_of(values.begin(), values.end(), [](float value) { return value != 0; }))
        trained.features.emplace(feature, values);
    }
    trained.pairs = pair_scores();
    return trained;
  }

 private:
  using FeatureList = std::vector<std::uint32_t>;

  FeatureList known_of(const FeatureHashes& features) const {
    FeatureList known;
    for (const std::uint64_t feature : features) {
      const auto found = numbers_.find(feature);
      if (found != numbers_.end()) known.push_back(found->second);
    }
    return known;
  }

  PairScores pair_scores() const {
    PairScores scores{};
    for (const auto [before, after] : allowed_pairs) scores[before][after] = pairs_[before][after].value;
    return scores;
  }

  /// Learns one example; gives its loss as it was before.
  double learn(std::size_t number) {
    const Example& example = examples_[number];
    std::vector<LabelScores> scores;
    for (const FeatureList& features : known_[number]) scores.push_back(scores_of(features));
    Chain chain(pair_scores());
    chain.run(scores);
    const double loss = chain.log_sum() - score_of(example.labels, scores);
    for (std::size_t i = 0; i < scores.size(); ++i) pull_token(chain, example, i, known_[number][i]);
    pull_pairs(chain, example);
    return loss;
  }

  LabelScores scores_of(const FeatureList& features) const {
    LabelScores scores{};
    for (const std::uint32_t feature : features) {
      for (std::size_t label = 0; label < inner_labels; ++label)
        scores[label] += weights_[feature][label].value;
    }
    return scores;
  }

  double score_of(const std::vector<Label>& labels, const std::vector<LabelScores>& scores) const {
    double score = 0;
    Label before = outside;
    for (std::size_t i = 0; i < labels.size(); before = labels[i++])
      score += pairs_[before][labels[i]].value + scores[i][labels[i]];
    return score + pairs_[before][outside].value;
  }

  void pull_token(const Chain& chain, const Example& example, std::size_t token,
                  const FeatureList& features) {
    for (Label label = 0; label < inner_labels; ++label) {
      const double wrong = chain.probability(token, label) - (example.labels[token] == label ? 1 : 0);
      if (std::abs(wrong) < least_pull) continue;
      for (const std::uint32_t feature : features)
        pull(weights_[feature][label], static_cast<float>(wrong) * example.weight);
    }
  }

  void pull_pairs(const Chain& chain, const Example& example) {
    const std::size_t size = example.labels.size();
    for (const auto pair : allowed_pairs) {
      double wrong = 0;
      for (std::size_t i = 0; i <= size; ++i) {
        const Label before = i == 0 ? outside : example.labels[i - 1];
        const Label after = i == size ? outside : example.labels[i];
        wrong += chain.pair_probability(i, pair) - (before == pair.before && after == pair.after ? 1 : 0);
      }
      if (std::abs(wrong) >= least_pull)
        pull(pairs_[pair.before][pair.after], static_cast<float>(wrong) * example.weight);
    }
  }

  void pull(Weight& weight, float gradient) const {
    const float squares = weight.squares + gradient * gradient;
    const float root = std::sqrt(squares);
    const float step = (root - std::sqrt(weight.squares)) / options_.rate;
    weight.pulls += gradient - step * weight.value;
    weight.squares = squares;
    const float beyond = std::abs(weight.pulls) - options_.sparseness;
    weight.value = beyond <= 0 ? 0 : -std::copysign(beyond, weight.pulls) * options_.rate / (1 + root);
  }

  static constexpr double least_pull = 1e-4;

  const std::vector<Example>& examples_;
  const TrainingOptions options_;
  const FeatureNumbers numbers_;
  std::vector<std::vector<FeatureList>> known_;  // by example and token
  std::vector<std::array<Weight, inner_labels>> weights_;
  std::array<std::array<Weight, label_count>, label_count> pairs_{};
};

}  // namespace

TrainedWeights train(const std::vector<Example>& examples, const TrainingOptions& options) {
  Trainer trainer(examples, options);
  trainer.run();
  return trainer.result();
}

}  // namespace broadsheet
