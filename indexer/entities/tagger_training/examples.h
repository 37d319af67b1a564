// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "indexer/entities/article_text.h"
#include "indexer/entities/tagger/features.h"
#include "indexer/entities/tagger/labels.h"
#include "indexer/entities/tagger_training/annotated_text.h"
#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {

/// An annotated article as the tagger reads it. The views are into the article.
struct TokenisedArticle {
  std::vector<NameToken> tokens;
  std::vector<bool> left_out;  // by part: printed in capitals
  struct Name {
    std::size_t first = 0;
    std::size_t last = 0;
    NameType type = NameType::Person;
    auto operator<=>(const Name&) const = default;
  };
  std::vector<Name> names;  // in order; none of parts that are left out
};
TokenisedArticle tokenised(const AnnotatedArticle& article);

/// A chain of tokens to learn from.
struct Example {
  std::vector<FeatureHashes> features;  // by token
  std::vector<Label> labels;
  float weight = 1;
};

/// Adds the chains of an article.
void add_examples(const AnnotatedArticle& article, float weight, std::vector<Example>& examples);

}  // namespace broadsheet
