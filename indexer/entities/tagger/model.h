// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "indexer/entities/tables/program_file.h"
#include "indexer/entities/tagger/chain.h"
#include "indexer/entities/tagger/features.h"

namespace broadsheet {

// A model file, all numbers little-endian:
//
//   ModelHeader
//   float32 pairs[label_count * label_count]   scores of label pairs, row by row: [before][after]
//   ModelSlot slots[header.slots]              hash table of open addressing, linear probing
//
// A feature's first slot is the upper half of its hash scaled to the number of slots; its mark is the lower
// half, 1 for 0. Slots with mark 0 are empty. A weight of the slot times header.scale is what the feature
// adds to the score of that inner label; being outside scores 0. check is hash64() of all that follows the
// header.

struct ModelHeader {
  char magic[8];           // model_magic
  std::uint32_t features;  // feature_version
  std::uint32_t labels;    // label_count
  std::uint32_t slots;
  float scale;
  std::uint64_t check;
};
inline constexpr char model_magic[9] = "bsnames1";

struct ModelSlot {
  std::array<std::int8_t, inner_labels> weights{};
  std::uint32_t mark = 0;
};

constexpr std::uint32_t mark_of(std::uint64_t feature) {
  const auto low = static_cast<std::uint32_t>(feature);
  return low == 0 ? 1 : low;
}
constexpr std::size_t first_slot_of(std::uint64_t feature, std::uint32_t slots) {
  return static_cast<std::size_t>(((feature >> 32U) * slots) >> 32U);
}

/// The weights of a trained tagger. Holds the file mapped; read-only and thread-safe.
class TaggerModel {
 public:
  /// Throws InputError naming the file if it is missing, cut short, damaged, no model or one of another
  /// version.
  explicit TaggerModel(const std::filesystem::path& path);

  /// The model that is installed with the programs (data file names.model).
  static const TaggerModel& instance();

  /// What the features of a token (no more than 256) add up to. The score of being outside is 0. Drops
  /// features that the model does not have.
  LabelScores scores(FeatureHashes& features) const;

  const PairScores& pairs() const { return pairs_; }

 private:
  void check(const std::filesystem::path& path) const;
  void fill_filter();
  void keep_known(FeatureHashes& features) const;
  const ModelSlot* find(std::uint64_t feature) const;

  MappedFile file_;
  const ModelSlot* slots_ = nullptr;
  std::uint32_t slot_count_ = 0;
  float scale_ = 0;
  PairScores pairs_{};
  std::vector<std::uint64_t> filter_;  // a bit for each mark: most features asked for are in no model
};

}  // namespace broadsheet
