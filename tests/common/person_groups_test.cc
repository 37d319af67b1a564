// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/person_groups.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "common/error.h"

using namespace broadsheet;
using Kind = PersonGroups::Decision::Kind;

namespace {

ValueId id(const char* name) {
  return value_id(name);
}

PersonGroups zelensky() {
  PersonGroups groups;
  groups.apply({Kind::Merge, {"Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenski"}});
  return groups;
}

}  // namespace

TEST_CASE("merged names are one person, shown under the preferred name") {
  const PersonGroups groups = zelensky();
  CHECK(groups.person(id("volodymyr ZELENSKI")) == id("Volodymyr Zelensky"));
  CHECK(groups.names(id("Volodymyr Zelensky")).size() == 3);
  CHECK(groups.shown_name(id("Volodymyr Zelensky")) == "Volodymyr Zelensky");
  CHECK(groups.is_joined(id("Volodymyr Zelensky")));
  CHECK(groups.person(id("Somebody Else")) == id("Somebody Else"));
}

TEST_CASE("merging groups joins all their names under the new preferred one") {
  PersonGroups groups = zelensky();
  groups.apply({Kind::Merge, {"Zelensky, the president", "Volodymyr Zelenskyy"}});
  for (const char* name : {"Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenski"}) {
    CHECK(groups.person(id(name)) == id("Zelensky, the president"));
  }
  CHECK(groups.names(id("Zelensky, the president")).size() == 4);
}

TEST_CASE("a split name is a person of its own and the others stay together") {
  PersonGroups groups = zelensky();
  SUBCASE("a variant") {
    groups.apply({Kind::Split, {"Volodymyr Zelenski"}});
    CHECK(groups.person(id("Volodymyr Zelenski")) == id("Volodymyr Zelenski"));
    CHECK(groups.names(id("Volodymyr Zelensky")).size() == 2);
  }
  SUBCASE("the preferred name") {
    groups.apply({Kind::Split, {"Volodymyr Zelensky"}});
    CHECK(groups.person(id("Volodymyr Zelensky")) == id("Volodymyr Zelensky"));
    CHECK(groups.person(id("Volodymyr Zelenski")) == groups.person(id("Volodymyr Zelenskyy")));
  }
}

TEST_CASE("a renamed person is shown under the new name, a dropped one not at all") {
  PersonGroups groups = zelensky();
  groups.apply({Kind::Rename, {"Volodymyr Zelenskyy", "President Zelensky"}});
  CHECK(groups.shown_name(id("Volodymyr Zelensky")) == "President Zelensky");
  groups.apply({Kind::Drop, {"He Said"}});
  CHECK(groups.is_dropped(id("he said")));
  CHECK_FALSE(groups.is_dropped(id("Volodymyr Zelensky")));
}

TEST_CASE("a dropped name leaves its person, until a later line says otherwise") {
  PersonGroups groups = zelensky();
  groups.apply({Kind::Drop, {"Volodymyr Zelenski"}});
  CHECK(groups.names(id("Volodymyr Zelensky")).size() == 2);
  CHECK(groups.person(id("Volodymyr Zelenski")) == id("Volodymyr Zelenski"));
  SUBCASE("the preferred name too") {
    groups.apply({Kind::Drop, {"Volodymyr Zelensky"}});
    const ValueId rest = groups.person(id("Volodymyr Zelenskyy"));
    CHECK(groups.names(rest) == std::vector<ValueId>{id("Volodymyr Zelenskyy")});
    CHECK_FALSE(groups.is_joined(rest));
  }
  SUBCASE("merged again") {
    groups.apply({Kind::Merge, {"Volodymyr Zelensky", "Volodymyr Zelenski"}});
    CHECK_FALSE(groups.is_dropped(id("Volodymyr Zelenski")));
    CHECK(groups.names(id("Volodymyr Zelensky")).size() == 3);
  }
}

TEST_CASE("a person is known by the name it is shown under, as long as it is") {
  PersonGroups groups = zelensky();
  CHECK(groups.shown_as(id("volodymyr zelensky")) == id("Volodymyr Zelensky"));
  CHECK_FALSE(groups.shown_as(id("Somebody Else")));
  groups.apply({Kind::Rename, {"Volodymyr Zelenskyy", "The President"}});
  CHECK(groups.shown_as(id("the president")) == id("Volodymyr Zelensky"));
  groups.apply({Kind::Rename, {"Volodymyr Zelenskyy", "The Comedian"}});
  CHECK_FALSE(groups.shown_as(id("The President")));
}

TEST_CASE("an authority file is read as editors leave it, and what cannot be read is named by line") {
  const auto folder =
      std::filesystem::temp_directory_path() / ("broadsheet-groups-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  const auto read = [&](const std::string& text) {
    std::ofstream(folder / "authority.tsv", std::ios::binary) << text;
    return PersonGroups::load(folder, {});
  };
  const struct {
    const char* text;
    std::vector<std::string> troubles;  // a part of each
  } cases[] = {
      {"merge\tA\tB\n", {}},
      {"\xEF\xBB\xBFmerge\tA\tB\r\n", {}},
      {"\xEF\xBB\xBF# ours\r\n\r\n  \r\nmerge\t A \t B\t\t\r\n", {}},
      {"merge\tA\tB", {}},
      {"marry\tC\tD\nmerge\tA\tB\n", {"authority.tsv:1: \"marry\""}},
      {"merge A B\nmerge\tA\tB\nsplit\n", {"authority.tsv:1:", "authority.tsv:3:"}},
      {"merge\tA\tB\nrename\tA\n", {"authority.tsv:2: rename takes a name"}},
      {"merge\tA\tB\ndrop\tM\xFCller\n", {"authority.tsv:2: this is not UTF-8"}},
      {"merge\tA\tB\n1\n2\n3\n4\n5\n6\n7\n", {":2:", ":3:", ":4:", ":5:", ":6:", "2 more lines"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const PersonGroups groups = read(c.text);
    CHECK(groups.person(id("B")) == id("A"));
    REQUIRE(groups.troubles().size() == c.troubles.size());
    for (std::size_t i = 0; i < c.troubles.size(); ++i) {
      CAPTURE(groups.troubles()[i]);
      CHECK(groups.troubles()[i].find(c.troubles[i]) != std::string::npos);
    }
  }
  std::filesystem::remove_all(folder);
}

TEST_CASE("a line that is no decision is refused with its place") {
  for (const std::vector<std::string>& cells : std::vector<std::vector<std::string>>{
           {"marry", "A", "B"}, {"merge", "A"}, {"rename", "A"}, {"split"}, {"drop"}}) {
    CAPTURE(cells.front());
    CHECK_THROWS_AS(parse_decision(cells, "authority.tsv:4"), InputError);
  }
  CHECK(parse_decision({"merge", "A", "B"}, "x").names == std::vector<std::string>{"A", "B"});
}
