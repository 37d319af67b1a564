// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/story_matches.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>

#include "searcher/ranking/ranking.h"
#include "tests/searcher/small_archive.h"

using namespace broadsheet;
using test::SmallArchive;

namespace {

/// Three segments, the articles of each from one of four papers.
std::vector<std::vector<test::SmallArticle>> articles_of(std::size_t per_segment) {
  std::vector<std::vector<test::SmallArticle>> segments(3);
  for (std::size_t i = 0; i < 3 * per_segment; ++i) {
    test::SmallArticle article{"text of number " + std::to_string(i), "1987-01-10"};
    article.source = "Paper " + std::to_string(i % 4);
    segments[i / per_segment].push_back(article);
  }
  return segments;
}

/// Any articles at all as stories: what counts is told by hand.
std::vector<Stories::Story> random_stories(std::mt19937& random, std::size_t segments,
                                           std::size_t per_segment) {
  std::vector<Stories::Place> places;
  for (std::uint32_t s = 0; s < segments; ++s) {
    for (std::uint32_t docid = 1; docid <= per_segment; ++docid) places.push_back({s, docid});
  }
  std::shuffle(places.begin(), places.end(), random);
  std::vector<Stories::Story> stories;
  for (std::size_t begin = 0; begin + 2 < places.size() * 2 / 3;) {
    const std::size_t size = std::min(2 + random() % 5, places.size() - begin);
    const auto at = [&](std::size_t i) { return places.begin() + static_cast<std::ptrdiff_t>(i); };
    stories.emplace_back(at(begin), at(begin + size));
    begin += size;
  }
  return stories;
}

Derivations::mapped_type writer_of(const std::vector<Stories::Story>& stories) {
  return [stories](const std::vector<SegmentView>& segments) {
    if (segments.size() < 3) return Stories::build({}, {}, 0);
    std::vector<Stories::Segment> listed;
    for (const SegmentView& segment : segments)
      listed.push_back({segment.database.get_uuid(), segment.database.get_lastdocid()});
    return Stories::build(listed, stories, 0);
  };
}

/// The story of each article, as the list says; those without copies have one of their own.
std::map<std::pair<std::uint32_t, Xapian::docid>, std::size_t> story_by_place(
    const std::vector<Stories::Story>& stories) {
  std::map<std::pair<std::uint32_t, Xapian::docid>, std::size_t> by_place;
  for (std::size_t i = 0; i < stories.size(); ++i) {
    for (const auto& place : stories[i]) by_place[{place.segment, place.docid}] = i;
  }
  return by_place;
}

}  // namespace

TEST_CASE("stories are counted as by hand, folding shows each once, and copies add up to the articles") {
  constexpr std::size_t kPerSegment = 30;
  std::mt19937 random(11);
  for (int archives = 0; archives < 3; ++archives) {
    const auto stories = random_stories(random, 3, kPerSegment);
    const SmallArchive small(articles_of(kPerSegment), "", writer_of(stories));
    const Archive archive(small.path());
    const auto by_place = story_by_place(stories);
    for (int round = 0; round < 30; ++round) {
      MatchSet matches = all_articles(archive);
      for (auto& docids : matches) std::erase_if(docids, [&](Xapian::docid) { return random() % 3 != 0; });
      std::map<std::size_t, std::vector<Location>> told;
      std::size_t alone = 0;
      for_each(matches, [&](Location at) {
        const auto found = by_place.find({at.segment, at.docid});
        told[found == by_place.end() ? stories.size() + alone++ : found->second].push_back(at);
      });
      CHECK(count_stories(archive, matches) == told.size());
      const MatchSet folded = fold_copies(archive, matches);
      CHECK(size(folded) == told.size());
      std::uint64_t articles = 0;
      for_each(folded, [&](Location at) {
        const StoryCopies copies = copies_of(archive, at, matches);
        articles += 1 + copies.others.size();
        CHECK(copies.sources >= 1);
        CHECK(copies.sources <= 1 + copies.others.size());
        const auto found = by_place.find({at.segment, at.docid});
        if (found == by_place.end()) return;
        // The one shown is the first of the story's list that matches.
        for (const auto& place : stories[found->second]) {
          const auto& docids = matches[place.segment];
          if (!std::binary_search(docids.begin(), docids.end(), place.docid)) continue;
          CHECK(Location{place.segment, place.docid} == at);
          break;
        }
      });
      CHECK(articles == size(matches));
    }
  }
}

TEST_CASE("pages of folded stories follow each other without gap or repetition") {
  constexpr std::size_t kPerSegment = 20;
  std::mt19937 random(3);
  const auto stories = random_stories(random, 3, kPerSegment);
  const SmallArchive small(articles_of(kPerSegment), "", writer_of(stories));
  const Archive archive(small.path());
  const MatchSet folded = fold_copies(archive, all_articles(archive));
  const Scoring scoring{PlannedQuery::of_term("text"), {}};
  const auto all = rank(archive, scoring, folded, SortOrder::Relevance, 0, 1000);
  CHECK(all.size() == size(folded));
  std::vector<Location> paged;
  for (std::uint64_t offset = 0; offset < all.size(); offset += 7) {
    for (const RankedArticle& one : rank(archive, scoring, folded, SortOrder::Relevance, offset, 7))
      paged.push_back(one.location);
  }
  REQUIRE(paged.size() == all.size());
  for (std::size_t i = 0; i < all.size(); ++i) CHECK(paged[i] == all[i].location);
}

TEST_CASE("an archive without a copies file has as many stories as articles") {
  const SmallArchive small(articles_of(3));
  const Archive archive(small.path());
  const MatchSet all = all_articles(archive);
  CHECK(count_stories(archive, all) == 9);
  CHECK(fold_copies(archive, all) == all);
  CHECK(copies_of(archive, {1, 2}).others.empty());
  CHECK(copies_of(archive, {1, 2}).leader == Location{1, 2});
  CHECK_FALSE(archive.stories().gap().empty());
}
