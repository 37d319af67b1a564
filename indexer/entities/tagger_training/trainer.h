// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <ostream>
#include <unordered_map>
#include <vector>

#include "indexer/entities/tagger/chain.h"
#include "indexer/entities/tagger_training/examples.h"

namespace broadsheet {

struct TrainingOptions {
  unsigned rounds = 14;              // how often every example is seen
  unsigned least_uses = 2;           // features that fewer tokens have are not learnt
  float rate = 0.15F;                // alpha of the update
  float sparseness = 0.3F;           // its lambda 1: more makes more weights 0
  std::ostream* progress = nullptr;  // gets a line after each round
  std::uint32_t seed = 7;            // of the order of the examples
};

/// The weights that a training gives.
struct TrainedWeights {
  std::unordered_map<std::uint64_t, std::array<float, inner_labels>>
      features;  // those with a weight that is not 0
  PairScores pairs{};
};

/// Learns a chain's weights from examples by the method FTRL-Proximal (McMahan et al. 2013, Ad Click
/// Prediction) on the likelihood of each chain. The same examples and options give the same weights.
TrainedWeights train(const std::vector<Example>& examples, const TrainingOptions& options);

}  // namespace broadsheet
