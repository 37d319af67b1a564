// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/segment_writer.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/indexer/segment/xapian_differences.h"
#include "tests/support/files.h"

using namespace broadsheet;
namespace fs = std::filesystem;

namespace {

/// An article whose stored form is long, but for a few bytes, by one letter again and again.
StoredArticle article_of(std::size_t length) {
  StoredArticle stored;
  stored.article.identity = "urn:" + std::to_string(length);
  stored.article.paragraphs = {{Role::Body, std::string(length, 'a')}};
  return stored;
}

struct SegmentFolder : test::TemporaryFolder {
  SegmentFolder() { fs::create_directories(path() / "segments"); }
};

}  // namespace

TEST_CASE(
    "stock Xapian does lose some data of just over 8,192 bytes: the fault that segments are guarded "
    "against") {
  const SegmentFolder folder;
  Xapian::WritableDatabase database((folder.path() / "plain").string(), Xapian::DB_CREATE);
  for (std::size_t length = 8193; length < 8500; ++length) {
    Xapian::Document document;
    document.set_data(std::string(length, 'a'));
    database.add_document(document);
  }
  database.commit();
  CHECK_FALSE(unreadable_documents(database).empty());
}

TEST_CASE("every document of a segment reads back") {
  const SegmentFolder folder;
  SegmentWriter writer(folder.path() / "scratch", 0);
  constexpr std::size_t kFirst = 8000;
  constexpr std::size_t kLast = 8500;
  for (std::size_t length = kFirst; length < kLast; ++length) writer.add(build_document(article_of(length)));
  const SegmentEntry entry = writer.finish(folder.path(), "0001");
  CHECK(entry.documents == kLast - kFirst);
  const Xapian::Database segment((folder.path() / "segments/0001").string());
  CHECK(unreadable_documents(segment).empty());
  for (std::size_t length = kFirst; length < kLast; ++length) {
    const auto docid = static_cast<Xapian::docid>(length - kFirst + 1);
    REQUIRE(decode_article(segment.get_document(docid).get_data()) == article_of(length));
  }
}

TEST_CASE("merging keeps every document and the better of two labels") {
  const SegmentFolder folder;
  std::vector<SegmentEntry> entries;
  for (const char* name : {"0001", "0002"}) {
    SegmentWriter writer(folder.path() / "scratch", 0);
    BuiltDocument built = build_document(article_of(10));
    built.labels = {{Facet::Source, 7, std::string(name) == "0001" ? "THE POST" : "The Post"}};
    writer.add(built);
    entries.push_back(writer.finish(folder.path(), name));
  }
  SegmentEntry merged;
  REQUIRE(merge_segments(folder.path(), entries, "0003", merged));
  const Xapian::Database segment((folder.path() / "segments/0003").string());
  CHECK(segment.get_doccount() == 2);
  CHECK(segment.get_metadata(label_key(Facet::Source, 7)) == "The Post");
}

TEST_CASE("many changes to a segment give the documents that few do, each by its own way") {
  const SegmentFolder folder;
  SegmentWriter writer(folder.path() / "scratch", 0);
  constexpr Xapian::docid kArticles = 300;
  for (Xapian::docid number = 1; number <= kArticles; ++number) {
    StoredArticle stored = article_of(number);
    stored.article.title = "Number " + std::to_string(number);
    stored.article.language = number % 3 == 0 ? "de" : "en";
    stored.article.source = number < 20 ? "THE POST" : "The Post";
    stored.entities.persons = {{"Person " + std::to_string(number / 7), false}};
    writer.add(build_document(stored));
  }
  const SegmentEntry old_one = writer.finish(folder.path(), "0001");
  const auto open = [&](const std::string& name) {
    return Xapian::Database((folder.path() / "segments" / name).string());
  };
  SegmentChanges changes;
  for (Xapian::docid docid = 5; docid < kArticles; docid += 31) changes.superseded.insert(docid);
  const auto changed = change_segment(folder.path(), old_one, "0002", changes);
  REQUIRE(changed);
  const SegmentEntry rebuilt = rebuild_segment(folder.path(), old_one, "0003", changes, 0);
  CHECK(changed->documents == kArticles);
  CHECK(rebuilt.documents == kArticles);
  CHECK(test::differences(open("0002"), open("0003")) == "");

  SUBCASE("and from then on those that were superseded stay so") {
    changes.superseded = {7};
    REQUIRE(change_segment(folder.path(), *changed, "0004", changes));
    rebuild_segment(folder.path(), rebuilt, "0005", changes, 0);
    CHECK(test::differences(open("0004"), open("0005")) == "");
  }
  SUBCASE("and what is removed is gone, with its labels") {
    changes.superseded = {300};
    for (Xapian::docid docid = 1; docid < 50; ++docid) changes.removed.insert(docid);
    REQUIRE(change_segment(folder.path(), old_one, "0004", changes));
    rebuild_segment(folder.path(), old_one, "0005", changes, 0);
    const Xapian::Database by_change = open("0004");
    const Xapian::Database by_rebuilding = open("0005");
    CHECK(by_rebuilding.get_doccount() == kArticles - 49);
    std::vector<std::string> data[2];
    std::vector<std::string> metadata[2];
    int which = 0;
    for (const Xapian::Database& database : {by_change, by_rebuilding}) {
      for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
        data[which].push_back(database.get_document(*at).get_data());
      for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
        metadata[which].push_back(*key + database.get_metadata(*key));
      ++which;
    }
    CHECK(data[0] == data[1]);
    CHECK(metadata[0] == metadata[1]);
  }
}
