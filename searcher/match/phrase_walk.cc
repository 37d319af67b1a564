// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/phrase_walk.h"

#include <algorithm>
#include <deque>
#include <functional>

#include "searcher/archive/places.h"

namespace broadsheet {
namespace {

using Places = std::vector<Xapian::termpos>;

/// Where a word of a phrase stands, article by article: one of its terms, or any of them. Not copied: the
/// order of its terms is by where they are.
class PhraseWord {
 public:
  PhraseWord(const Segment& segment, const PlannedQuery& word) { add_terms(segment, word); }

  /// In an article, ascending; docids ascend from call to call.
  const Places& places_in(Xapian::docid docid) {
    places_.clear();
    found_.clear();
    while (!next_.empty() && next_.front().at <= docid) {
      Next next = pop();
      if (next.at < docid) next.at = terms_[next.term].seek(docid);
      if (next.at == docid) {
        append_places(terms_[next.term]);
        found_.push_back(next);
      } else if (next.at != 0) {
        push(next);
      }
    }
    for (const Next& next : found_) push(next);
    return places_;
  }

 private:
  struct Next {
    Xapian::docid at = 0;  // where the term was found; 0: nowhere yet
    std::size_t term = 0;
    auto operator<=>(const Next&) const = default;
  };

  void add_terms(const Segment& segment, const PlannedQuery& word) {
    if (word.kind == PlannedQuery::Kind::Term) {
      push({0, terms_.size()});
      terms_.emplace_back(segment, word.term);
    }
    for (const PlannedQuery& child : word.children) add_terms(segment, child);
  }

  void push(Next next) {
    next_.push_back(next);
    std::push_heap(next_.begin(), next_.end(), std::greater<>());
  }

  Next pop() {
    std::pop_heap(next_.begin(), next_.end(), std::greater<>());
    const Next next = next_.back();
    next_.pop_back();
    return next;
  }

  void append_places(const PlacesOfTerm& term) {
    const auto before = static_cast<std::ptrdiff_t>(places_.size());
    std::string buffer;
    read_places(term.encoded(buffer), places_);
    if (before > 0) std::inplace_merge(places_.begin(), places_.begin() + before, places_.end());
  }

  std::deque<PlacesOfTerm> terms_;
  std::vector<Next> next_;  // a heap, the earliest first
  std::vector<Next> found_;
  Places places_;
};

class PhraseWalk {
 public:
  PhraseWalk(const Segment& segment, const PlannedQuery& phrase) {
    for (const PlannedQuery& word : phrase.children) {
      order_.push_back({articles_of(segment, word), words_.size()});
      words_.emplace_back(segment, word);
    }
    std::sort(order_.begin(), order_.end());
  }

  bool stands_in(Xapian::docid docid) {
    begins_.clear();
    const auto behind = static_cast<Xapian::termpos>(order_.front().word);
    for (Xapian::termpos at : words_[order_.front().word].places_in(docid)) {
      if (at >= behind) begins_.push_back(at - behind);
    }
    for (std::size_t i = 1; i < order_.size() && !begins_.empty(); ++i)
      keep_those_with(order_[i].word, docid);
    return !begins_.empty();
  }

 private:
  struct Ordered {
    std::uint64_t articles = 0;
    std::size_t word = 0;
    auto operator<=>(const Ordered&) const = default;
  };

  static std::uint64_t articles_of(const Segment& segment, const PlannedQuery& word) {
    if (word.kind == PlannedQuery::Kind::Term) return segment.database.get_termfreq(word.term);
    std::uint64_t articles = 0;
    for (const PlannedQuery& child : word.children) articles += articles_of(segment, child);
    return articles;
  }

  void keep_those_with(std::size_t word, Xapian::docid docid) {
    const Places& places = words_[word].places_in(docid);
    auto at = places.begin();
    std::erase_if(begins_, [&](Xapian::termpos begin) {
      const std::uint64_t wanted = std::uint64_t{begin} + word;
      while (at != places.end() && *at < wanted) ++at;
      return at == places.end() || *at != wanted;
    });
  }

  std::deque<PhraseWord> words_;
  std::vector<Ordered> order_;  // the rarest first
  Places begins_;               // of the phrase, as far as it was looked at
};

}  // namespace

Docids in_order(const Segment& segment, const PlannedQuery& phrase, const Docids& among) {
  PhraseWalk walk(segment, phrase);
  Docids found;
  for (Xapian::docid docid : among) {
    if (walk.stands_in(docid)) found.push_back(docid);
  }
  return found;
}

}  // namespace broadsheet
