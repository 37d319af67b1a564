// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/near_matches.h"

#include <algorithm>
#include <map>

#include "common/error.h"
#include "common/fold.h"
#include "searcher/match/leaf_words.h"
#include "searcher/match/vocabulary.h"

namespace broadsheet {
namespace {

constexpr std::size_t kMostWords = 1000;

/// A term that a leaf stands for, in articles of some languages.
struct LeafTerm {
  std::string term;
  std::vector<std::string> languages;  // ascending; empty: all
};

/// A leaf of the query, or a node over others.
struct Node {
  Query::Kind kind = Query::Kind::Word;
  std::uint32_t distance = 0;
  std::vector<LeafTerm> terms;  // of a leaf
  std::vector<Node> children;
  std::vector<Stretch> spans;  // of the leaf in the article at hand
};

class NodeMaker {
 public:
  explicit NodeMaker(const Archive& archive) : archive_(archive) {}

  Node make(const Query& query) {
    Node node;
    node.kind = query.kind;
    node.distance = query.distance;
    for (const Query& child : query.children) node.children.push_back(make(child));
    if (!query.children.empty()) return node;
    if (query.kind == Query::Kind::Word && query.field != Field::Byline) {
      node.terms = stemmed(query);
    } else {
      for (const std::string& term : leaf_terms(archive_, query, kMostWords))
        node.terms.push_back({term, {}});
    }
    if (node.terms.size() > kMostWords) {
      throw InputError(query.text +
                       " stands for more than 1,000 words of this archive, too many to see which "
                       "are near each other; type more letters of it, or =" +
                       query.text);
    }
    return node;
  }

 private:
  std::vector<LeafTerm> stemmed(const Query& query) {
    const std::string folded = fold(query.text);
    const std::string_view field = term_prefix(query.field);
    std::map<std::string, std::vector<std::string>> languages_of;
    for (const auto& [language, articles] : archive_.languages()) {
      for (const std::string& word : words_of_stem(archive_, field, folded, language, kMostWords))
        languages_of[word].push_back(language);
    }
    std::vector<LeafTerm> terms;
    for (auto& [word, languages] : languages_of)
      terms.push_back({std::string(field) + word, std::move(languages)});
    return terms;
  }

  const Archive& archive_;
};

void collect_leaves(Node& node, std::vector<Node*>& leaves) {
  if (node.children.empty()) leaves.push_back(&node);
  for (Node& child : node.children) collect_leaves(child, leaves);
}

/// A phrase's words one behind the other.
std::vector<Stretch> phrase_spans(const std::vector<std::vector<Stretch>>& words) {
  std::vector<Stretch> spans;
  for (const Stretch& first : words.front()) {
    Xapian::termpos at = first.first;
    const bool whole = std::all_of(words.begin() + 1, words.end(), [&](const std::vector<Stretch>& word) {
      ++at;
      return std::binary_search(word.begin(), word.end(), Stretch{at, at});
    });
    if (whole) spans.push_back({first.first, at});
  }
  return spans;
}

std::vector<Stretch> spans_of(const Node& node) {
  if (node.children.empty()) return node.spans;
  std::vector<std::vector<Stretch>> parts;
  for (const Node& child : node.children) {
    parts.push_back(spans_of(child));
    if (parts.back().empty() && node.kind != Query::Kind::Or) return {};
  }
  if (node.kind == Query::Kind::Phrase) return phrase_spans(parts);
  if (node.kind != Query::Kind::Or) return near_spans(node.kind, node.distance, parts[0], parts[1]);
  std::vector<Stretch> any;
  for (const auto& part : parts) any.insert(any.end(), part.begin(), part.end());
  std::sort(any.begin(), any.end());
  any.erase(std::unique(any.begin(), any.end()), any.end());
  return any;
}

/// Where a term of a leaf occurs: a candidate, and which term of which leaf.
struct Occurrence {
  std::size_t candidate = 0;
  std::uint32_t leaf = 0;
  std::uint32_t term = 0;
};

class SegmentWalk {
 public:
  SegmentWalk(const Archive& archive, std::uint32_t segment, Node& root,
              const std::vector<Xapian::docid>& candidates)
      : archive_(archive), segment_(archive.segments()[segment]), root_(root), candidates_(candidates) {
    collect_leaves(root_, leaves_);
  }

