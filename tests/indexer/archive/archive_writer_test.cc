// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/archive_writer.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "common/error.h"
#include "common/manifest.h"
#include "indexer/archive/versions.h"

using namespace broadsheet;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("broadsheet-writer-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  fs::path archive() const { return path_ / "a.archive"; }

 private:
  fs::path path_;
};

ArchiveWriter::Settings settings() {
  ArchiveWriter::Settings settings;
  settings.make_variants = [](const auto&) { return std::string(); };
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

}  // namespace

TEST_CASE("what was not published is not seen, what was published is seen whole") {
  const Folder folder;
  ArchiveWriter writer(folder.archive(), settings());
  CHECK(writer.add(article("urn:1", "wheat")).outcome == Outcome::Indexed);
  CHECK(Xapian::Database(folder.archive().string()).get_doccount() == 0);
  writer.publish(true);
  CHECK(searchable(folder.archive(), "wheat") == 1);
}

TEST_CASE("an archive has one writer at a time") {
  const Folder folder;
  const ArchiveWriter writer(folder.archive(), settings());
  CHECK_THROWS_AS(ArchiveWriter(folder.archive(), settings()), InputError);
}

TEST_CASE("a newer version replaces the older, in the same run and in a later one") {
  const Folder folder;
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
  const Folder folder;
  ArchiveWriter writer(folder.archive(), settings());
  writer.add(article("urn:1", "wheat in the fields of the north"));
  writer.add(article("urn:1", "wheat in the fields of the south"));
  writer.publish(true);
  CHECK(writer.remove("urn:1", "test") == "urn:1");
  writer.publish(true);
  CHECK(Xapian::Database(folder.archive().string()).get_doccount() == 0);
  CHECK(writer.add(article("urn:1", "wheat")).outcome == Outcome::Buried);
  CHECK_THROWS_AS(writer.remove("urn:1", "test"), InputError);
  writer.restore("urn:1");
  CHECK(writer.add(article("urn:1", "wheat")).outcome == Outcome::Indexed);
}

TEST_CASE("what a broken-off run left behind is swept by the next") {
  const Folder folder;
  { ArchiveWriter writer(folder.archive(), settings()); }
  fs::create_directories(folder.archive() / "segments/0042");
  std::ofstream(folder.archive() / "segments/0042.columns") << "x";
  std::ofstream(folder.archive() / "ledger.99") << "x";
  { ArchiveWriter writer(folder.archive(), settings()); }
  CHECK_FALSE(fs::exists(folder.archive() / "segments/0042"));
  CHECK_FALSE(fs::exists(folder.archive() / "segments/0042.columns"));
  CHECK_FALSE(fs::exists(folder.archive() / "ledger.99"));
}

TEST_CASE("a folder that holds other things is not taken for an archive") {
  const Folder folder;
  fs::create_directories(folder.archive());
  std::ofstream(folder.archive() / "letter.txt") << "x";
  CHECK_THROWS_AS(ArchiveWriter(folder.archive(), settings()), InputError);
}

TEST_CASE("versions are told from unrelated articles and from each other by number and time") {
  const auto make = [](const std::string& title, const std::string& body, std::int64_t version,
                       const char* modified) {
    Article article;
    article.title = title;
    article.paragraphs = {{Role::Body, body}};
    article.version = version;
    if (const auto moment = parse_iso_moment(modified)) article.modified = *moment;
    return article;
  };
  const std::string body = "the harbour bridge opened on monday after two years of work and many delays";
  const Article old_one = make("Bridge opens", body, 2, "2019-05-02");
  CHECK(relation(old_one, make("Bridge opens at last", body, 3, "")) == Relation::Newer);
  CHECK(relation(old_one, make("Bridge opens", body, 1, "")) == Relation::Older);
  CHECK(relation(old_one, make("Bridge opens", body, 2, "2019-05-01")) == Relation::Older);
  CHECK(relation(old_one, make("Bridge opens", body, 2, "2019-05-03")) == Relation::Newer);
  CHECK(relation(old_one, make("Wheat falls", "grain traders sold futures heavily in chicago", 3, "")) ==
        Relation::Unrelated);
}

TEST_CASE("segments stay few however often an archive is added to") {
  const Folder folder;
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
