// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/hash.h"
#include "indexer/entities/authority/authority.h"
#include "indexer/entities/tables/hash_table.h"
#include "indexer/entities/tables/table_file.h"
#include "indexer/entities/words/name_lexicon.h"
#include "tests/support/files.h"

using namespace broadsheet;

namespace {

std::string refusal_of(const std::filesystem::path& path) {
  try {
    const TableFile file(path);
    static_cast<void>(file.table<std::uint64_t>(EntityTable::FormWords));
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

std::string table_bytes(const test::TemporaryFolder& folder) {
  TableFileWriter writer;
  writer.add(EntityTable::NameTexts, "Ada Quill");
  writer.add(EntityTable::FormWords, std::vector<std::uint64_t>{3, 5, 8});
  writer.write(folder / "good.table");
  return test::read_whole_file(folder / "good.table");
}

/// As one who means harm would leave it.
void mend_check(std::string& bytes) {
  const std::uint64_t check = hash64(std::string_view(bytes).substr(sizeof(TableHeader)));
  std::memcpy(bytes.data() + offsetof(TableHeader, check), &check, sizeof check);
}

}  // namespace

TEST_CASE("tables are read as they were written, each from its own kind") {
  const test::TemporaryFolder folder;
  table_bytes(folder);
  const TableFile file(folder / "good.table");
  CHECK(file.text(EntityTable::NameTexts) == "Ada Quill");
  const auto words = file.table<std::uint64_t>(EntityTable::FormWords);
  CHECK(std::vector<std::uint64_t>(words.begin(), words.end()) == std::vector<std::uint64_t>{3, 5, 8});
  CHECK_THROWS_AS(static_cast<void>(file.table<std::uint32_t>(EntityTable::FormWords)), InputError);
  CHECK_THROWS_AS(static_cast<void>(file.text(EntityTable::Persons)), InputError);
}

TEST_CASE("a file that is no whole table file of this version is refused with its name and the reason") {
  constexpr std::size_t first_entry = sizeof(TableHeader);
  struct Case {
    std::string damage;
    std::function<void(std::string&)> make;
    std::string says;
  };
  const std::vector<Case> cases = {
      {"empty", [](std::string& b) { b.clear(); }, "empty"},
      {"cut in the header", [](std::string& b) { b.resize(20); }, "none of this version"},
      {"another magic", [](std::string& b) { b[0] = 'X'; }, "none of this version"},
      {"a later version", [](std::string& b) { b[8] = static_cast<char>(b[8] + 1); }, "another version"},
      {"too many tables", [](std::string& b) { b.replace(12, 4, 4, '\xFF'); }, "cut short"},
      {"cut in the tables", [](std::string& b) { b.resize(b.size() - 1); }, "cut short"},
      {"a number changed", [](std::string& b) { b.back() = static_cast<char>(b.back() ^ 1); }, "damaged"},
      {"a table past the end",
       [](std::string& b) {
         b.replace(first_entry + offsetof(TableEntry, bytes), 8, 8, '\xFF');
         mend_check(b);
       },
       "damaged"},
      {"a table at an odd place",
       [](std::string& b) {
         b[first_entry + offsetof(TableEntry, begin)] = 1;
         mend_check(b);
       },
       "damaged"},
      {"elements of no size",
       [](std::string& b) {
         b[first_entry + offsetof(TableEntry, element)] = 0;
         mend_check(b);
       },
       "damaged"},
  };
  const test::TemporaryFolder folder;
  const std::string good = table_bytes(folder);
  CHECK(refusal_of(folder / "good.table").empty());
  for (const Case& c : cases) {
    CAPTURE(c.damage);
    std::string bytes = good;
    c.make(bytes);
    test::write_file(folder / "bad.table", bytes);
    CHECK(refusal_of(folder / "bad.table").find(c.says) != std::string::npos);
    CHECK(refusal_of(folder / "bad.table").find(folder / "bad.table") != std::string::npos);
  }
  CHECK(refusal_of(folder / "missing.table").find("cannot be read") != std::string::npos);
}

TEST_CASE("a hash table has what it was made of and nothing else") {
  std::vector<HashSlot> entries;
  for (std::uint32_t i = 0; i < 1000; ++i) entries.push_back({i * 0x9E3779B97F4A7C15ULL, i, i + 1});
  const std::vector<HashSlot> slots = make_hash_table(entries);
  const HashTable table(slots);
  for (const HashSlot& entry : entries) {
    CAPTURE(entry.first);
    const HashSlot* found = table.find(entry.key);
    REQUIRE(found != nullptr);
    CHECK(found->first == entry.first);
    CHECK(found->second == entry.second);
    CHECK(table.find(entry.key + 2) == nullptr);
  }
  const std::vector<HashSlot> none = make_hash_table({});
  CHECK(HashTable(none).find(7) == nullptr);
  CHECK(HashTable().find(7) == nullptr);
  const std::vector<HashSlot> full(3, HashSlot{9, 0, 0});
  CHECK(HashTable(full).find(7) == nullptr);
}

TEST_CASE("the installed tables hold what the readable files say") {
  const LexiconSource source = read_lexicon();
  const NameLexicon& lexicon = NameLexicon::instance();
  std::size_t words = 0;
  std::size_t wrong = 0;
  source.words.for_each([&](std::uint64_t word, std::uint32_t kinds) {
    ++words;
    wrong += lexicon.kinds_of_hash(word) == kinds ? 0 : 1;
  });
  source.context.for_each([&](std::uint64_t word, std::uint32_t kinds) {
    wrong += lexicon.context_kinds_of_hash(word) == kinds ? 0 : 1;
  });
  CHECK(words > 100000);
  CHECK(wrong == 0);
  for (const AuthorityPerson& person : Authority::instance().persons()) {
    const std::string surname = lone_surname(person.name, person);
    if (surname.empty()) continue;
    CAPTURE(person.name);
    const Authority::Bearers bearers = Authority::instance().of_surname(surname);
    CHECK(std::find(bearers.begin(), bearers.end(), &person) != bearers.end());
  }
}

TEST_CASE("lines of persons that have not five cells and years are refused") {
  CHECK(read_persons("# a comment\n\nAda Quill\tGB|IE\t1990-\twriter\tA. Quill|Ада Квилл\n").size() == 1);
  CHECK(read_persons("").empty());
  for (const char* line :
       {"Ada Quill", "Ada Quill\tGB\t1990-\twriter", "Ada Quill\tGB\t1990-\twriter\t\tmore",
        "Ada Quill\tGB\t\twriter\t", "Ada Quill\tGB\t1990-1980\twriter\t"}) {
    CAPTURE(line);
    CHECK_THROWS_AS(read_persons(line), InputError);
  }
}
