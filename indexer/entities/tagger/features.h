// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/tagger/name_context.h"
#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {

/// Hashes of what a token and its neighbours are like. A model holds weights by these hashes: change what is
/// made here and its files must be trained again (feature_version).
using FeatureHashes = std::vector<std::uint64_t>;

/// No token has more: thirty of each kind that it has once, and one for each of up to 32 bits of five sets.
constexpr std::size_t most_features = 256;

/// Part of model files: a file of another version is refused.
constexpr std::uint32_t feature_version = 1;

/// Makes the features of the tokens of one article. Keeps references to both arguments.
class FeatureMaker {
 public:
  FeatureMaker(std::span<const NameToken> tokens, const NameContext& context)
      : tokens_(tokens), context_(context) {}

  /// Goes to a chain of chains_of(); its tokens can be asked then.
  void enter(TokenRange chain);

  /// Replaces what is in features by those of a token of the chain.
  void make(std::size_t token, FeatureHashes& features);

 private:
  /// A token as its neighbours see it.
  struct View {
    std::uint64_t word = 0;
    std::uint64_t shape = 0;
    std::uint64_t kinds = 0;
    std::uint64_t evidence = 0;
  };
  /// The words with capitals around a token, without a gap.
  struct Run {
    std::size_t first = 0;
    std::size_t last = 0;
  };

  View look_at(std::size_t token) const;
  const View& view(std::size_t token, int offset) const;
  Run run_around(std::size_t token) const;

  /// Feature `value` of the kind `id`.
  void add(std::uint64_t id, std::uint64_t value);
  /// One for each bit that is set.
  void add_bits(std::uint64_t id, std::uint64_t bits, std::uint64_t with);

  void add_words(std::size_t token);
  void add_affixes(std::size_t token);
  void add_kinds(std::size_t token);
  void add_evidence(std::size_t token);
  void add_run(std::size_t token);

  std::span<const NameToken> tokens_;
  const NameContext& context_;
  TokenRange chain_;
  std::array<std::uint64_t, most_features> made_{};
  std::size_t count_ = 0;
  std::vector<View> views_;  // of the chain and two tokens on either side
  std::vector<Run> runs_;    // of the chain
};

}  // namespace broadsheet
