// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/near_matches.h"

#include <algorithm>

#include "common/error.h"
#include "searcher/match/word_places.h"

namespace broadsheet {
namespace {

constexpr std::size_t kMostWords = 1000;

/// A leaf of the query, or a node over others.
struct Node {
  Query::Kind kind = Query::Kind::Word;
  std::uint32_t distance = 0;
  std::size_t word = 0;  // of a leaf: its number among all leaves
  std::vector<Node> children;
};

class NodeMaker {
 public:
  NodeMaker(const Archive& archive, const MatchSet& candidates, Effort& effort)
      : archive_(archive), languages_(languages_of(archive, candidates)), effort_(effort) {}

  Node make(const Query& query) {
    Node node;
    node.kind = query.kind;
    node.distance = query.distance;
    for (const Query& child : query.children) node.children.push_back(make(child));
    if (!query.children.empty()) return node;
    node.word = words_.size();
    words_.push_back(placed_terms(archive_, query, languages_, kMostWords, effort_));
    if (words_.back().size() > kMostWords) {
      throw InputError(query.text +
                       " stands for more than 1,000 words of this archive, too many to see which are near "
                       "others; type more letters of it, or =" +
                       query.text);
    }
    return node;
  }

  const std::vector<std::vector<PlacedTerm>>& words() const { return words_; }

 private:
  const Archive& archive_;
  std::vector<std::string> languages_;
  Effort& effort_;
  std::vector<std::vector<PlacedTerm>> words_;
};

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

std::vector<Stretch> leaf_spans(const std::vector<Xapian::termpos>& places) {
  std::vector<Stretch> spans;
  for (Xapian::termpos at : places) spans.push_back({at, at});
  return spans;
}

std::vector<Stretch> spans_of(const Node& node, const WordPlaces& places, Effort& effort) {
  if (node.children.empty()) return leaf_spans(places[node.word]);
  std::vector<std::vector<Stretch>> parts;
  for (const Node& child : node.children) {
    parts.push_back(spans_of(child, places, effort));
    if (parts.back().empty() && node.kind != Query::Kind::Or) return {};
  }
  if (node.kind == Query::Kind::Phrase) return phrase_spans(parts);
  if (node.kind != Query::Kind::Or) return near_spans(node.kind, node.distance, parts[0], parts[1], effort);
  std::vector<Stretch> any;
  for (const auto& part : parts) any.insert(any.end(), part.begin(), part.end());
  std::sort(any.begin(), any.end());
  any.erase(std::unique(any.begin(), any.end()), any.end());
  return any;
}

/// Stretches, each once; what was added several times is dropped before it takes much room.
class StretchSet {
 public:
  explicit StretchSet(Effort& effort) : effort_(effort) {}

  void add(Stretch stretch) {
    effort_.spend(Effort::kPlaceSeen);
    stretches_.push_back(stretch);
    if (stretches_.size() < tidy_at_) return;
    tidy();
    tidy_at_ = std::max(tidy_at_, 2 * stretches_.size());
  }

  std::vector<Stretch> take() {
    tidy();
    return std::move(stretches_);
  }

 private:
  void tidy() {
    std::sort(stretches_.begin(), stretches_.end());
    stretches_.erase(std::unique(stretches_.begin(), stretches_.end()), stretches_.end());
  }

  Effort& effort_;
  std::vector<Stretch> stretches_;
  std::size_t tidy_at_ = 100'000;
};

void add_behind(std::uint32_t distance, const std::vector<Stretch>& first, const std::vector<Stretch>& second,
                StretchSet& out) {
  for (const Stretch& a : first) {
    const Stretch next{a.last + 1, 0};
    for (auto b = std::lower_bound(second.begin(), second.end(), next);
         b != second.end() && b->first <= a.last + distance; ++b)
      out.add({a.first, b->last});
  }
}

}  // namespace

std::vector<Stretch> near_spans(Query::Kind kind, std::uint32_t distance, const std::vector<Stretch>& first,
                                const std::vector<Stretch>& second, Effort& effort) {
  StretchSet stretches(effort);
  add_behind(distance, first, second, stretches);
  if (kind == Query::Kind::Near) add_behind(distance, second, first, stretches);
  return stretches.take();
}

MatchSet find_near(const Archive& archive, const Query& near, const MatchSet& candidates, Effort& effort) {
  NodeMaker maker(archive, candidates, effort);
  const Node root = maker.make(near);
  MatchSet matches(candidates.size());
  for (std::uint32_t s = 0; s < candidates.size(); ++s) {
    const auto use = [&](Xapian::docid docid, const WordPlaces& places) {
      if (!spans_of(root, places, effort).empty()) matches[s].push_back(docid);
    };
    for_each_placed(archive, s, maker.words(), 1, candidates[s], use, effort);
  }
  return matches;
}

}  // namespace broadsheet
