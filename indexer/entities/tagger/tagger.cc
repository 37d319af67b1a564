// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tagger/tagger.h"

#include <algorithm>
#include <numeric>

namespace broadsheet {
namespace {

/// True if no sequence with a name in it can have a probability to speak of.
bool surely_outside(const std::vector<LabelScores>& scores) {
  const float most = -6;
  return std::all_of(scores.begin(), scores.end(), [most](const LabelScores& token) {
    return *std::max_element(token.begin(), token.end() - 1) < most;
  });
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
    if (may_have_name(range)) read_best(chain, range);
  }
}

void TaggedText::read_best(Chain& chain, TokenRange range) {
  const std::vector<Label> labels = chain.best();
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == outside) continue;
    std::size_t last = i;
    while (is_open(labels[last])) ++last;
    const NameType type = type_of(labels[i]);
    names_.push_back(
        {range.first + i, range.first + last + 1, type, chain.name_probability(type, i, last + 1)});
    i = last;
  }
}

bool TaggedText::may_have_name(TokenRange range) const {
  const float least = 0.3F;
  return std::any_of(of_type_.begin() + static_cast<std::ptrdiff_t>(range.first),
                     of_type_.begin() + static_cast<std::ptrdiff_t>(range.last), [least](const auto& types) {
                       return std::accumulate(types.begin(), types.end(), 0.0F) > least;
                     });
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
