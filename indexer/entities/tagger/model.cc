// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tagger/model.h"

#include <bit>
#include <cstring>
#include <string>

#include "common/data_file.h"
#include "common/hash.h"

namespace broadsheet {
namespace {

constexpr std::uint32_t filter_bits = 1U << 20U;  // as many as a core's nearest caches hold

static_assert(std::endian::native == std::endian::little, "model files are little-endian");
static_assert(sizeof(ModelHeader) == 32 && sizeof(ModelSlot) == 16 &&
              sizeof(PairScores) == 4 * label_count * label_count);

constexpr const char* model_file = "the name model";

ModelHeader header_of(const char* bytes) {
  ModelHeader header;
  std::memcpy(&header, bytes, sizeof header);
  return header;
}

}  // namespace

TaggerModel::TaggerModel(const std::filesystem::path& path) : file_(map_program_file(path, model_file)) {
  check(path);
  const ModelHeader header = header_of(file_.bytes.data());
  scale_ = header.scale;
  slot_count_ = header.slots;
  std::memcpy(&pairs_, file_.bytes.data() + sizeof header, sizeof pairs_);
  static_assert((sizeof(ModelHeader) + sizeof(PairScores)) % alignof(ModelSlot) == 0);
  slots_ = reinterpret_cast<const ModelSlot*>(file_.bytes.data() + sizeof header + sizeof pairs_);
  fill_filter();
}

void TaggerModel::check(const std::filesystem::path& path) const {
  const auto refuse = [&](const char* why) { refuse_file(model_file, path, why); };
  if (file_.bytes.size() < sizeof(ModelHeader) ||
      std::memcmp(file_.bytes.data(), model_magic, sizeof ModelHeader::magic) != 0)
    refuse("is no name model of this version of Broadsheet");
  const ModelHeader header = header_of(file_.bytes.data());
  if (header.features != feature_version || header.labels != label_count)
    refuse("was made for another version of Broadsheet");
  const std::size_t slots = std::size_t{header.slots} * sizeof(ModelSlot);
  if (header.slots == 0 || file_.bytes.size() != sizeof header + sizeof pairs_ + slots)
    refuse("is cut short or too long");
  const std::string_view rest = file_.bytes.substr(sizeof header);
  if (hash64(rest) != header.check) refuse("is damaged");
}

const TaggerModel& TaggerModel::instance() {
  static const TaggerModel model(data_file("names.model"));
  return model;
}

void TaggerModel::fill_filter() {
  filter_.resize(filter_bits / 64);
  for (std::uint32_t i = 0; i < slot_count_; ++i) {
    const std::uint32_t bit = slots_[i].mark % filter_bits;
    filter_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
}

void TaggerModel::keep_known(FeatureHashes& features) const {
  std::size_t kept = 0;
  for (const std::uint64_t feature :
       features) {  // without a branch: whether a feature is known cannot be foretold
    const std::uint32_t bit = mark_of(feature) % filter_bits;
    features[kept] = feature;
    kept += filter_[bit / 64] >> bit % 64 & 1U;
  }
  features.resize(kept);
  for (const std::uint64_t feature : features)
    __builtin_prefetch(slots_ + first_slot_of(feature, slot_count_));
}

LabelScores TaggerModel::scores(FeatureHashes& features) const {
  keep_known(features);
  // All sixteen bytes of a slot are summed: a loop of that length is one of vectors. The sums past the
  // weights, over the mark's bytes, mean nothing.
  std::array<std::int16_t, sizeof(ModelSlot)> sums{};
  for (const std::uint64_t feature : features) {
    const ModelSlot* slot = find(feature);
    if (slot == nullptr) continue;
    const char* bytes = reinterpret_cast<const char*>(slot);
    for (std::size_t i = 0; i < sums.size(); ++i)
      sums[i] = static_cast<std::int16_t>(sums[i] + static_cast<std::int8_t>(bytes[i]));
  }
  LabelScores scores{};
  for (std::size_t i = 0; i < inner_labels; ++i) scores[i] = static_cast<float>(sums[i]) * scale_;
  return scores;
}

const ModelSlot* TaggerModel::find(std::uint64_t feature) const {
  const std::uint32_t mark = mark_of(feature);
  std::size_t at = first_slot_of(feature, slot_count_);
  // A full table has no empty slot to stop at.
  for (std::uint32_t tried = 0; tried < slot_count_ && slots_[at].mark != 0; ++tried) {
    if (slots_[at].mark == mark) return slots_ + at;
    if (++at == slot_count_) at = 0;
  }
  return nullptr;
}

}  // namespace broadsheet
