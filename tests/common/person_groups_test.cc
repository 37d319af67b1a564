// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/person_groups.h"

#include <doctest/doctest.h>

#include <algorithm>

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

TEST_CASE("a line that is no decision is refused with its place") {
  for (const std::vector<std::string>& cells : std::vector<std::vector<std::string>>{
           {"marry", "A", "B"}, {"merge", "A"}, {"rename", "A"}, {"split"}, {"drop"}}) {
    CAPTURE(cells.front());
    CHECK_THROWS_AS(parse_decision(cells, "authority.tsv:4"), InputError);
  }
  CHECK(parse_decision({"merge", "A", "B"}, "x").names == std::vector<std::string>{"A", "B"});
}