  std::vector<Xapian::docid> matches() {
    const std::vector<Occurrence> occurrences = find_occurrences();
    std::vector<Xapian::docid> found;
    for (auto begin = occurrences.begin(); begin != occurrences.end();) {
      const auto end = std::find_if(begin, occurrences.end(), [&](const Occurrence& occurrence) {
        return occurrence.candidate != begin->candidate;
      });
      const Xapian::docid docid = candidates_[begin->candidate];
      read_positions(docid, begin, end);
      if (!spans_of(root_).empty()) found.push_back(docid);
      begin = end;
    }
    return found;
  }

 private:
  using At = std::vector<Occurrence>::const_iterator;

  std::vector<Occurrence> find_occurrences() const {
    std::vector<Occurrence> occurrences;
    for (std::uint32_t leaf = 0; leaf < leaves_.size(); ++leaf) {
      for (std::uint32_t term = 0; term < leaves_[leaf]->terms.size(); ++term)
        append_occurrences(leaf, term, occurrences);
    }
    std::sort(occurrences.begin(), occurrences.end(), [](const Occurrence& a, const Occurrence& b) {
      return a.candidate != b.candidate ? a.candidate < b.candidate : a.leaf < b.leaf;
    });
    return occurrences;
  }

  void append_occurrences(std::uint32_t leaf, std::uint32_t term, std::vector<Occurrence>& out) const {
    const std::string& name = leaves_[leaf]->terms[term].term;
    auto at = segment_.database.postlist_begin(name);
    const auto end = segment_.database.postlist_end(name);
    for (auto candidate = candidates_.begin(); at != end && candidate != candidates_.end();) {
      if (*at < *candidate) {
        at.skip_to(*candidate);
      } else if (*at > *candidate) {
        candidate = std::lower_bound(candidate, candidates_.end(), *at);
      } else {
        out.push_back({static_cast<std::size_t>(candidate - candidates_.begin()), leaf, term});
        ++candidate;
      }
    }
  }

  void read_positions(Xapian::docid docid, At begin, At end) {
    for (Node* leaf : leaves_) leaf->spans.clear();
    const std::string language = language_of(docid);
    for (; begin != end; ++begin) {
      Node& leaf = *leaves_[begin->leaf];
      const LeafTerm& term = leaf.terms[begin->term];
      const bool counts = term.languages.empty() ||
                          std::binary_search(term.languages.begin(), term.languages.end(), language);
      if (!counts) continue;
      const auto last = segment_.database.positionlist_end(docid, term.term);
      for (auto at = segment_.database.positionlist_begin(docid, term.term); at != last; ++at)
        leaf.spans.push_back({*at, *at});
    }
    for (Node* leaf : leaves_) std::sort(leaf->spans.begin(), leaf->spans.end());
  }

  std::string language_of(Xapian::docid docid) const {
    const auto values = segment_.columns.values(Facet::Language, docid);
    if (values.empty()) return "";
    return archive_.label(Facet::Language, segment_.columns.dictionary(Facet::Language)[values.front()]);
  }

  const Archive& archive_;
  const Segment& segment_;
  Node& root_;
  const std::vector<Xapian::docid>& candidates_;
  std::vector<Node*> leaves_;
};

void append_behind(std::uint32_t distance, const std::vector<Stretch>& first,
                   const std::vector<Stretch>& second, std::vector<Stretch>& out) {
  for (const Stretch& a : first) {
    const Stretch next{a.last + 1, 0};
    for (auto b = std::lower_bound(second.begin(), second.end(), next);
         b != second.end() && b->first <= a.last + distance; ++b)
      out.push_back({a.first, b->last});
  }
}

}  // namespace

std::vector<Stretch> near_spans(Query::Kind kind, std::uint32_t distance, const std::vector<Stretch>& first,
                                const std::vector<Stretch>& second) {
  std::vector<Stretch> spans;
  append_behind(distance, first, second, spans);
  if (kind == Query::Kind::Near) append_behind(distance, second, first, spans);
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  return spans;
}

MatchSet find_near(const Archive& archive, const Query& near, const MatchSet& candidates) {
  Node root = NodeMaker(archive).make(near);
  MatchSet matches;
  for (std::uint32_t s = 0; s < candidates.size(); ++s)
    matches.push_back(SegmentWalk(archive, s, root, candidates[s]).matches());
  return matches;
}

}  // namespace broadsheet
