// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "indexer/entities/tagger/model.h"
#include "indexer/entities/tagger/name_context.h"
#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {

/// Tokens [first, last), the name of something as the model has it.
struct TaggedName {
  std::size_t first = 0;
  std::size_t last = 0;
  NameType type = NameType::Person;
  double probability = 0;  // that just these tokens are a name of this type
};

/// What a model says about the names of an article. Made for one article, read-only afterwards.
class TaggedText {
 public:
  /// left_out: by part, whether the part is not to be looked at (printed in capitals).
  TaggedText(std::span<const NameToken> tokens, const std::vector<bool>& left_out, const TaggerModel& model);

  /// Names of probability one half and more, in the order of the text: none overlaps another.
  const std::vector<TaggedName>& names() const { return names_; }

  /// The probability that a token belongs to a name of the type, wherever it begins and ends.
  double probability(std::size_t token, NameType type) const;

 private:
  void read_names(const Chain& chain, TokenRange range);
  void keep_probabilities(const Chain& chain, TokenRange range);

  std::vector<TaggedName> names_;
  std::vector<std::array<float, name_types>> of_type_;  // by token
};

}  // namespace broadsheet
