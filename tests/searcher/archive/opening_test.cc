// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archive/opening.h"

#include <doctest/doctest.h>

#include <fstream>

#include "common/error.h"
#include "tests/searcher/small_archive.h"

using namespace broadsheet;
using test::SmallArchive;

namespace {

const std::vector<std::vector<test::SmallArticle>> kOneArticle = {{{"Alpha.", ""}}};

void publish_again(const std::filesystem::path& path) {
  const std::string text = format_manifest([&] {
    Manifest manifest = read_manifest(path);
    ++manifest.generation;
    return manifest;
  }());
  std::ofstream(path / kManifestName) << text;
}

}  // namespace

TEST_CASE("an archive that is published anew while it is opened is opened again") {
  const SmallArchive small(kOneArticle);
  const std::uint64_t first = read_manifest(small.path()).generation;
  int opened = 0;
  SUBCASE("though nothing was missed") {
    const Manifest manifest = open_settled(small.path(), [&](const Manifest&) {
      if (++opened == 1) publish_again(small.path());
    });
    CHECK(manifest.generation == first + 1);
    CHECK(opened == 2);
  }
  SUBCASE("because a file was missed") {
    const Manifest manifest = open_settled(small.path(), [&](const Manifest& now) {
      if (++opened == 1) publish_again(small.path());
      if (now.generation == first) throw Xapian::DatabaseOpeningError("gone");
    });
    CHECK(manifest.generation == first + 1);
    CHECK(opened == 2);
  }
  SUBCASE("but not for ever") {
    CHECK_THROWS_AS(open_settled(small.path(), [&](const Manifest&) { publish_again(small.path()); }),
                    InputError);
  }
}

TEST_CASE("an archive that stands still is opened once, and its damage is told") {
  const SmallArchive small(kOneArticle);
  int opened = 0;
  CHECK(open_settled(small.path(), [&](const Manifest&) { ++opened; }).generation > 0);
  CHECK(opened == 1);
  CHECK_THROWS_AS(
      open_settled(small.path(), [](const Manifest&) { throw Xapian::DatabaseCorruptError("bad"); }),
      Xapian::DatabaseCorruptError);
  std::filesystem::remove_all(segment_path(small.path(), read_manifest(small.path()).segments[0].name));
  CHECK_THROWS_AS(Archive{small.path()}, InputError);
}

TEST_CASE("what fails on a missing file is read once more from the archive as it is then") {
  const SmallArchive small(kOneArticle);
  ReopenedArchive archive(small.path());
  const std::uint64_t first = archive.now().manifest().generation;
  int reads = 0;
  const auto generation = archive.read([&](const Archive& now) {
    if (++reads == 1) {
      publish_again(small.path());
      throw Xapian::DatabaseModifiedError("gone");
    }
    return now.manifest().generation;
  });
  CHECK(reads == 2);
  CHECK(generation == first + 1);
  CHECK_THROWS_AS(archive.read([&](const Archive&) -> int { throw Xapian::DatabaseCorruptError("bad"); }),
                  Xapian::DatabaseCorruptError);
}

TEST_CASE("a reader that stays open sees what was published since, when it asks") {
  const SmallArchive small(kOneArticle);
  ReopenedArchive archive(small.path());
  const auto generation = [&] {
    return archive.read([](const Archive& now) { return now.manifest().generation; });
  };
  const std::uint64_t first = generation();
  publish_again(small.path());
  CHECK(archive.now().manifest().generation == first);
  CHECK(generation() == first + 1);
  std::filesystem::remove(small.path() / kManifestName);
  CHECK_THROWS_AS(generation(), InputError);
  CHECK(archive.now().manifest().generation == first + 1);
}

TEST_CASE("an archive of which a table is missing or cut short is not opened") {
  const SmallArchive small(kOneArticle);
  const auto table =
      segment_path(small.path(), read_manifest(small.path()).segments[0].name) / "position.glass";
  std::filesystem::resize_file(table, std::filesystem::file_size(table) + 1);
  CHECK_THROWS_AS(Archive{small.path()}, InputError);
  std::filesystem::remove(table);
  CHECK_THROWS_AS(Archive{small.path()}, InputError);
}

TEST_CASE("damaged columns are built again, a damaged file of variants is an error") {
  const SmallArchive small(kOneArticle);
  const Manifest manifest = read_manifest(small.path());
  std::filesystem::resize_file(columns_path(small.path(), manifest.segments[0].name), 100);
  CHECK(Archive(small.path()).segments()[0].columns.is_live(1));
  std::ofstream(small.path() / manifest.derived_name("variants")) << "Ann Lee\tAnne Lee\n";
  CHECK_THROWS_AS(Archive{small.path()}, InputError);
}
