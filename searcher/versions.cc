// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/versions.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "common/error.h"
#include "common/words.h"
#include "searcher/hits.h"

namespace broadsheet {
namespace {

/// A superseded version has no words in the index: they are counted here.
Hit present_superseded(const Archive& archive, Location location) {
  Hit hit = present(archive, location);
  const std::size_t words = split_words(hit.article.title).size() +
                            split_words(body_text(hit.article)).size() +
                            split_words(hit.article.dateline_place).size();
  hit.word_count = static_cast<std::uint32_t>(words);
  return hit;
}

std::vector<Hit> superseded_hits(const Archive& archive, const std::string& identity) {
  std::vector<Hit> hits;
  for (const Location location : archive.superseded(identity))
    hits.push_back(present_superseded(archive, location));
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return std::tie(a.article.version, a.article.modified.seconds) >
           std::tie(b.article.version, b.article.modified.seconds);
  });
  return hits;
}

}  // namespace

std::vector<Hit> list_versions(const Archive& archive, const std::string& id) {
  std::vector<Hit> versions = superseded_hits(archive, id);
  const bool is_replaced = !versions.empty();
  try {
    versions.insert(versions.begin(), present_with_copies(archive, archive.find_article(id)));
  } catch (const InputError&) {
    if (is_replaced) return versions;
    throw;
  }
  const Article article = versions.front().article;
  std::vector<std::string> identities = article.replaces;
  if (article.identity != id) identities.insert(identities.begin(), article.identity);
  for (const std::string& identity : identities) {
    std::vector<Hit> older = superseded_hits(archive, identity);
    std::move(older.begin(), older.end(), std::back_inserter(versions));
  }
  return versions;
}

}  // namespace broadsheet
