// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/proximity.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <unordered_map>

#include "searcher/match/rarity.h"
#include "searcher/match/word_places.h"
#include "searcher/query/letters.h"

namespace broadsheet {
namespace {

using Kind = Query::Kind;

constexpr std::size_t kMostQueryWords = 64;
constexpr std::size_t kMostWordForms = 100;  // of a word; a stem with more says little

void collect_words(const Query& query, std::vector<Query>& words) {
  if (words.size() == kMostQueryWords || query.field != Field::Any) return;
  if (query.kind == Kind::Word || query.kind == Kind::Exact) words.push_back(query);
  if (query.kind == Kind::Not) return collect_words(query.children.front(), words);
  const bool holds_words = query.kind == Kind::And || query.kind == Kind::Or || query.kind == Kind::Maybe;
  if (!holds_words) return;
  for (const Query& child : query.children) collect_words(child, words);
}

/// The frequency of a pair: near the second word behind the first counts in full, before it in part. Both are
/// ascending.
double pair_frequency(const std::vector<Xapian::termpos>& first, const std::vector<Xapian::termpos>& second,
                      const RankingParameters& parameters) {
  double frequency = 0;
  auto behind = second.begin();  // the first one behind, as at goes on
  for (Xapian::termpos at : first) {
    while (behind != second.end() && *behind <= at) ++behind;
    double worth = 0;
    if (behind != second.end() && *behind - at <= parameters.window) worth = 1.0 / (*behind - at);
    if (behind != second.begin()) {
      const Xapian::termpos gap = at - *std::prev(behind);
      if (gap > 0 && gap <= parameters.window) worth = std::max(worth, parameters.backward / gap);
    }
    frequency += worth;
  }
  return frequency;
}

struct WordPair {
  std::size_t first = 0;
  std::size_t second = 0;
};

/// Numbers of different words at most so far apart in the query, each two once.
std::vector<WordPair> pairs_of(const std::vector<std::size_t>& sequence, std::size_t apart) {
  std::vector<WordPair> pairs;
  std::set<std::pair<std::size_t, std::size_t>> seen;
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    for (std::size_t j = i + 1; j < std::min(sequence.size(), i + apart + 1); ++j) {
      if (sequence[i] != sequence[j] && seen.insert({sequence[i], sequence[j]}).second)
        pairs.push_back({sequence[i], sequence[j]});
    }
  }
  return pairs;
}

/// Short words have few forms, and looking for them means reading much of a vocabulary.
Query by_form(Query word) {
  constexpr std::size_t kShort = 3;
  if (count_letters(word.text) <= kShort) word.kind = Kind::Exact;
  return word;
}

/// Different words, and the number of each word of the query among them.
struct NumberedWords {
  std::vector<std::vector<PlacedTerm>> terms;
  std::vector<std::size_t> sequence;
};

NumberedWords number_words(const Archive& archive, const std::vector<Query>& words,
                           const std::vector<std::string>& languages, Effort& effort) {
  NumberedWords numbered;
  std::map<std::vector<std::string>, std::size_t> numbers;
  for (const Query& word : words) {
    std::vector<PlacedTerm> terms = placed_terms(archive, by_form(word), languages, kMostWordForms, effort);
    std::vector<std::string> names;
    for (const PlacedTerm& term : terms) names.push_back(term.term);
    const auto [found, is_new] = numbers.try_emplace(std::move(names), numbered.terms.size());
    if (is_new) numbered.terms.push_back(std::move(terms));
    numbered.sequence.push_back(found->second);
  }
  return numbered;
}

class PairScorer {
 public:
  PairScorer(const Archive& archive, const std::vector<RankedArticle>& articles,
             const RankingParameters& parameters)
      : archive_(archive), articles_(articles), parameters_(parameters), scores_(articles.size()) {}

  std::vector<double> scores(const std::vector<Query>& words) {
    MatchSet docids(archive_.segments().size());
    for (const RankedArticle& article : articles_)
      docids[article.location.segment].push_back(article.location.docid);
    for (Docids& of_segment : docids) std::sort(of_segment.begin(), of_segment.end());
    const NumberedWords numbered = number_words(archive_, words, languages_of(archive_, docids), effort_);
    pairs_ = pairs_of(numbered.sequence, parameters_.words_apart);
    frequencies_.assign(pairs_.size(), std::vector<double>(articles_.size()));
    for (std::uint32_t s = 0; s < docids.size(); ++s) count(s, numbered.terms, docids[s]);
    for (const std::vector<double>& frequencies : frequencies_) add(frequencies);
    return scores_;
  }

 private:
  void count(std::uint32_t segment, const std::vector<std::vector<PlacedTerm>>& terms, const Docids& docids) {
    constexpr std::size_t kPair = 2;  // of words
    std::unordered_map<Xapian::docid, std::size_t> number_of;
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      if (articles_[i].location.segment == segment) number_of[articles_[i].location.docid] = i;
    }
    for_each_placed(
        archive_, segment, terms, kPair, docids,
        [&](Xapian::docid docid, const WordPlaces& places) {
          const std::size_t number = number_of[docid];
          for (std::size_t p = 0; p < pairs_.size(); ++p) {
            frequencies_[p][number] =
                pair_frequency(places[pairs_[p].first], places[pairs_[p].second], parameters_);
          }
        },
        effort_);
  }

  void add(const std::vector<double>& frequencies) {
    const auto with = static_cast<double>(std::count_if(frequencies.begin(), frequencies.end(),
                                                        [](double frequency) { return frequency > 0; }));
    const double rarity = rarity_of(with, static_cast<double>(articles_.size()));
    const double k1 = parameters_.nearness_k1;
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      if (frequencies[i] == 0) continue;
      const Location at = articles_[i].location;
      const double length =
          archive_.segments()[at.segment].columns.word_count(at.docid) / archive_.mean_words();
      const double norm = k1 * (1 - parameters_.b + parameters_.b * length);
      scores_[i] += parameters_.nearness * rarity * frequencies[i] * (k1 + 1) / (frequencies[i] + norm);
    }
  }

  const Archive& archive_;
  const std::vector<RankedArticle>& articles_;
  const RankingParameters& parameters_;
  Effort effort_{std::numeric_limits<std::uint64_t>::max()};  // bounded by depth and words
  std::vector<WordPair> pairs_;
  std::vector<std::vector<double>> frequencies_;  // by pair, then article
  std::vector<double> scores_;
};

}  // namespace

std::vector<Query> words_in_order(const Query& query) {
  std::vector<Query> words;
  collect_words(query, words);
  return words;
}

std::vector<double> nearness_scores(const Archive& archive, const std::vector<Query>& words,
                                    const std::vector<RankedArticle>& articles,
                                    const RankingParameters& parameters) {
  return PairScorer(archive, articles, parameters).scores(words);
}

}  // namespace broadsheet
