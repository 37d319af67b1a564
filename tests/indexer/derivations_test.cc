// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/derivations.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "common/stories.h"
#include "indexer/archive/archive_writer.h"
#include "tests/support/files.h"

using namespace broadsheet;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kNames = {"Volodymyr Zelensky",
                                         "Wolodymyr Selenskyj",
                                         "VOLODYMYR ZELENSKY",
                                         "Boris Jelzin",
                                         "Boris Yeltsin",
                                         "Boris Eltsine",
                                         "Ann Oak",
                                         "Ann OAK",
                                         "Mikhail Gorbachev",
                                         "Michail Gorbatschow"};

std::string text_of(std::size_t seed) {
  std::mt19937 random(static_cast<unsigned>(seed));
  std::string text;
  for (int i = 0; i < 150; ++i) text += "word" + std::to_string(random() % 400) + ' ';
  return text;
}

/// Many are copies of each other, some under another title or with an end of their own; some are of no day.
StoredArticle article_of(std::size_t number) {
  StoredArticle stored;
  stored.article.identity = "urn:d:" + std::to_string(number);
  stored.article.title = "Report " + (number % 3 == 0 ? std::to_string(number) : std::string("of the day"));
  stored.article.corrected = number % 17 == 0;
  const std::string end = number % 5 == 0 ? " and so it ends " + std::to_string(number) : "";
  stored.article.paragraphs = {{Role::Body, text_of(number % 23) + end}};
  if (number % 7 != 0)
    stored.article.published = *parse_iso_moment("2004-02-" + std::to_string(10 + number % 3));
  stored.entities.persons.push_back({kNames[number % kNames.size()], false});
  return stored;
}

using Run = std::vector<std::size_t>;

/// What is derived of an archive, in words that do not tell how it is cut: stories, variants.
struct Derived {
  std::set<std::vector<std::string>> stories;
  std::string variants;
};

Derived derived_of(const fs::path& archive) {
  Derived derived;
  const Manifest manifest = read_manifest(archive);
  std::vector<std::string> uuids;
  std::vector<Columns> columns;
  for (const SegmentEntry& entry : manifest.segments) {
    const Xapian::Database segment(segment_path(archive, entry.name).string());
    uuids.push_back(segment.get_uuid());
    columns.push_back(Columns::open(columns_path(archive, entry.name), segment));
  }
  const Stories stories = Stories::load(archive, manifest, uuids);
  for (std::uint32_t story = 1; story <= stories.count(); ++story) {
    std::vector<std::string> members;
    for (const auto& place : stories.members(story))
      members.emplace_back(columns[place.segment].identity(place.docid));
    derived.stories.insert(members);
  }
  derived.variants = test::read_whole_file(archive / manifest.derived_name("variants"));
  return derived;
}

/// Of an archive that is made in so many runs, and segments of so many articles.
Derived derived_in(const std::vector<Run>& runs, std::uint64_t documents_per_segment,
                   const std::vector<std::string>& removed) {
  const test::TemporaryFolder folder;
  const fs::path archive = folder.path() / "d.archive";
  for (const Run& run : runs) {
    ArchiveWriter::Settings settings;
    settings.documents_per_segment = documents_per_segment;
    settings.derive = derivations();
    ArchiveWriter writer(archive, settings);
    for (const std::size_t number : run) {
      writer.add(prepare(article_of(number)));
      writer.keep_up();
    }
    writer.publish(true);
  }
  ArchiveWriter writer(archive, {documents_per_segment, 64 << 20, derivations()});
  for (const std::string& id : removed) writer.remove(id, "test");
  writer.publish(true);
  return derived_of(archive);
}

}  // namespace

TEST_CASE("stories and variants are those of the whole archive, whatever the order and the cut of runs") {
  constexpr std::size_t kArticles = 150;
  Run all(kArticles);
  for (std::size_t i = 0; i < kArticles; ++i) all[i] = i + 1;
  const std::vector<std::string> removed = {"urn:d:4", "urn:d:17", "urn:d:23"};
  const Derived expected = derived_in({all}, kArticles, removed);
  REQUIRE(expected.stories.size() > 15);
  REQUIRE(expected.variants.find("Boris Eltsine\t") != std::string::npos);

  std::mt19937 random(3);
  for (int round = 0; round < 4; ++round) {
    std::shuffle(all.begin(), all.end(), random);
    std::vector<Run> runs;
    for (std::size_t begin = 0; begin < kArticles;) {
      const std::size_t end = std::min(kArticles, begin + 1 + random() % 30);
      const auto at = [&](std::size_t i) { return all.begin() + static_cast<std::ptrdiff_t>(i); };
      runs.emplace_back(at(begin), at(end));
      begin = end;
    }
    CAPTURE(round);
    const Derived derived = derived_in(runs, 2 + random() % 20, removed);
    CHECK(derived.stories == expected.stories);
    CHECK(derived.variants == expected.variants);
  }
}

TEST_CASE("a name that only removed articles had is no variant any more") {
  CHECK(derived_in({{4, 5}}, 10, {}).variants.find("Boris Yeltsin\tBoris Eltsine") != std::string::npos);
  CHECK(derived_in({{4, 5}}, 10, {"urn:d:5"}).variants.find("Boris") == std::string::npos);
}
