// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

#include "indexer/entities/tagger_training/trainer.h"

namespace broadsheet {

/// A file of this many slots at most has just under 6 MB.
constexpr std::uint32_t most_model_slots = 370'000;

/// Writes weights as a model file (tagger/model.h) and gives the number of features in it. Weights are
/// rounded to 8 bits; where there are too many features for most_slots at four fifths full those of least
/// weight are left out.
std::size_t write_model(const TrainedWeights& weights, const std::filesystem::path& path,
                        std::uint32_t most_slots = most_model_slots);

}  // namespace broadsheet
