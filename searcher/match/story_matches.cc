// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/story_matches.h"

#include <algorithm>
#include <functional>
#include <set>

namespace broadsheet {
namespace {

bool contains(const MatchSet& matches, const Stories::Place& place) {
  const auto& docids = matches[place.segment];
  return std::binary_search(docids.begin(), docids.end(), place.docid);
}

/// A set of articles, a bit each.
class ArticleBits {
 public:
  explicit ArticleBits(const Archive& archive) {
    for (const Segment& segment : archive.segments())
      words_.emplace_back(segment.columns.last_docid() / 64 + 1);
  }

  bool has(std::uint32_t segment, Xapian::docid docid) const {
    const auto& words = words_[segment];
    return docid / 64 < words.size() && (words[docid / 64] >> docid % 64 & 1) != 0;
  }
  void set(std::uint32_t segment, Xapian::docid docid) {
    words_[segment][docid / 64] |= std::uint64_t{1} << docid % 64;
  }

  /// Those of a segment's that are not set; without branches, as nobody can predict them.
  std::vector<Xapian::docid> others(std::uint32_t segment, const std::vector<Xapian::docid>& docids) const {
    const std::vector<std::uint64_t>& words = words_[segment];
    std::vector<Xapian::docid> others(docids.size());
    std::size_t size = 0;
    for (Xapian::docid docid : docids) {
      others[size] = docid;
      size += (words[docid / 64] >> docid % 64 & 1) == 0;
    }
    others.resize(size);
    return others;
  }

 private:
  std::vector<std::vector<std::uint64_t>> words_;  // by segment
};

/// The matches that have copies; told gets their stories, each once.
ArticleBits with_copies(const Archive& archive, const MatchSet& matches, std::vector<std::uint32_t>& told) {
  const Stories& stories = archive.stories();
  ArticleBits bits(archive);
  std::vector<char> seen(stories.count() + 1);
  for_each(matches, [&](Location location) {
    const std::uint32_t story = stories.story(location.segment, location.docid);
    if (story == 0) return;
    bits.set(location.segment, location.docid);
    if (seen[story] == 0) told.push_back(story);
    seen[story] = 1;
  });
  return bits;
}

/// All of a story's matches but the first of them.
void add_followers(const Stories& stories, std::uint32_t story, const ArticleBits& matching,
                   ArticleBits& followers) {
  bool is_led = false;
  stories.for_each_member(story, [&](const Stories::Place& place) {
    if (!matching.has(place.segment, place.docid)) return;
    if (is_led) followers.set(place.segment, place.docid);
    is_led = true;
  });
}

void add_sources(const Archive& archive, Location location, std::set<ValueId>& sources) {
  const Columns& columns = archive.segments()[location.segment].columns;
  const auto dictionary = columns.dictionary(Facet::Source);
  for (const std::uint32_t index : columns.values(Facet::Source, location.docid))
    sources.insert(dictionary[index]);
}

StoryCopies copies_if(const Archive& archive, Location article,
                      const std::function<bool(const Stories::Place&)>& wanted) {
  StoryCopies copies;
  copies.leader = article;
  std::set<ValueId> sources;
  add_sources(archive, article, sources);
  if (const std::uint32_t story = archive.stories().story(article.segment, article.docid); story != 0) {
    const Stories::Story members = archive.stories().members(story);
    copies.leader = {members.front().segment, members.front().docid};
    for (const Stories::Place& place : members) {
      const Location other{place.segment, place.docid};
      if (other == article || !wanted(place)) continue;
      copies.others.push_back(other);
      add_sources(archive, other, sources);
    }
  }
  copies.sources = sources.size();
  return copies;
}

}  // namespace

std::uint64_t count_stories(const Archive& archive, const MatchSet& matches) {
  const Stories& stories = archive.stories();
  std::vector<char> seen(stories.count() + 1);
  std::uint64_t count = 0;
  for_each(matches, [&](Location location) {
    const std::uint32_t story = stories.story(location.segment, location.docid);
    count += story == 0 || seen[story] == 0;
    seen[story] = 1;
  });
  return count;
}

MatchSet fold_copies(const Archive& archive, const MatchSet& matches) {
  const Stories& stories = archive.stories();
  if (stories.count() == 0) return matches;
  std::vector<std::uint32_t> told;
  const ArticleBits matching = with_copies(archive, matches, told);
  ArticleBits followers(archive);
  for (const std::uint32_t story : told) add_followers(stories, story, matching, followers);
  MatchSet folded(matches.size());
  for (std::uint32_t s = 0; s < matches.size(); ++s) folded[s] = followers.others(s, matches[s]);
  return folded;
}

StoryCopies copies_of(const Archive& archive, Location article) {
  return copies_if(archive, article, [](const Stories::Place&) { return true; });
}

StoryCopies copies_of(const Archive& archive, Location article, const MatchSet& among) {
  return copies_if(archive, article, [&](const Stories::Place& place) { return contains(among, place); });
}

}  // namespace broadsheet
