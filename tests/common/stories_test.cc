// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/stories.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "common/error.h"
#include "tests/support/files.h"

using namespace broadsheet;
using Place = Stories::Place;
using Story = Stories::Story;

namespace {

const std::vector<Stories::Segment> kSegments = {{"uuid-a", 5}, {"uuid-b", 3}};
const std::vector<Story> kStories = {{{0, 2}, {1, 3}}, {{1, 1}, {0, 5}, {0, 1}}};

std::string bytes() {
  return Stories::build(kSegments, kStories, 0);
}

}  // namespace

TEST_CASE("stories are read as they were written") {
  const Stories stories = Stories::from_bytes(bytes(), {"uuid-a", "uuid-b"});
  CHECK(stories.count() == 2);
  CHECK(stories.members(1) == kStories[0]);
  CHECK(stories.members(2) == kStories[1]);
  CHECK(stories.story(0, 2) == 1);
  CHECK(stories.story(1, 1) == 2);
  CHECK(stories.story(0, 3) == 0);
  CHECK(stories.story(0, 6) == 0);  // beyond the segment
  CHECK(stories.story(7, 1) == 0);
}

TEST_CASE("segments may be listed in another order, or be gone, or be new") {
  const Stories stories = Stories::from_bytes(bytes(), {"uuid-new", "uuid-b"});
  CHECK(stories.story(0, 2) == 0);
  CHECK(stories.story(1, 3) == 1);
  CHECK(stories.members(1) == Story{{1, 3}});
  CHECK(stories.members(2) == Story{{1, 1}});
}

TEST_CASE("an archive may have no stories at all") {
  CHECK(Stories().count() == 0);
  CHECK(Stories::from_bytes(Stories::build({}, {}, 0), {}).count() == 0);
  CHECK(Stories::from_bytes(Stories::build(kSegments, {}, 0), {"uuid-a"}).story(0, 2) == 0);
}

TEST_CASE("a copies file that is damaged anywhere is refused") {
  const std::string whole = bytes();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    CAPTURE(i);
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
    // Only the number of articles without a signature may differ unseen: it is a note to the reader.
    if (i >= 32 && i < 40) continue;
    CHECK_THROWS_AS(Stories::from_bytes(damaged, {"uuid-a", "uuid-b"}), std::runtime_error);
    CHECK_THROWS_AS(Stories::from_bytes(whole.substr(0, i), {"uuid-a", "uuid-b"}), std::runtime_error);
  }
}

TEST_CASE("what is not known of copies is said, with the remedy") {
  const test::TemporaryFolder folder;
  Manifest manifest;
  CHECK(Stories::load(folder.path(), manifest, {}).gap().empty());
  CHECK(Stories::load(folder.path(), manifest, {"uuid-a"}).gap().find("--reindex") != std::string::npos);
  manifest.derived["copies"].name = "copies.3";
  CHECK_THROWS_AS(Stories::load(folder.path(), manifest, {"uuid-a"}), InputError);
  test::write_file(folder / "copies.3", "no copies file");
  CHECK_THROWS_AS(Stories::load(folder.path(), manifest, {"uuid-a"}), InputError);
  test::write_file(folder / "copies.3", bytes());
  CHECK(Stories::load(folder.path(), manifest, {"uuid-a"}).gap().empty());
  CHECK(Stories::load(folder.path(), manifest, {"uuid-a"}).story(0, 2) == 1);
  manifest.derived["copies"].stale = true;
  CHECK(Stories::load(folder.path(), manifest, {"uuid-a"}).gap().find("broken off") != std::string::npos);
  manifest.derived["copies"].stale = false;
  test::write_file(folder / "copies.3", Stories::build(kSegments, kStories, 7));
  CHECK(Stories::load(folder.path(), manifest, {"uuid-a"}).gap().find("7 articles") != std::string::npos);
}
