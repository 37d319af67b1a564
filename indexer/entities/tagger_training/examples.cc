// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tagger_training/examples.h"

#include <algorithm>

#include "indexer/entities/persons/name_capitals.h"

namespace broadsheet {
namespace {

/// The tokens that an annotated name covers, as far as they are in one sentence.
TokenisedArticle::Name project(const std::vector<NameToken>& tokens, std::uint32_t part,
                               const AnnotatedName& name) {
  const auto in_name = [&](const NameToken& token) {
    return token.part == part && token.begin < name.end && token.end > name.begin;
  };
  const auto first = std::find_if(tokens.begin(), tokens.end(), in_name);
  const auto last = std::find_if_not(first, tokens.end(), [&](const NameToken& token) {
    return in_name(token) && token.shape != NameToken::Shape::Stop;
  });
  return {static_cast<std::size_t>(first - tokens.begin()), static_cast<std::size_t>(last - tokens.begin()),
          name.type};
}

/// The labels of a chain's tokens; names that reach out of it are cut.
std::vector<Label> labels_of(TokenRange chain, const std::vector<TokenisedArticle::Name>& names) {
  std::vector<Label> labels(chain.size(), outside);
  for (const auto& name : names) {
    const std::size_t first = std::max(name.first, chain.first);
    const std::size_t last = std::min(name.last, chain.last);
    for (std::size_t i = first; i < last; ++i)
      labels[i - chain.first] = label_in_name(name.type, i - first, last - first);
  }
  return labels;
}

}  // namespace

TokenisedArticle tokenised(const AnnotatedArticle& article) {
  std::vector<TextPart> parts;
  for (const AnnotatedLine& line : article)
    parts.push_back({parts.empty() ? TextPlace::Title : TextPlace::Body, line.text});
  TokenisedArticle result;
  result.tokens = name_tokens(parts);
  result.left_out = parts_in_capitals(result.tokens, parts.size());
  for (std::uint32_t part = 0; part < article.size(); ++part) {
    if (result.left_out[part]) continue;
    for (const AnnotatedName& name : article[part].names) {
      result.names.push_back(project(result.tokens, part, name));
      if (result.names.back().first == result.names.back().last) result.names.pop_back();
    }
  }
  return result;
}

void add_examples(const AnnotatedArticle& article, float weight, std::vector<Example>& examples) {
  const TokenisedArticle text = tokenised(article);
  const NameContext context = name_context(text.tokens);
  FeatureMaker maker(text.tokens, context);
  for (const TokenRange chain : chains_of(text.tokens)) {
    if (text.left_out[text.tokens[chain.first].part]) continue;
    maker.enter(chain);
    Example example;
    example.weight = weight;
    example.labels = labels_of(chain, text.names);
    example.features.resize(chain.size());
    for (std::size_t i = 0; i < chain.size(); ++i) maker.make(chain.first + i, example.features[i]);
    examples.push_back(std::move(example));
  }
}

}  // namespace broadsheet
