// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archive/postings.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <vector>

#include "tests/searcher/small_archive.h"

using namespace broadsheet;

namespace {

namespace fs = std::filesystem;

/// A database that Xapian writes, in a folder that is removed at the end.
class WrittenByXapian {
 public:
  static constexpr Xapian::docid kLast = 0xfffffff0;

  WrittenByXapian()
      : folder_(fs::temp_directory_path() / ("broadsheet-postings-" + std::to_string(::getpid()))) {
    fs::remove_all(folder_);
    Xapian::WritableDatabase database(folder_.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    for (Xapian::docid docid = 1; docid <= 5000; ++docid) add(database, docid);
    for (const Xapian::docid docid : {0x7fffu, 0x8000u, 0x3fffffu, 0x400000u, 0x20000000u, kLast})
      add(database, docid);
  }
  ~WrittenByXapian() { fs::remove_all(folder_); }
  WrittenByXapian(const WrittenByXapian&) = delete;
  WrittenByXapian& operator=(const WrittenByXapian&) = delete;

  const fs::path& folder() const { return folder_; }
  GlassTable table() const { return GlassTable::open(folder_, GlassTable::Name::Postlist); }

 private:
  void add(Xapian::WritableDatabase& database, Xapian::docid docid) {
    Xapian::Document document;
    document.add_term("every", 1 + random_() % 1000);
    document.add_boolean_term("without");
    if (random_() % 2 == 0) document.add_term("half", 1 + random_() % 3);
    if (docid % 1000 == 7) document.add_term("rare", 0x7fffffff);
    if (docid == 17) document.add_term("once");
    if (docid % 2 == 0) document.add_term(std::string("zero\0byte", 9));
    if (docid % 4 == 0) document.add_term(std::string("zero\0", 5));
    if (docid % 3 == 0) document.add_term(std::string(240, 'l'));
    database.replace_document(docid, document);
  }

  fs::path folder_;
  std::mt19937 random_{1987};
};

using Postings = std::vector<std::pair<Xapian::docid, std::uint32_t>>;

Postings by_xapian(const Xapian::Database& database, const std::string& term) {
  Postings postings;
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
    postings.emplace_back(*at, at.get_wdf());
  return postings;
}

template <typename List>
Postings read(List&& list) {
  Postings postings;
  for (; list.docid() != PostingList::kEnd; list.next()) postings.emplace_back(list.docid(), list.wdf());
  return postings;
}

}  // namespace

TEST_CASE("a posting list is the one that Xapian reads") {
  const WrittenByXapian written;
  const Xapian::Database database(written.folder().string());
  const GlassTable table = written.table();
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    CAPTURE(*term);
    PostingList list(table, WrittenByXapian::kLast, *term);
    CHECK(list.frequency() == term.get_termfreq());
    CHECK(read(list) == by_xapian(database, *term));
  }
}

TEST_CASE("a term that does not occur has an empty list") {
  const WrittenByXapian written;
  const GlassTable table = written.table();
  for (const char* term : {"", "ever", "everyday", "zzz", "A", "zer"}) {
    CAPTURE(term);
    const PostingList list(table, WrittenByXapian::kLast, term);
    CHECK(list.frequency() == 0);
    CHECK(list.docid() == PostingList::kEnd);
  }
  CHECK(PostingList(GlassTable(), 1, "every").docid() == PostingList::kEnd);
}

TEST_CASE("the first article from a docid on is found, near and far") {
  const WrittenByXapian written;
  const Xapian::Database database(written.folder().string());
  const GlassTable table = written.table();
  std::mt19937 random(7);
  for (const char* term : {"every", "half", "rare", "once"}) {
    const Postings postings = by_xapian(database, term);
    for (int round = 0; round < 50; ++round) {
      PostingList list(table, WrittenByXapian::kLast, term);
      std::size_t expected = 0;
      for (std::uint64_t from = 0; from < WrittenByXapian::kLast;
           from += from < 6000 ? random() % (1 + round * 90u) : from) {
        const auto docid = static_cast<Xapian::docid>(++from);
        CAPTURE(docid);
        list.skip_to(docid);
        while (expected < postings.size() && postings[expected].first < docid) ++expected;
        REQUIRE(list.docid() == (expected < postings.size() ? postings[expected].first : PostingList::kEnd));
        if (expected == postings.size()) break;
        REQUIRE(list.wdf() == postings[expected].second);
      }
      list.skip_to(PostingList::kEnd);
      CHECK(list.docid() == PostingList::kEnd);
    }
  }
}

TEST_CASE("a damaged table gives an error or other articles of the segment, and nothing else happens") {
  const WrittenByXapian written;
  const fs::path file = written.folder() / "postlist.glass";
  const auto blocks = static_cast<unsigned>(fs::file_size(file) / 8192);
  std::mt19937 random(7);
  int refused = 0;
  for (int i = 0; i < 300; ++i) {
    const auto at =
        static_cast<std::streamoff>(random() % blocks * 8192 + random() % (i % 2 == 0 ? 64 : 8192));
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekg(at);
    const auto before = static_cast<char>(bytes.get());
    bytes.seekp(at);
    bytes.put(static_cast<char>(random()));
    bytes.flush();
    try {
      const GlassTable table = written.table();
      for (const char* term : {"every", "half", "rare", "once"}) {
        Xapian::docid last = 0;
        for (const auto& [docid, wdf] : read(PostingList(table, 5000, term))) {
          REQUIRE(docid > last);
          REQUIRE(docid <= 5000);
          last = docid;
        }
      }
    } catch (const Xapian::DatabaseError&) {
      ++refused;
    }
    bytes.seekp(at);
    bytes.put(before);
  }
  CHECK(refused > 0);
}

TEST_CASE("a stem is in the articles of all its words, as often as they occur") {
  const std::vector<test::SmallArticle> articles = {{"Elected elect elects.", ""},
                                                    {"They elect.", ""},
                                                    {"Voted.", ""},
                                                    {"Elections, elected.", ""},
                                                    {"Gewählt.", "", "de"},
                                                    {"None.", ""},
                                                    {"x", "", "en", {}, {}, "The Post", "Elect the elected"}};
  const test::SmallArchive small({articles});
  const Archive archive(small.path());
  const Segment& segment = archive.segments()[0];
  const Postings expected = {{1, 3}, {2, 1}, {4, 2}, {7, 6}};  // of a title each word counts three times
  CHECK(read(StemPostings(segment, "Zelect")) == expected);
  CHECK(stem_frequency(archive, "Zelect") == 4);
  CHECK(read(StemPostings(segment, "ZSelect")) == Postings{{7, 2}});
  CHECK(stem_frequency(archive, "Zkiosk") == 0);
}
