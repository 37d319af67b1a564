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

/// Calls use() with each match and its story, for those without copies and for the first seen of each story.
template <typename Use>
void for_each_story(const Archive& archive, const MatchSet& matches, Use use) {
  const Stories& stories = archive.stories();
  std::vector<bool> seen(stories.count() + 1);
  for_each(matches, [&](Location location) {
    const std::uint32_t story = stories.story(location.segment, location.docid);
    if (story != 0 && seen[story]) return;
    seen[story] = true;
    use(location, story);
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
  std::uint64_t count = 0;
  for_each_story(archive, matches, [&](Location, std::uint32_t) { ++count; });
  return count;
}

MatchSet fold_copies(const Archive& archive, const MatchSet& matches) {
  MatchSet folded(matches.size());
  for_each_story(archive, matches, [&](Location location, std::uint32_t story) {
    if (story != 0) {
      const Stories::Story members = archive.stories().members(story);
      const auto first = std::find_if(members.begin(), members.end(),
                                      [&](const Stories::Place& place) { return contains(matches, place); });
      location = {first->segment, first->docid};
    }
    folded[location.segment].push_back(location.docid);
  });
  for (auto& docids : folded) std::sort(docids.begin(), docids.end());
  return folded;
}

StoryCopies copies_of(const Archive& archive, Location article) {
  return copies_if(archive, article, [](const Stories::Place&) { return true; });
}

StoryCopies copies_of(const Archive& archive, Location article, const MatchSet& among) {
  return copies_if(archive, article, [&](const Stories::Place& place) { return contains(among, place); });
}

}  // namespace broadsheet
