// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive/segment_writer.h"

#include <doctest/doctest.h>

#include <algorithm>

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
