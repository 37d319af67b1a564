// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tagger/tagger.h"

#include <algorithm>

namespace broadsheet {
namespace {

/// True if no sequence with a name in it can have a probability to speak of.
bool surely_outside(const std::vector<LabelScores>& scores) {
  const float most = -4.5F;
  return std::all_of(scores.begin(), scores.end(), [most](const LabelScores& token) {
    return *std::max_element(token.begin(), token.end() - 1) < most;
  });
}

/// Where a name that starts at first ends if it has a probability of a half: so has each of its labels then.
/// first if there is none.
std::size_t end_of_name(const Chain& chain, std::size_t size, std::size_t first, NameType type) {
  const auto likely = [&](std::size_t i, NamePosition position) {
    return chain.probability(i, label_of(type, position)) >= 0.5;
  };
  if (likely(first, NamePosition::Single)) return first + 1;
  if (!likely(first, NamePosition::First)) return first;
  std::size_t last = first + 1;
  while (last < size && likely(last, NamePosition::Inside)) ++last;
  return last < size && likely(last, NamePosition::Last) ? last + 1 : first;
}

}  // namespace

TaggedText::TaggedText(std::span<const NameToken> tokens, const std::vector<bool>& left_out,
                       const TaggerModel& model)
    : of_type_(tokens.size()) {
  const NameContext context = name_context(tokens);
  FeatureMaker maker(tokens, context);
  Chain chain(model.pairs());
  FeatureHashes features;
  std::vector<LabelScores> scores;
  for (const TokenRange range : chains_of(tokens)) {
    if (left_out[tokens[range.first].part]) continue;
    maker.enter(range);
    scores.clear();
    for (std::size_t i = range.first; i < range.last; ++i) {
      maker.make(i, features);
      scores.push_back(model.scores(features));
    }
    if (surely_outside(scores)) continue;
    chain.run(scores);
    keep_probabilities(chain, range);
    read_names(chain, range);
  }
}

void TaggedText::read_names(const Chain& chain, TokenRange range) {
  for (std::size_t i = 0; i < range.size(); ++i) {
    for (const NameType type : {NameType::Person, NameType::Place, NameType::Body}) {
      const std::size_t last = end_of_name(chain, range.size(), i, type);
      if (last == i) continue;
      const double probability = chain.name_probability(type, i, last);
      if (probability >= 0.5) names_.push_back({range.first + i, range.first + last, type, probability});
    }
  }
}

void TaggedText::keep_probabilities(const Chain& chain, TokenRange range) {
  for (std::size_t i = 0; i < range.size(); ++i) {
    for (Label label = 0; label < inner_labels; ++label) {
      of_type_[range.first + i][static_cast<std::size_t>(type_of(label))] +=
          static_cast<float>(chain.probability(i, label));
    }
  }
}

double TaggedText::probability(std::size_t token, NameType type) const {
  return of_type_[token][static_cast<std::size_t>(type)];
}

}  // namespace broadsheet
