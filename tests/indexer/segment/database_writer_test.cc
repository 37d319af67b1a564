// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/database_writer.h"

#include <doctest/doctest.h>

#include <random>
#include <set>
#include <stdexcept>

#include "tests/indexer/segment/mixed_texts.h"
#include "tests/indexer/segment/test_documents.h"
#include "tests/indexer/segment/xapian_differences.h"
#include "tests/support/files.h"

using namespace broadsheet;
using test::TestDocument;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kPlentyOfMemory = 1 << 30;
using Metadata = std::map<std::string, std::string>;
using Removals = std::set<Xapian::docid>;

void write_by_xapian(const std::string& path, const std::vector<TestDocument>& documents,
                     const Removals& removed = {}, const Metadata& metadata = {}) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  Xapian::docid docid = 0;
  for (const TestDocument& document : documents) {
    if (!removed.contains(++docid)) database.replace_document(docid, test::by_xapian(document));
  }
  for (const auto& [key, value] : metadata) database.set_metadata(key, value);
  database.commit();
}

void write_by_us(const std::string& path, const std::vector<TestDocument>& documents,
                 const Removals& removed = {}, const Metadata& metadata = {},
                 std::uint64_t memory = kPlentyOfMemory) {
  const fs::path scratch = path + ".scratch";
  fs::create_directories(scratch);
  fs::create_directories(path);
  glass::DatabaseWriter writer(scratch, memory);
  glass::DocumentBuilder builder;
  for (const TestDocument& document : documents) {
    test::fill(builder, document);
    writer.add(builder.build());
  }
  for (const Xapian::docid docid : removed) writer.remove(docid);
  for (const auto& [key, value] : metadata) writer.set_metadata(key, value);
  writer.finish(path);
}

void compact(const std::vector<std::string>& paths, const std::string& target) {
  Xapian::Database all;
  for (const std::string& path : paths) all.add_database(Xapian::Database(path));
  all.compact(target, Xapian::Compactor::FULL);
}

void check_equal(const std::string& theirs, const std::string& ours) {
  const Xapian::Database a(theirs);
  const Xapian::Database b(ours);
  CHECK(test::check_faults(ours) == "");
  CHECK(test::differences(a, b) == "");
  CHECK(test::differences_of_answers(a, b) == "");
}

void check_written_alike(const std::vector<TestDocument>& documents, const Removals& removed = {},
                         const Metadata& metadata = {}, std::uint64_t memory = kPlentyOfMemory) {
  const test::TemporaryFolder folder;
  write_by_xapian(folder / "theirs", documents, removed, metadata);
  write_by_us(folder / "ours", documents, removed, metadata, memory);
  check_equal(folder / "theirs", folder / "ours");
}

TestDocument with_data(std::string data) {
  TestDocument document = test::document_of({"word"});
  document.data = std::move(data);
  return document;
}

TestDocument with_values(std::map<Xapian::valueno, std::string> values) {
  TestDocument document;
  document.values = std::move(values);
  return document;
}

TestDocument many_words(std::size_t count) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < count; ++i)
    words.push_back(i % 3 == 0 ? "often" : "w" + std::to_string(i % 7'000));
  return test::document_of(words);
}

TestDocument many_long_terms(const std::string& start, int count) {
  TestDocument document;
  for (int i = 0; i < count; ++i)
    document.occurrences.push_back({start + std::string(220, 'x') + std::to_string(1'000'000 + i)});
  return document;
}

/// Changes of all kinds, by Xapian.
void change(const std::string& path, const std::vector<TestDocument>& fresh) {
  Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
  std::mt19937 random(5);
  for (const TestDocument& document : fresh) {
    database.add_document(test::by_xapian(document));
    database.replace_document(1 + random() % database.get_lastdocid(), test::by_xapian(document));
    const Xapian::docid leaver = 1 + random() % database.get_lastdocid();
    if (database.get_doccount() > 5 && database.postlist_begin("") != database.postlist_end("")) {
      try {
        database.delete_document(leaver);
      } catch (const Xapian::DocNotFoundError&) {
        database.set_metadata("gone", std::to_string(leaver));
      }
    }
    if (random() % 20 == 0) database.commit();
  }
  database.add_spelling("word", 3);
  database.add_synonym("word", "term");
  database.commit();
}

}  // namespace

