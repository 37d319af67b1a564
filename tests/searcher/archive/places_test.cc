// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archive/places.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>

using namespace broadsheet;

namespace {

namespace fs = std::filesystem;

/// A database that Xapian writes, in a folder that is removed at the end.
class XapianDatabase {
 public:
  XapianDatabase()
      : folder_(fs::temp_directory_path() / ("broadsheet-places-" + std::to_string(::getpid()))) {
    fs::remove_all(folder_);
    Xapian::WritableDatabase database(folder_.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    for (Xapian::docid docid = 1; docid <= 400; ++docid) add(database, docid);
    for (Xapian::docid docid :
         {0x7fffu, 0x8000u, 0x3fffffu, 0x400000u, 0x1fffffffu, 0x20000000u, 0xfffffff0u})
      add(database, docid);
  }
  ~XapianDatabase() { fs::remove_all(folder_); }
  XapianDatabase(const XapianDatabase&) = delete;
  XapianDatabase& operator=(const XapianDatabase&) = delete;

  const fs::path& folder() const { return folder_; }

 private:
  void add(Xapian::WritableDatabase& database, Xapian::docid docid) {
    Xapian::Document document;
    document.add_boolean_term("Qnowhere");
    document.add_posting("every", 1 + random_() % 100'000);
    if (docid % 3 == 0) add_places(document, "dense", 1 + random_() % 300, 2);
    if (docid % 5 == 0) add_places(document, "sparse", 1 + random_() % 20, 90'000);
    if (docid % 7 == 0) add_places(document, "spa", 2, 4'000'000);
    if (docid % 100 == 0) add_places(document, "pieces", 4000, 1000);
    if (docid % 2 == 0) document.add_posting(std::string("zero\0byte", 9), docid);
    if (docid % 4 == 0) document.add_posting(std::string("zero\0", 5), docid);
    if (docid % 11 == 0) document.add_posting(std::string(240, 'l') + std::to_string(docid % 3), 0xfffffffe);
    database.replace_document(docid, document);
  }

  void add_places(Xapian::Document& document, const std::string& term, std::size_t count,
                  std::uint32_t most_apart) {
    Xapian::termpos at = 0;
    for (std::size_t i = 0; i < count; ++i) document.add_posting(term, at += 1 + random_() % most_apart);
  }

  fs::path folder_;
  std::mt19937 random_{1963};
};

std::vector<Xapian::termpos> places_here(const PlacesOfTerm& term) {
  std::string buffer;
  std::vector<Xapian::termpos> places;
  read_places(term.encoded(buffer), places);
  return places;
}

/// Every list of a table, as far as it can be read.
void read_all(const GlassTable& table) {
  for (const char* term : {"dense", "every", "pieces", "spa", "sparse"}) {
    PlacesOfTerm places(table, term);
    Xapian::docid last = 0;
    for (Xapian::docid at = places.seek(1); at > last && at != 0xfffffff0u; at = places.seek(at + 1)) {
      last = at;
      places_here(places);
    }
  }
}

}  // namespace

TEST_CASE("positions are those that Xapian reads") {
  const XapianDatabase written;
  const Xapian::Database database(written.folder().string());
  const GlassTable table = GlassTable::open(written.folder(), GlassTable::Name::Position);
  int lists = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    if (*term == "Qnowhere") continue;
    PlacesOfTerm places(table, *term);
    Xapian::docid from = 1;
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at, ++lists) {
      CAPTURE(*term);
      CAPTURE(*at);
      REQUIRE(places.seek(from) == *at);
      from = *at + 1;
      const std::vector<Xapian::termpos> expected(database.positionlist_begin(*at, *term),
                                                  database.positionlist_end(*at, *term));
      CHECK(places_here(places) == expected);
    }
    CHECK(places.seek(from) == 0);
  }
  CHECK(lists > 1000);
}

TEST_CASE("a term without positions, and one that does not occur, are nowhere") {
  const XapianDatabase written;
  const GlassTable table = GlassTable::open(written.folder(), GlassTable::Name::Position);
  for (const char* term : {"Qnowhere", "ever", "everyday", "zzz", "", "A", "zer"}) {
    CAPTURE(term);
    CHECK(PlacesOfTerm(table, term).seek(1) == 0);
  }
  CHECK(PlacesOfTerm(GlassTable(), "every").seek(1) == 0);
}

TEST_CASE("the first article from a number on is found, near and far") {
  const XapianDatabase written;
  const GlassTable table = GlassTable::open(written.folder(), GlassTable::Name::Position);
  PlacesOfTerm dense(table, "dense");
  const std::pair<Xapian::docid, Xapian::docid> cases[] = {
      {1, 3}, {3, 3}, {4, 6}, {7, 9}, {200, 201}, {399, 399}, {400, 0x3fffff}, {0xfffffff1u, 0}, {5, 6}};
  for (const auto& [from, found] : cases) {
    CAPTURE(from);
    CHECK(dense.seek(from) == found);
  }
}

TEST_CASE("a damaged table gives an error or other numbers, and nothing else happens") {
  const XapianDatabase written;
  const fs::path file = written.folder() / "position.glass";
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
      read_all(GlassTable::open(written.folder(), GlassTable::Name::Position));
    } catch (const Xapian::DatabaseError&) {
      ++refused;
    }
    bytes.seekp(at);
    bytes.put(before);
  }
  CHECK(refused > 0);
}

TEST_CASE("a list of positions that says what cannot be is refused") {
  const std::pair<std::string, std::string> cases[] = {
      {"nothing", ""},
      {"a number without end", "\xff\xff\xff\xff\xff\xff"},
      {"more behind a last position of none", std::string("\0\x01", 2)},
      {"bits that are missing", "\xe8\x07\x01"},
      {"a million and no bits", std::string("\xff\xff\xff\x0f\0\0\0\xfe\xff\x1f\0", 11)},
  };
  for (const auto& [why, encoded] : cases) {
    CAPTURE(why);
    std::vector<Xapian::termpos> places;
    CHECK_THROWS_AS(read_places({encoded}, places), Xapian::DatabaseCorruptError);
  }
}

TEST_CASE("a folder that is no glass database is refused") {
  const XapianDatabase written;
  const auto rewrite = [&](const std::string& version) {
    std::ofstream(written.folder() / "iamglass", std::ios::binary) << version;
  };
  std::ifstream file(written.folder() / "iamglass", std::ios::binary);
  const std::string version{std::istreambuf_iterator<char>(file), {}};
  for (std::size_t kept = 0; kept < 60; ++kept) {
    CAPTURE(kept);
    rewrite(version.substr(0, kept));
    CHECK_THROWS_AS(GlassTable::open(written.folder(), GlassTable::Name::Position), Xapian::DatabaseError);
  }
  std::string of_another_year = version;
  of_another_year[14] = '\x06';
  rewrite(of_another_year);
  CHECK_THROWS_AS(GlassTable::open(written.folder(), GlassTable::Name::Position),
                  Xapian::DatabaseVersionError);
  fs::remove(written.folder() / "iamglass");
  CHECK_THROWS_AS(GlassTable::open(written.folder(), GlassTable::Name::Position), Xapian::DatabaseError);
}
