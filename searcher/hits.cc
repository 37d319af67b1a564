// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/hits.h"

#include <algorithm>

#include "searcher/match/names.h"
#include "searcher/match/story_matches.h"

namespace broadsheet {
namespace {

std::string upper(std::string code) {
  for (char& c : code) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
  }
  return code;
}

std::vector<std::string> shown_persons(const Archive& archive, const std::vector<NameTag>& tags) {
  std::vector<std::string> names;
  for (const NameTag& tag : tags) {
    const ValueId id = value_id(tag.name);
    if (archive.persons().is_dropped(id)) continue;
    std::string name = shown_value(archive, Facet::Person, archive.persons().person(id), "en");
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

HitStory told(const Archive& archive, const StoryCopies& copies) {
  constexpr std::size_t kMostIdentities = 20;
  HitStory story;
  story.leader = archive.identity(copies.leader);
  story.copies = copies.others.size();
  story.sources = copies.sources;
  for (std::size_t i = 0; i < std::min(copies.others.size(), kMostIdentities); ++i)
    story.identities.emplace_back(archive.identity(copies.others[i]));
  return story;
}

}  // namespace

Hit present(const Archive& archive, Location location) {
  Hit hit;
  StoredArticle stored = decode_article(archive.document(location).get_data());
  hit.short_id = short_id(stored.article.identity);
  hit.word_count = archive.segments()[location.segment].columns.word_count(location.docid);
  hit.persons = shown_persons(archive, stored.entities.persons);
  for (const NameTag& tag : stored.entities.organisations) hit.organisations.push_back(tag.name);
  for (const CountryTag& tag : stored.entities.countries) {
    hit.countries.push_back(upper(tag.code));
    if (tag.about) hit.about.push_back(upper(tag.code));
  }
  hit.article = std::move(stored.article);
  return hit;
}

HitStory story_of(const Archive& archive, Location location, const MatchSet& matches) {
  return told(archive, copies_of(archive, location, matches));
}

Hit present_with_copies(const Archive& archive, Location location) {
  Hit hit = present(archive, location);
  const StoryCopies copies = copies_of(archive, location);
  hit.story = told(archive, copies);
  for (const Location other : copies.others) {
    Article article = decode_article(archive.document(other).get_data()).article;
    hit.copies.push_back({std::move(article.id), short_id(article.identity), article.identity,
                          std::move(article.title), std::move(article.source), article.published,
                          other == copies.leader});
  }
  return hit;
}

}  // namespace broadsheet
