// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/tagger/chain.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

namespace broadsheet {
namespace {

using Sequence = std::vector<Label>;

/// All sequences of labels of this length that are allowed between two tokens outside.
std::vector<Sequence> all_sequences(std::size_t length) {
  std::vector<Sequence> sequences{{}};
  for (std::size_t i = 0; i < length; ++i) {
    std::vector<Sequence> longer;
    for (const Sequence& sequence : sequences) {
      for (Label label = 0; label < label_count; ++label) {
        if (!may_follow(sequence.empty() ? outside : sequence.back(), label)) continue;
        longer.push_back(sequence);
        longer.back().push_back(label);
      }
    }
    sequences = std::move(longer);
  }
  std::erase_if(sequences, [](const Sequence& sequence) { return !may_follow(sequence.back(), outside); });
  return sequences;
}

struct RandomChain {
  PairScores pairs{};
  std::vector<LabelScores> tokens;

  RandomChain(std::uint32_t seed, std::size_t length) : tokens(length) {
    std::mt19937 random(seed);
    const auto score = [&] { return static_cast<float>(random() % 6000) / 1000.0F - 3.0F; };
    for (LabelScores& row : pairs) {
      for (float& value : row) value = score();
    }
    for (LabelScores& token : tokens) {
      for (float& value : token) value = score();
    }
  }

  double score_of(const Sequence& sequence) const {
    double sum = 0;
    Label before = outside;
    for (std::size_t i = 0; i < sequence.size(); before = sequence[i++])
      sum += static_cast<double>(pairs[before][sequence[i]]) + static_cast<double>(tokens[i][sequence[i]]);
    return sum + static_cast<double>(pairs[before][outside]);
  }
};

/// What enumeration says: each allowed sequence with its probability.
struct Enumerated {
  std::vector<Sequence> sequences;
  std::vector<double> probabilities;
  double log_sum = 0;

  explicit Enumerated(const RandomChain& chain) : sequences(all_sequences(chain.tokens.size())) {
    double sum = 0;
    for (const Sequence& sequence : sequences) sum += std::exp(chain.score_of(sequence));
    log_sum = std::log(sum);
    for (const Sequence& sequence : sequences)
      probabilities.push_back(std::exp(chain.score_of(sequence) - log_sum));
  }

  template <typename Predicate>
  double probability_of(Predicate holds) const {
    double sum = 0;
    for (std::size_t i = 0; i < sequences.size(); ++i) sum += holds(sequences[i]) ? probabilities[i] : 0;
    return sum;
  }
};

template <typename Check>
void for_random_chains(Check check) {
  for (std::uint32_t seed = 1; seed <= 12; ++seed) {
    const std::size_t length = 1 + seed % 4;
    CAPTURE(seed);
    const RandomChain random(seed, length);
    Chain chain(random.pairs);
    chain.run(random.tokens);
    check(random, Enumerated(random), chain);
  }
}

TEST_CASE("the sum over all sequences is that of enumeration") {
  for_random_chains([](const RandomChain&, const Enumerated& all, Chain& chain) {
    CHECK(chain.log_sum() == doctest::Approx(all.log_sum).epsilon(1e-5));
  });
}

TEST_CASE("the probabilities of labels and of pairs are those of enumeration") {
  for_random_chains([](const RandomChain& random, const Enumerated& all, Chain& chain) {
    for (std::size_t i = 0; i < random.tokens.size(); ++i) {
      for (Label label = 0; label < label_count; ++label) {
        const double wanted = all.probability_of([&](const Sequence& s) { return s[i] == label; });
        CHECK(std::abs(chain.probability(i, label) - wanted) < 1e-4);
      }
    }
    for (std::size_t i = 0; i <= random.tokens.size(); ++i) {
      for (const auto pair : allowed_pairs) {
        const double wanted = all.probability_of([&](const Sequence& s) {
          return (i == 0 ? outside : s[i - 1]) == pair.before &&
                 (i == s.size() ? outside : s[i]) == pair.after;
        });
        CHECK(std::abs(chain.pair_probability(i, pair) - wanted) < 1e-4);
      }
    }
  });
}

TEST_CASE("the probability of a name is that of all sequences that have just this name there") {
  for_random_chains([](const RandomChain& random, const Enumerated& all, Chain& chain) {
    for (std::size_t first = 0; first < random.tokens.size(); ++first) {
      for (std::size_t last = first + 1; last <= random.tokens.size(); ++last) {
        for (const NameType type : {NameType::Person, NameType::Place, NameType::Body}) {
          const double wanted = all.probability_of([&](const Sequence& s) {
            for (std::size_t i = first; i < last; ++i) {
              if (s[i] != label_in_name(type, i - first, last - first)) return false;
            }
            return true;
          });
          CHECK(std::abs(chain.name_probability(type, first, last) - wanted) < 1e-4);
        }
      }
    }
  });
}

TEST_CASE("a name that has begun goes on in its own type and ends") {
  const Label first = label_of(NameType::Person, NamePosition::First);
  const Label last = label_of(NameType::Person, NamePosition::Last);
  CHECK(may_follow(outside, first));
  CHECK(may_follow(first, last));
  CHECK(may_follow(last, first));
  CHECK_FALSE(may_follow(first, outside));
  CHECK_FALSE(may_follow(first, label_of(NameType::Place, NamePosition::Last)));
  CHECK_FALSE(may_follow(outside, last));
  CHECK(allowed_pairs.size() == 61);
}

TEST_CASE("scores far apart neither overflow nor give probabilities that are none") {
  LabelScores steep{};
  steep[label_of(NameType::Person, NamePosition::Single)] = 80;
  steep[label_of(NameType::Body, NamePosition::Inside)] = -80;
  const std::vector<LabelScores> tokens(3000, steep);
  Chain chain(PairScores{});
  chain.run(tokens);
  CHECK(chain.probability(1500, label_of(NameType::Person, NamePosition::Single)) == doctest::Approx(1));
  CHECK(std::isfinite(chain.log_sum()));
}

}  // namespace
}  // namespace broadsheet
