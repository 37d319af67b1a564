// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archive/spelling.h"

#include <algorithm>
#include <tuple>

#include "common/fold.h"
#include "common/stems.h"
#include "searcher/archive/leaf_words.h"
#include "searcher/archive/postings.h"
#include "searcher/archive/vocabulary.h"
#include "searcher/query/letters.h"

namespace broadsheet {
namespace {

constexpr Xapian::doccount kHardlyKnown = 2;  // articles
constexpr Xapian::doccount kTimesMore = 10;
constexpr std::size_t kMostNeighbours = 1000;
constexpr std::size_t kMostRespelt = 20;  // of a query, for which neighbours are looked up

class Respeller {
 public:
  explicit Respeller(const Archive& archive) : archive_(archive) {}

  bool changed() const { return changed_; }

  Query respell(Query query) {
    if (query.kind == Query::Kind::Word || query.kind == Query::Kind::Exact) return leaf(std::move(query));
    const bool only_first = query.kind == Query::Kind::Not;
    for (Query& child : query.children) {
      child = respell(std::move(child));
      if (only_first) break;
    }
    return query;
  }

 private:
  Query leaf(Query query) {
    const std::string folded = fold(query.text);
    const std::size_t letters = count_letters(folded);
    const unsigned edits = letters >= 7 ? 2 : (letters >= 4 ? 1 : 0);
    const bool has_digit = std::any_of(folded.begin(), folded.end(), is_digit);
    if (edits == 0 || has_digit || query.field == Field::Byline) return query;
    const Xapian::doccount known = articles_with(query, folded);
    if (known > kHardlyKnown || ++looked_up_ > kMostRespelt) return query;
    const std::string better = best_neighbour(query, folded, edits, std::max(known * kTimesMore, known + 1));
    if (better.empty()) return query;
    changed_ = true;
    query.text = better;
    return query;
  }

  /// In any of its forms, for a word that is matched by stem.
  Xapian::doccount articles_with(const Query& query, const std::string& folded) const {
    const std::string_view field = term_prefix(query.field);
    Xapian::doccount most = archive_.all().get_termfreq(make_term(field, folded));
    if (query.kind == Query::Kind::Exact) return most;
    for (const auto& [language, articles] : archive_.languages()) {
      const std::string stem_prefix = std::string(prefix::kStem) + std::string(field);
      most = std::max(most, stem_frequency(archive_, make_term(stem_prefix, stem(folded, language))));
    }
    return most;
  }

  std::string best_neighbour(const Query& query, const std::string& folded, unsigned edits,
                             Xapian::doccount least) const {
    const std::string field(term_prefix(query.field));
    Effort effort;
    const auto neighbours = words_spelt_like(archive_, field, folded, edits, kMostNeighbours, effort);
    std::string best;
    std::tuple<unsigned, Xapian::doccount> best_key;
    for (const NearWord& near : neighbours) {
      const Xapian::doccount articles = archive_.all().get_termfreq(field + near.word);
      const std::tuple key{near.edits, ~articles};
      if (near.edits == 0 || articles < least || (!best.empty() && key >= best_key)) continue;
      best = near.word;
      best_key = key;
    }
    return best;
  }

  const Archive& archive_;
  std::size_t looked_up_ = 0;
  bool changed_ = false;
};

}  // namespace

std::optional<Query> respelt(const Archive& archive, const Query& query) {
  Respeller respeller(archive);
  Query better = respeller.respell(query);
  if (!respeller.changed()) return std::nullopt;
  return better;
}

}  // namespace broadsheet
