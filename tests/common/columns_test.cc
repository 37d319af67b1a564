// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/columns.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "tests/support/files.h"

using namespace broadsheet;

namespace {

Xapian::WritableDatabase database_of_three() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document dated;
  const Moment moment = *parse_iso_moment("1987-03-03T23:30:00-05:00");
  dated.add_value(slot::kIdentity, "urn:1");
  dated.add_value(slot::kPublished, encode_moment(moment));
  dated.add_value(slot::kFirstDay, encode_day(moment.first_day()));
  dated.add_value(slot::kLastDay, encode_day(moment.last_day()));
  dated.add_value(slot::kWordCount, encode_number(412));
  dated.add_value(slot::kPersons, pack_ids({40, 10}));
  dated.add_value(slot::kSource, pack_ids({5}));
  dated.add_term("oil", 3);
  database.add_document(dated);
  database.add_document(Xapian::Document());  // a superseded version has no values
  Xapian::Document undated;
  undated.add_value(slot::kIdentity, "urn:3");
  undated.add_value(slot::kPersons, pack_ids({10}));
  database.add_document(undated);
  return database;
}

std::string with_changed_byte(std::string bytes, std::size_t at) {
  bytes[at] = static_cast<char>(bytes[at] ^ 0x41);
  return bytes;
}

}  // namespace

TEST_CASE("columns give back what the value slots hold") {
  const Xapian::WritableDatabase database = database_of_three();
  const Columns columns = Columns::from_bytes(Columns::build(database), database.get_uuid());
  CHECK(columns.last_docid() == 3);
  CHECK(columns.is_live(1));
  CHECK_FALSE(columns.is_live(2));
  CHECK(columns.identity(3) == "urn:3");
  CHECK(to_iso(columns.published(1)) == "1987-03-03T23:30:00-05:00");
  CHECK(day_to_iso(columns.first_day(1)) == "1987-03-03");
  CHECK(columns.word_count(1) == 412);
  CHECK_FALSE(columns.published(3).known());
  const auto persons = columns.dictionary(Facet::Person);
  REQUIRE(persons.size() == 2);
  CHECK(persons[0] == 10);
  CHECK(columns.values(Facet::Person, 1).size() == 2);
  CHECK(columns.values(Facet::Person, 2).empty());
  CHECK(persons[columns.values(Facet::Person, 3)[0]] == 10);
  CHECK(columns.values(Facet::Country, 1).empty());
}

TEST_CASE("columns of an empty segment are empty") {
  const Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  CHECK(Columns::from_bytes(Columns::build(database), database.get_uuid()).last_docid() == 0);
}

TEST_CASE("damaged columns, and those of another segment, are refused") {
  const Xapian::WritableDatabase database = database_of_three();
  const std::string uuid = database.get_uuid();
  const std::string good = Columns::build(database);
  CHECK_THROWS_AS(Columns::from_bytes(good, "another-uuid"), std::runtime_error);
  CHECK_THROWS_AS(Columns::from_bytes(good.substr(0, 40), uuid), std::runtime_error);
  CHECK_THROWS_AS(Columns::from_bytes(good.substr(0, good.size() - 1), uuid), std::runtime_error);
  for (const std::size_t at : {0, 9, 100}) {
    CAPTURE(at);
    CHECK_THROWS_AS(Columns::from_bytes(with_changed_byte(good, at), uuid), std::runtime_error);
  }
}

TEST_CASE("a damaged section is noticed when it is asked for, and the others can be read") {
  const Xapian::WritableDatabase database = database_of_three();
  const std::string good = Columns::build(database);
  const std::string bad = with_changed_byte(good, good.find("urn:1"));
  const Columns columns = Columns::from_bytes(bad, database.get_uuid());
  CHECK(columns.word_count(1) == Columns::from_bytes(good, database.get_uuid()).word_count(1));
  CHECK_THROWS_AS(columns.identity(1), std::runtime_error);
}

TEST_CASE("a damaged section is made anew from the segment beside the file") {
  const test::TemporaryFolder folder;
  const auto segment = folder.path() / "0001";
  {
    Xapian::WritableDatabase database(segment.string());
    Xapian::Document document;
    document.add_value(slot::kIdentity, "urn:1");
    document.add_value(slot::kWordCount, encode_number(7));
    database.add_document(document);
  }
  const Xapian::Database database(segment.string());
  const std::string good = Columns::build(database);
  const std::string file = folder / "0001.columns";
  test::write_file(file, with_changed_byte(good, good.find("urn:1")));
  const Columns columns = Columns::open(file, database);
  CHECK(columns.identity(1) == "urn:1");
  CHECK(columns.word_count(1) == 7);
}

TEST_CASE("a missing or stale file is no obstacle: the slots have everything") {
  const Xapian::WritableDatabase database = database_of_three();
  CHECK(Columns::open("/nonexistent/0001.columns", database).identity(1) == "urn:1");
}
