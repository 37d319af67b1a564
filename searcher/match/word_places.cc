// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/word_places.h"

#include <algorithm>
#include <map>
#include <set>

#include "common/fold.h"
#include "searcher/archive/leaf_words.h"
#include "searcher/archive/vocabulary.h"

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
};

class PlaceReader {
 public:
  PlaceReader(const Archive& archive, std::uint32_t segment,
              const std::vector<std::vector<PlacedTerm>>& words, std::size_t least_words,
              const std::vector<Xapian::docid>& docids, Effort& effort)
      : effort_(effort),
        archive_(archive),
        segment_(archive.segments()[segment]),
        words_(words),
        least_words_(least_words),
        docids_(docids),
        places_(words.size()) {}

  void read(const std::function<void(Xapian::docid, const WordPlaces&)>& use) {
    const std::vector<Occurrence> all = occurrences();
    for (auto begin = all.begin(); begin != all.end();) {
      const auto end = std::find_if(begin, all.end(), [&](const Occurrence& occurrence) {
        return occurrence.article != begin->article;
      });
      if (words_among(begin, end) >= least_words_) {
        const Xapian::docid docid = docids_[begin->article];
        read_places(docid, begin, end);
        use(docid, places_);
      }
      begin = end;
    }
  }

 private:
  using At = std::vector<Occurrence>::const_iterator;

  std::vector<Occurrence> occurrences() const {
    std::vector<Occurrence> all;
    for (std::uint32_t word = 0; word < words_.size(); ++word) {
      for (std::uint32_t term = 0; term < words_[word].size(); ++term) append_occurrences(word, term, all);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Occurrence& a, const Occurrence& b) { return a.article < b.article; });
    return all;
  }

  void append_occurrences(std::uint32_t word, std::uint32_t term, std::vector<Occurrence>& all) const {
    const std::string& name = words_[word][term].term;
    auto at = segment_.database.postlist_begin(name);
    const auto end = segment_.database.postlist_end(name);
    for (auto docid = docids_.begin(); at != end && docid != docids_.end();) {
      if (*at < *docid) {
        at.skip_to(*docid);
      } else if (*at > *docid) {
        docid = std::lower_bound(docid, docids_.end(), *at);
      } else {
        all.push_back({static_cast<std::size_t>(docid - docids_.begin()), word, term});
        ++docid;
      }
    }
  }

  /// Of one article; a word's terms stand one behind the other.
  static std::size_t words_among(At begin, At end) {
    std::size_t words = 1;
    for (At at = begin + 1; at < end; ++at) words += at->word != (at - 1)->word;
    return words;
  }

  void read_places(Xapian::docid docid, At begin, At end) {
    for (auto& places : places_) places.clear();
    const std::string language = language_of(docid);
    for (; begin != end; ++begin) {
      const PlacedTerm& term = words_[begin->word][begin->term];
      const bool counts = term.languages.empty() ||
                          std::binary_search(term.languages.begin(), term.languages.end(), language);
      if (!counts) continue;
      auto& places = places_[begin->word];
      const std::size_t old_size = places.size();
      const auto last = segment_.database.positionlist_end(docid, term.term);
      for (auto at = segment_.database.positionlist_begin(docid, term.term); at != last; ++at)
        places.push_back(*at);
      effort_.spend(Effort::kListOpened + (places.size() - old_size) * Effort::kPlaceSeen);
    }
    for (auto& places : places_) std::sort(places.begin(), places.end());
  }

  std::string language_of(Xapian::docid docid) const {
    const auto values = segment_.columns.values(Facet::Language, docid);
    if (values.empty()) return "";
    return archive_.label(Facet::Language, segment_.columns.dictionary(Facet::Language)[values.front()]);
  }

  Effort& effort_;
  const Archive& archive_;
  const Segment& segment_;
  const std::vector<std::vector<PlacedTerm>>& words_;
  std::size_t least_words_;
  const std::vector<Xapian::docid>& docids_;
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
