// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tagger_training/model_writer.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <string>
#include <utility>

#include "common/error.h"
#include "common/hash.h"
#include "indexer/entities/tagger/model.h"

namespace broadsheet {
namespace {

using FeatureWeights = std::array<float, inner_labels>;

struct RankedFeature {
  std::uint64_t feature = 0;
  float heaviest = 0;
  const FeatureWeights* weights = nullptr;
};

float heaviest_of(const FeatureWeights& weights) {
  float heaviest = 0;
  for (const float weight : weights) heaviest = std::max(heaviest, std::abs(weight));
  return heaviest;
}

/// The heaviest features, heaviest first. Features that round to nothing are left out.
std::vector<RankedFeature> rank_features(const TrainedWeights& weights, std::size_t most) {
  std::vector<RankedFeature> ranked;
  for (const auto& [feature, values] : weights.features)
    ranked.push_back({feature, heaviest_of(values), &values});
  std::sort(ranked.begin(), ranked.end(), [](const RankedFeature& a, const RankedFeature& b) {
    return a.heaviest != b.heaviest ? a.heaviest > b.heaviest : a.feature < b.feature;
  });
  if (ranked.size() > most) ranked.resize(most);
  while (!ranked.empty() && std::lround(ranked.back().heaviest / ranked.front().heaviest * 127) == 0)
    ranked.pop_back();
  return ranked;
}

void put(std::vector<ModelSlot>& slots, const RankedFeature& feature, float scale) {
  std::size_t at = first_slot_of(feature.feature, static_cast<std::uint32_t>(slots.size()));
  while (slots[at].mark != 0) at = (at + 1) % slots.size();
  slots[at].mark = mark_of(feature.feature);
  for (std::size_t i = 0; i < inner_labels; ++i)
    slots[at].weights[i] = static_cast<std::int8_t>(std::lround((*feature.weights)[i] / scale));
}

template <typename T>
void append(std::string& bytes, const T* values, std::size_t count) {
  bytes.append(reinterpret_cast<const char*>(values), count * sizeof(T));
}

}  // namespace

std::size_t write_model(const TrainedWeights& weights, const std::filesystem::path& path,
                        std::uint32_t most_slots) {
  const std::vector<RankedFeature> ranked = rank_features(weights, std::size_t{most_slots} / 5 * 4);
  if (ranked.empty()) throw InputError("nothing was learnt: there is no example of a name");
  const float scale = ranked.front().heaviest / 127;
  std::vector<ModelSlot> slots(std::min<std::size_t>(most_slots, ranked.size() * 2 + 16));
  for (const RankedFeature& feature : ranked) put(slots, feature, scale);
  std::string rest;
  append(rest, &weights.pairs, 1);
  append(rest, slots.data(), slots.size());
  ModelHeader header{};
  std::memcpy(header.magic, model_magic, sizeof header.magic);
  header.features = feature_version;
  header.labels = label_count;
  header.slots = static_cast<std::uint32_t>(slots.size());
  header.scale = scale;
  header.check = hash64(rest);
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(&header), sizeof header);
  file << rest;
  if (!file.flush()) throw InputError(path.string() + " cannot be written");
  return ranked.size();
}

}  // namespace broadsheet
