// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/word_places.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "common/fold.h"
#include "searcher/archive/leaf_words.h"
#include "searcher/archive/places.h"
#include "searcher/archive/vocabulary.h"
#include "searcher/match/language_choice.h"

namespace broadsheet {
namespace {

std::vector<PlacedTerm> terms_by_stem(const Archive& archive, const Query& word,
                                      const std::vector<std::string>& languages, std::size_t limit,
                                      Effort& effort) {
  const std::string folded = fold(word.text);
  const std::string field(term_prefix(word.field));
  std::map<std::string, std::vector<std::string>> stemming;
  for (const std::string& language : languages) {
    for (const std::string& same : words_of_stem(archive, field, folded, language, limit, effort))
      stemming[same].push_back(language);
  }
  std::vector<PlacedTerm> terms;
  for (auto& [same, by] : stemming) terms.push_back({field + same, std::move(by)});
  return terms;
}

/// A term of a word occurs in an article: all three by their numbers.
struct Occurrence {
  std::size_t article = 0;
  std::uint32_t word = 0;
  std::uint32_t term = 0;
  EncodedPlaces places;
};

class PlaceReader {
 public:
  PlaceReader(const Archive& archive, std::uint32_t segment,
              const std::vector<std::vector<PlacedTerm>>& words, std::size_t least_words,
              const std::vector<Xapian::docid>& docids, Effort& effort)
      : effort_(effort),
        segment_(archive.segments()[segment]),
        words_(words),
        least_words_(least_words),
        docids_(docids),
        places_(words.size()) {
    for (const auto& terms : words) {
      auto& choices = choices_.emplace_back();
      for (const PlacedTerm& term : terms) choices.emplace_back(archive, segment, term.languages);
    }
  }

  void read(const std::function<void(Xapian::docid, const WordPlaces&)>& use) {
    const std::vector<Occurrence> all = occurrences();
    for (auto at = all.begin(); at != all.end();) {
      const auto next =
          std::find_if(at, all.end(), [&](const Occurrence& other) { return other.article != at->article; });
      if (words_among(at, next) >= least_words_) {
        gather(at, next);
        use(docids_[at->article], places_);
      }
      at = next;
    }
  }

 private:
  using At = std::vector<Occurrence>::const_iterator;

  std::vector<Occurrence> occurrences() {
    std::vector<Occurrence> all;
    for (std::uint32_t word = 0; word < words_.size(); ++word) {
      for (std::uint32_t term = 0; term < words_[word].size(); ++term) append_occurrences(word, term, all);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Occurrence& a, const Occurrence& b) { return a.article < b.article; });
    return all;
  }

  void append_occurrences(std::uint32_t word, std::uint32_t term, std::vector<Occurrence>& all) {
    PlacesOfTerm places(segment_, words_[word][term].term);
    for (auto docid = docids_.begin(); docid != docids_.end();) {
      const Xapian::docid found = places.seek(*docid);
      if (found == 0) return;
      if (found == *docid) {
        const auto article = static_cast<std::size_t>(docid - docids_.begin());
        all.push_back({article, word, term, kept(places)});
        ++docid;
      } else {
        docid = std::lower_bound(docid, docids_.end(), found);
      }
    }
  }

  EncodedPlaces kept(const PlacesOfTerm& places) {
    std::string buffer;
    EncodedPlaces encoded = places.encoded(buffer);
    if (!buffer.empty()) encoded.bytes = joined_.emplace_back(std::move(buffer));
    return encoded;
  }

  /// Of one article; a word's terms stand one behind the other.
  static std::size_t words_among(At begin, At end) {
    std::size_t words = 1;
    for (At at = begin + 1; at < end; ++at) words += at->word != (at - 1)->word;
    return words;
  }

  void gather(At begin, At end) {
    for (auto& places : places_) places.clear();
    for (; begin != end; ++begin) {
      if (!counts(*begin)) continue;
      auto& places = places_[begin->word];
      const std::size_t before = places.size();
      read_places(begin->places, places);
      effort_.spend(Effort::kListOpened + (places.size() - before) * Effort::kPlaceSeen);
      if (before > 0)
        std::inplace_merge(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(before),
                           places.end());
    }
  }

  /// In the language of the article.
  bool counts(const Occurrence& occurrence) const {
    if (words_[occurrence.word][occurrence.term].languages.empty()) return true;
    return choices_[occurrence.word][occurrence.term].has(docids_[occurrence.article]);
  }

  Effort& effort_;
  const Segment& segment_;
  const std::vector<std::vector<PlacedTerm>>& words_;
  std::size_t least_words_;
  const std::vector<Xapian::docid>& docids_;
  std::vector<std::vector<LanguageChoice>> choices_;  // of each term
  std::deque<std::string> joined_;                    // lists that are stored in pieces
  WordPlaces places_;
};

}  // namespace

std::vector<std::string> languages_of(const Archive& archive, const MatchSet& articles) {
  std::set<std::string> languages;
  for (std::uint32_t s = 0; s < articles.size(); ++s) {
    const Columns& columns = archive.segments()[s].columns;
    std::vector<char> seen(columns.dictionary(Facet::Language).size());
    for (Xapian::docid docid : articles[s]) {
      const auto values = columns.values(Facet::Language, docid);
      if (values.empty()) languages.insert("");
      if (!values.empty()) seen[values.front()] = 1;
    }
    for (std::size_t i = 0; i < seen.size(); ++i) {
      if (seen[i] != 0)
        languages.insert(archive.label(Facet::Language, columns.dictionary(Facet::Language)[i]));
    }
  }
  return {languages.begin(), languages.end()};
}

std::vector<PlacedTerm> placed_terms(const Archive& archive, const Query& leaf,
                                     const std::vector<std::string>& languages, std::size_t limit,
                                     Effort& effort) {
  if (leaf.kind == Query::Kind::Word && leaf.field != Field::Byline)
    return terms_by_stem(archive, leaf, languages, limit, effort);
  std::vector<PlacedTerm> terms;
  for (std::string& term : leaf_terms(archive, leaf, limit, effort)) terms.push_back({std::move(term), {}});
  return terms;
}

void for_each_placed(const Archive& archive, std::uint32_t segment,
                     const std::vector<std::vector<PlacedTerm>>& words, std::size_t least_words,
                     const std::vector<Xapian::docid>& docids,
                     const std::function<void(Xapian::docid, const WordPlaces&)>& use, Effort& effort) {
  PlaceReader(archive, segment, words, least_words, docids, effort).read(use);
}

}  // namespace broadsheet