TEST_CASE("a segment has what Xapian's own writer would have written: edge cases") {
  struct Case {
    std::string what;
    std::vector<TestDocument> documents;
  };
  TestDocument heavy;
  heavy.occurrences = {{"a", std::nullopt, 126},    {"b", std::nullopt, 127},
                       {"c", std::nullopt, 128},    {"d", std::nullopt, 16'383},
                       {"e", std::nullopt, 16'384}, {"f", std::nullopt, 70'000},
                       {"g", std::nullopt, 0},      {"h", std::nullopt, 5'000'000}};
  TestDocument odd_positions;
  odd_positions.occurrences = {{"a", 0},
                               {"b", 5},
                               {"b", 5},
                               {"c", 9},
                               {"c", 2},
                               {"d", 0},
                               {"d", 4'000'000'000},
                               {"e", 4'000'000'000},
                               {"f", 3},
                               {"f", std::nullopt, 2},
                               {"g", 1, 0}};
  TestDocument mixed;  // the same terms without positions
  mixed.occurrences = {{"a"}, {"c"}, {"f"}, {"word"}};
  const std::string zeros("\0a\0\0b\0", 6);
  const Case cases[] = {
      {"no documents", {}},
      {"one empty document", {{}}},
      {"empty documents among others", {{}, test::document_of({"a"}), {}, {}, test::document_of({"b"}), {}}},
      {"empty documents only", {{}, {}, {}}},
      {"data only", {with_data("some")}},
      {"one term everywhere", std::vector<TestDocument>(3'000, test::document_of({"all", "all"}))},
      {"long terms",
       {test::document_of({std::string(245, 'x'), std::string(244, 'x'), std::string(245, 'y')})}},
      {"zero bytes",
       {test::document_of({zeros, std::string(1, '\0'), std::string(2, '\0'), "a"}),
        test::document_of({zeros + "x", std::string("a\0", 2), std::string("a\0b", 3), "a\x01"})}},
      {"zero bytes in a list of several chunks",
       std::vector<TestDocument>(3'000, test::document_of({"a", std::string("a\0", 2), "a\x01"}))},
      {"high bytes", {test::document_of({"\xff", "\xff\xff", "\xc3\xa9t\xc3\xa9", "\xe0"})}},
      {"most zeros", {test::document_of({std::string(124, '\0'), std::string(123, '\0') + "aa"})}},
      {"great wdf", {heavy, test::document_of({"a"}), heavy}},
      {"odd positions", {odd_positions, mixed, odd_positions, mixed}},
      {"100,000 words", {many_words(100'000), test::document_of({"often"}), many_words(1'000)}},
      {"branches of branches", {many_long_terms("a", 30'000), many_long_terms("b", 10'000)}},
      {"values",
       {with_values({{0, "a"}, {1, std::string(6'000, 'v')}, {4'000'000'000, "far"}}), with_values({{0, ""}}),
        with_values({{0, std::string("\0\xff", 2)}, {127, "x"}, {128, "y"}, {16'384, "z"}, {65'536, "q"}})}},
      {"one value, one document in between", {with_values({{3, "same"}}), {}, with_values({{3, "same"}})}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    check_written_alike(c.documents);
  }
}

TEST_CASE("a segment has what Xapian's own writer would have written: random documents") {
  struct Case {
    unsigned seed;
    std::size_t count;
    unsigned vocabulary;
  };
  for (const Case& c : {Case{1, 400, 30'000}, Case{2, 200, 50}, Case{3, 40, 1'000'000}, Case{4, 2, 10}}) {
    CAPTURE(c.seed);
    check_written_alike(test::random_documents(c.seed, c.count, c.vocabulary));
  }
}

TEST_CASE("memory that is full changes nothing in a segment") {
  const auto documents = test::random_documents(11, 500, 30'000);
  const test::TemporaryFolder folder;
  write_by_us(folder / "at_once", documents);
  write_by_us(folder / "in_runs", documents, {}, {}, 0);
  CHECK(fs::exists(folder.path() / "in_runs.scratch" / "run1"));
  for (const char* table : {"postlist.glass", "position.glass", "termlist.glass", "docdata.glass"}) {
    CAPTURE(table);
    const bool is_same = test::read_whole_file(folder.path() / "at_once" / table) ==
                         test::read_whole_file(folder.path() / "in_runs" / table);
    CHECK(is_same);
  }
}

TEST_CASE("a document that was taken out again leaves no trace, in memory or in a run") {
  const auto documents = test::random_documents(12, 400, 10'000);
  std::mt19937 random(9);
  Removals some;
  for (Xapian::docid docid = 1; docid <= documents.size(); ++docid) {
    if (random() % 3 == 0) some.insert(docid);
  }
  Removals all;
  for (Xapian::docid docid = 1; docid <= 20; ++docid) all.insert(docid);
  check_written_alike(documents, some, {}, 0);
  check_written_alike(documents, some);
  check_written_alike(test::random_documents(13, 20, 100), all);
  check_written_alike(test::random_documents(13, 20, 100), {1, 2, 20});
}

TEST_CASE("metadata is kept, but for what is empty") {
  const Metadata entries = {{"label/person/01", "Ada"},
                            {"a", std::string(10'000, 'm')},
                            {"b", ""},
                            {std::string("z\0z", 3), std::string("\0", 1)},
                            {std::string(200, 'k'), "long"}};
  check_written_alike(test::random_documents(14, 5, 100), {}, entries);
  check_written_alike({}, {}, entries);
}

TEST_CASE("data and termlists of every length read back, also once compacted and changed") {
  const test::TemporaryFolder folder;
  std::vector<TestDocument> documents;
  for (const std::size_t around : {8'192, 16'384, 24'576, 2'100'000}) {
    for (std::size_t size = around - 2; size<around + 300; size += around> 100'000 ? 37 : 1) {
      for (const char byte : {'a', '\0'}) documents.push_back(with_data(std::string(size, byte)));
    }
  }
  test::TextMaker make(15);
  for (int i = 0; i < 4'000; ++i) documents.push_back(with_data(make.of_any_kind()));
  for (int extra = 0; extra < 60; ++extra) {
    TestDocument document;
    for (int i = 0; i < 33; ++i)
      document.occurrences.push_back({std::string(1, static_cast<char>('A' + i)) + std::string(244, 'x')});
    document.occurrences.push_back({std::string(static_cast<std::size_t>(1 + extra * 4), 'z')});
    documents.push_back(document);
  }
  write_by_us(folder / "ours", documents);
  compact({folder / "ours"}, folder / "compacted");
  for (const char* name : {"ours", "compacted"}) {
    CAPTURE(name);
    CHECK(test::check_faults(folder / name) == "");
    const Xapian::Database database(folder / name);
    for (Xapian::docid docid = 1; docid <= documents.size(); ++docid) {
      CAPTURE(docid);
      REQUIRE(database.get_document(docid).get_data() == documents[docid - 1].data);
      REQUIRE(static_cast<std::size_t>(
                  std::distance(database.termlist_begin(docid), database.termlist_end(docid))) ==
              documents[docid - 1].occurrences.size());
    }
  }
}

TEST_CASE("Xapian goes on writing to a segment as to one of its own") {
  const test::TemporaryFolder folder;
  const auto documents = test::random_documents(21, 200, 5'000);
  write_by_xapian(folder / "theirs", documents);
  write_by_us(folder / "ours", documents);
  const auto fresh = test::random_documents(22, 80, 5'000);
  change(folder / "theirs", fresh);
  change(folder / "ours", fresh);
  check_equal(folder / "theirs", folder / "ours");
}

TEST_CASE("several segments compact to what one would be") {
  const test::TemporaryFolder folder;
  const auto first = test::random_documents(31, 150, 5'000);
  const auto second = test::random_documents(32, 100, 5'000);
  auto both = first;
  both.insert(both.end(), second.begin(), second.end());
  write_by_us(folder / "first", first);
  write_by_us(folder / "second", second);
  write_by_us(folder / "both", both);
  compact({folder / "first", folder / "second"}, folder / "compacted");
  check_equal(folder / "both", folder / "compacted");
}

TEST_CASE("data is read from the writer before the segment is written") {
  const test::TemporaryFolder folder;
  glass::DatabaseWriter writer(folder.path(), kPlentyOfMemory);
  const std::string long_data(3'000'000, 'd');
  CHECK(writer.add(test::by_builder(with_data("one"))) == 1);
  CHECK(writer.add(test::by_builder(with_data(long_data))) == 2);
  CHECK(writer.add(test::by_builder(with_data(""))) == 3);
  CHECK(writer.data(1) == "one");
  CHECK(writer.data(2) == long_data);
  CHECK(writer.data(3).empty());
  writer.remove(2);
  writer.remove(2);
  CHECK(writer.documents() == 2);
}

TEST_CASE("what a segment cannot hold is refused") {
  glass::DocumentBuilder builder;
  for (const std::string& term : {std::string(), std::string(246, 'x'), std::string(125, '\0')}) {
    CAPTURE(term.size());
    CHECK_THROWS_AS(builder.add_term(term), std::length_error);
  }
}

TEST_CASE("a folder that cannot be written to is an error that names it") {
  const test::TemporaryFolder folder;
  glass::DatabaseWriter writer(folder.path(), kPlentyOfMemory);
  CHECK_THROWS_WITH_AS(writer.finish(folder.path() / "missing"), doctest::Contains("missing"),
                       std::system_error);
  CHECK_THROWS_AS(glass::DatabaseWriter(folder.path() / "missing", 0), std::system_error);
}
