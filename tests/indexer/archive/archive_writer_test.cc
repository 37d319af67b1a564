// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/archive_writer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "common/error.h"
#include "common/manifest.h"
#include "tests/support/files.h"

using namespace broadsheet;
namespace fs = std::filesystem;

namespace {

struct TestArchive : test::TemporaryFolder {
  fs::path archive() const { return path() / "a.archive"; }
};

ArchiveWriter::Settings settings() {
  ArchiveWriter::Settings settings;
  settings.derive["variants"] = [](const auto&) { return std::string(); };
  return settings;
}

PreparedArticle article(const std::string& identity, const std::string& text) {
  StoredArticle stored;
  stored.article.identity = identity;
  stored.article.title = "Harvest report " + identity;
  stored.article.paragraphs = {{Role::Body, text}};
  return prepare(std::move(stored));
}

std::uint64_t searchable(const fs::path& archive, const std::string& word) {
  return Xapian::Database(archive.string()).get_termfreq(word);
}

/// All documents' data, those of superseded versions marked; in order.
std::vector<std::string> contents(const fs::path& archive) {
  std::vector<std::string> all;
  const Xapian::Database database(archive.string());
  for (auto docid = database.postlist_begin(""); docid != database.postlist_end(""); ++docid) {
    const std::string mark = database.get_doclength(*docid) == 0 ? "superseded " : "";
    all.push_back(mark + database.get_document(*docid).get_data());
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// New articles, newer and older versions, the same once more, others that replace them and some that are
/// killed, all mixed.
std::vector<std::string> contents_after_many_changes(const fs::path& archive, std::uint64_t per_segment) {
  ArchiveWriter::Settings settings_of_test = settings();
  settings_of_test.documents_per_segment = per_segment;
  ArchiveWriter writer(archive, settings_of_test);
  for (int n = 0; n < 120; ++n) {
    StoredArticle stored;
    stored.article.identity = "urn:" + std::to_string(n * 7 % 40 + n / 6);
    stored.article.version = n * 5 % 11;
    stored.article.paragraphs = {
        {Role::Body, "the wheat of the north stood in week " + std::to_string(n % 13)}};
    if (n % 9 == 0) stored.article.replaces = {"urn:" + std::to_string(n / 3)};
    writer.add(prepare(std::move(stored)));
    if (n % 31 == 30) writer.bury("urn:" + std::to_string(n / 2), "urn:" + std::to_string(n / 2), "killed");
    writer.keep_up();
  }
  writer.publish(true);
  return contents(archive);
}

}  // namespace

TEST_CASE("what was not published is not seen, what was published is seen whole") {
  const TestArchive folder;
  ArchiveWriter writer(folder.archive(), settings());
  CHECK(writer.add(article("urn:1", "wheat")).outcome == Outcome::Indexed);
  CHECK(Xapian::Database(folder.archive().string()).get_doccount() == 0);
  writer.publish(true);
  CHECK(searchable(folder.archive(), "wheat") == 1);
}

TEST_CASE("an archive has one writer at a time") {
  const TestArchive folder;
  const ArchiveWriter writer(folder.archive(), settings());
  CHECK_THROWS_AS(ArchiveWriter(folder.archive(), settings()), InputError);
}

TEST_CASE("a newer version replaces the older, in the same run and in a later one") {
  const TestArchive folder;
  {
    ArchiveWriter writer(folder.archive(), settings());
    writer.add(article("urn:1", "wheat stood well in the fields"));
    CHECK(writer.add(article("urn:1", "wheat stood badly in the fields")).outcome == Outcome::Updated);
    writer.publish(true);
  }
  CHECK(searchable(folder.archive(), "badly") == 1);
  CHECK(searchable(folder.archive(), "well") == 0);
  {
    ArchiveWriter writer(folder.archive(), settings());
    CHECK(writer.add(article("urn:1", "wheat stood badly in the fields")).outcome == Outcome::Unchanged);
    CHECK(writer.add(article("urn:1", "wheat stood poorly in the fields")).outcome == Outcome::Updated);
    writer.publish(true);
  }
  CHECK(searchable(folder.archive(), "badly") == 0);
  CHECK(searchable(folder.archive(), "poorly") == 1);
  CHECK(searchable(folder.archive(), "XVurn:1") == 2);  // the superseded versions stay readable
}

TEST_CASE("a removed article is gone with all its versions and does not come back") {
  const TestArchive folder;
  ArchiveWriter writer(folder.archive(), settings());
  writer.add(article("urn:1", "wheat in the fields of the north"));
  writer.add(article("urn:1", "wheat in the fields of the south"));
  writer.publish(true);
  CHECK(writer.remove("urn:1", "test"));
  writer.publish(true);
  CHECK(Xapian::Database(folder.archive().string()).get_doccount() == 0);
  CHECK(writer.add(article("urn:1", "wheat")).outcome == Outcome::Buried);
  CHECK_FALSE(writer.remove("urn:1", "test"));
  CHECK_THROWS_AS(writer.remove("urn:2", "test"), InputError);
  writer.restore("urn:1");
  CHECK(writer.add(article("urn:1", "wheat")).outcome == Outcome::Indexed);
}

TEST_CASE("an older version that comes late is kept, not searched, and comes once") {
  const TestArchive folder;
  ArchiveWriter writer(folder.archive(), settings());
  const auto version = [](std::int64_t number, const std::string& word) {
    StoredArticle stored;
    stored.article.identity = "urn:1";
    stored.article.version = number;
    stored.article.paragraphs = {{Role::Body, "the wheat in the fields of the north stood " + word}};
    return prepare(std::move(stored));
  };
  CHECK(writer.add(version(3, "badly")).outcome == Outcome::Indexed);
  CHECK(writer.add(version(1, "well")).outcome == Outcome::Older);
  CHECK(writer.add(version(1, "well")).outcome == Outcome::Older);
  writer.publish(true);
  CHECK(writer.add(version(1, "well")).outcome == Outcome::Older);
  CHECK(writer.add(version(2, "fairly")).outcome == Outcome::Older);
  writer.publish(true);
  CHECK(searchable(folder.archive(), "badly") == 1);
  CHECK(searchable(folder.archive(), "well") + searchable(folder.archive(), "fairly") == 0);
  CHECK(searchable(folder.archive(), "XVurn:1") == 2);
}

TEST_CASE("what was superseded does not come back when its file is read again") {
  const TestArchive folder;
  ArchiveWriter writer(folder.archive(), settings());
  writer.add(article("urn:1", "wheat stood well in the fields"));
  writer.add(article("urn:1", "wheat stood badly in the fields"));
  writer.publish(true);
  CHECK(writer.add(article("urn:1", "wheat stood well in the fields")).outcome == Outcome::Older);
  CHECK(writer.add(article("urn:1", "wheat stood badly in the fields")).outcome == Outcome::Unchanged);
}

TEST_CASE("an article that says which other it stands in for replaces it, whichever comes first") {
  const auto correction = [] {
    StoredArticle stored;
    stored.article.identity = "urn:2";
    stored.article.replaces = {"urn:1"};
    stored.article.paragraphs = {{Role::Body, "barley"}};
    return prepare(std::move(stored));
  };
  for (const bool correction_first : {false, true}) {
    for (const bool published_between : {false, true}) {
      CAPTURE(correction_first);
      CAPTURE(published_between);
      const TestArchive folder;
      ArchiveWriter writer(folder.archive(), settings());
      const auto add = [&](bool the_correction) {
        return writer.add(the_correction ? correction() : article("urn:1", "wheat")).outcome;
      };
      CHECK(add(correction_first) == Outcome::Indexed);
      if (published_between) writer.publish(true);
      CHECK(add(!correction_first) == (correction_first ? Outcome::Older : Outcome::Updated));
      writer.publish(true);
      CHECK(searchable(folder.archive(), "wheat") == 0);
      CHECK(searchable(folder.archive(), "barley") == 1);
      CHECK(searchable(folder.archive(), "XVurn:1") == 1);
    }
  }
}

TEST_CASE("an article whose id was taken is updated under the identity that it got") {
  const TestArchive folder;
  ArchiveWriter writer(folder.archive(), settings());
  const auto other = [](const std::string& word) {
    StoredArticle stored;
    stored.article.identity = "urn:1";
    stored.article.title = "Orchestra";
    stored.article.paragraphs = {{Role::Body, "violins and trumpets played until midnight " + word}};
    return prepare(std::move(stored));
  };
  CHECK(writer.add(article("urn:1", "wheat stood well in the fields")).outcome == Outcome::Indexed);
  const AddResult first = writer.add(other("loudly"));
  CHECK(first.outcome == Outcome::Indexed);
  REQUIRE(first.collided_identity);
  for (const bool again : {false, true}) {
    CAPTURE(again);
    CHECK(writer.add(other("loudly")).outcome == Outcome::Unchanged);
    writer.publish(true);
  }
  const AddResult second = writer.add(other("softly"));
  CHECK(second.outcome == Outcome::Updated);
  CHECK(second.collided_identity == first.collided_identity);
  writer.publish(true);
  CHECK(searchable(folder.archive(), "softly") == 1);
  CHECK(searchable(folder.archive(), "loudly") == 0);
  CHECK(searchable(folder.archive(), "wheat") == 1);
}

TEST_CASE("an article is buried wherever it is, and whether or not it came") {
  const TestArchive folder;
  ArchiveWriter writer(folder.archive(), settings());
  const std::string large = "wheat " + std::string(9000, 'a');
  writer.add(article("urn:1", "wheat"));
  writer.publish(true);
  writer.add(article("urn:2", "wheat"));
  writer.add(article("urn:3", large));
  writer.add(article("urn:4", "barley"));
  for (const char* id : {"urn:1", "urn:2", "urn:3", "urn:5"}) writer.bury(id, id, "killed");
  CHECK(writer.add(article("urn:5", "wheat")).outcome == Outcome::Buried);
  writer.publish(true);
  CHECK(searchable(folder.archive(), "wheat") == 0);
  CHECK(Xapian::Database(folder.archive().string()).get_doccount() == 1);
}

TEST_CASE("what was deleted or superseded leaves no name behind") {
  const auto with_person = [](const std::string& identity, const std::string& name, const std::string& text) {
    StoredArticle stored;
    stored.article.identity = identity;
    stored.article.paragraphs = {{Role::Body, "wheat in the fields of the north, " + text}};
    stored.entities.persons = {{name, true}};
    return prepare(std::move(stored));
  };
  const auto labels = [](const fs::path& archive) {
    std::size_t count = 0;
    for (const SegmentEntry& entry : read_manifest(archive).segments) {
      const Xapian::Database segment(segment_path(archive, entry.name).string());
      const std::string prefix = label_key_prefix(Facet::Person);
      for (auto key = segment.metadata_keys_begin(prefix); key != segment.metadata_keys_end(prefix); ++key)
        ++count;
    }
    return count;
  };
  const TestArchive folder;
  ArchiveWriter writer(folder.archive(), settings());
  writer.add(with_person("urn:1", "Ann Oak", "early"));
  writer.add(with_person("urn:1", "Bea Elm", "late"));
  writer.add(with_person("urn:2", "Cy Ash", "late"));
  writer.publish(true);
  CHECK(labels(folder.archive()) == 2);
  writer.remove("urn:2", "test");
  writer.publish(true);
  CHECK(labels(folder.archive()) == 1);
}

TEST_CASE("a long version is superseded though Xapian may not read it back") {
  const TestArchive folder;
  ArchiveWriter writer(folder.archive(), settings());
  for (std::size_t length = 8190; length < 8400; ++length) {
    const std::string text = "wheat in the fields of the north " + std::string(length, 'a');
    const std::string identity = "urn:" + std::to_string(length);
    writer.add(article(identity, text));
    REQUIRE(writer.add(article(identity, text + " again")).outcome == Outcome::Updated);
  }
  writer.publish(true);
  CHECK(searchable(folder.archive(), "again") == 210);
  CHECK(Xapian::Database(folder.archive().string()).get_doccount() == 420);
}

TEST_CASE("variants are made anew after a run that was broken off") {
  const TestArchive folder;
  int made = 0;
  ArchiveWriter::Settings counting;
  counting.derive["variants"] = [&](const auto&) {
    ++made;
    return std::string();
  };
  {
    ArchiveWriter writer(folder.archive(), counting);
    writer.add(article("urn:1", "wheat"));
    writer.publish(true);
    writer.add(article("urn:2", "wheat"));
    writer.publish(false);
  }
  CHECK(made == 1);
  for (const bool again : {false, true}) {
    CAPTURE(again);
    ArchiveWriter writer(folder.archive(), counting);
    writer.publish(true);
    CHECK(made == 2);
  }
}

TEST_CASE("what a broken-off run left behind is swept by the next") {
  const TestArchive folder;
  { ArchiveWriter writer(folder.archive(), settings()); }
  fs::create_directories(folder.archive() / "segments/0042");
  std::ofstream(folder.archive() / "segments/0042.columns") << "x";
  std::ofstream(folder.archive() / "ledger.99") << "x";
  std::ofstream(folder.archive() / "segments/notes.txt") << "x";
  { ArchiveWriter writer(folder.archive(), settings()); }
  CHECK_FALSE(fs::exists(folder.archive() / "segments/0042"));
  CHECK_FALSE(fs::exists(folder.archive() / "segments/0042.columns"));
  CHECK_FALSE(fs::exists(folder.archive() / "ledger.99"));
  CHECK(fs::exists(folder.archive() / "segments/notes.txt"));  // not ours
}

TEST_CASE("a folder that holds other things is not taken for an archive") {
  const TestArchive folder;
  fs::create_directories(folder.archive());
  std::ofstream(folder.archive() / "letter.txt") << "x";
  CHECK_THROWS_AS(ArchiveWriter(folder.archive(), settings()), InputError);
  fs::remove(folder.archive() / "letter.txt");
  fs::create_directories(folder.archive() / "segments");
  std::ofstream(folder.archive() / "segments/letter.txt") << "x";
  CHECK_THROWS_AS(ArchiveWriter(folder.archive(), settings()), InputError);
  CHECK(fs::exists(folder.archive() / "segments/letter.txt"));
}

TEST_CASE("segments stay few however often an archive is added to") {
  const TestArchive folder;
  ArchiveWriter::Settings small = settings();
  small.documents_per_segment = 4;
  ArchiveWriter writer(folder.archive(), small);
  std::size_t most = 0;
  for (int n = 0; n < 200; ++n) {
    writer.add(article("urn:" + std::to_string(n), "wheat"));
    writer.publish(true);
    most = std::max(most, writer.folder().manifest().segments.size());
  }
  CHECK(most <= 3 * 8);
  CHECK(searchable(folder.archive(), "wheat") == 200);
}

TEST_CASE("segments that are written while the next one fills make the same archive") {
  const TestArchive together;
  const TestArchive in_segments;
  CHECK(contents_after_many_changes(together.archive(), 1'000) ==
        contents_after_many_changes(in_segments.archive(), 3));
  CHECK(read_manifest(together.archive()).segments.size() == 1);
  CHECK(read_manifest(in_segments.archive()).segments.size() > 1);
}

TEST_CASE(
    "a segment that is published while another one fills does not say that inputs of that one are read") {
  const TestArchive folder;
  ArchiveWriter::Settings small = settings();
  small.documents_per_segment = 2;
  ArchiveWriter writer(folder.archive(), small);
  const auto take = [&](const std::string& name) {
    writer.add(article("urn:" + name + "1", "wheat"));
    writer.add(article("urn:" + name + "2", "wheat"));
    writer.ledger().record(name, {});
  };
  take("first");
  writer.keep_up();
  take("second");
  writer.bury("urn:none", "urn:none", "killed");  // waits for the first segment
  CHECK(searchable(folder.archive(), "wheat") == 2);
  const auto published = [&] { return Ledger::load(folder.archive() / writer.folder().manifest().ledger); };
  CHECK(published().unchanged("first", {}, "", 0));
  CHECK_FALSE(published().unchanged("second", {}, "", 0));
  writer.publish(true);
  CHECK(searchable(folder.archive(), "wheat") == 4);
  CHECK(published().unchanged("second", {}, "", 0));
}

TEST_CASE("a segment's name that a killed run used is not used again") {
  const TestArchive folder;
  { ArchiveWriter writer(folder.archive(), settings()); }
  fs::create_directories(folder.archive() / "segments/0041.new");
  {
    ArchiveWriter writer(folder.archive(), settings());
    writer.add(article("urn:1", "wheat"));
    writer.publish(true);
    CHECK(writer.folder().manifest().segments[0].name == "0042");
  }
  CHECK_FALSE(fs::exists(folder.archive() / "segments/0041.new"));
}

TEST_CASE("a writer does not go on with an archive of which a table is missing") {
  const TestArchive folder;
  {
    ArchiveWriter writer(folder.archive(), settings());
    writer.add(article("urn:1", "wheat"));
    writer.publish(true);
  }
  fs::remove(folder.archive() / "segments/0001/postlist.glass");
  CHECK_THROWS_AS(ArchiveWriter(folder.archive(), settings()), InputError);
}
