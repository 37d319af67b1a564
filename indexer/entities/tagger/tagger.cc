// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tagger/tagger.h"

namespace broadsheet {

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
    chain.run(scores);
    read_best(chain, range);
    keep_probabilities(chain, range);
  }
}

void TaggedText::read_best(const Chain& chain, TokenRange range) {
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
