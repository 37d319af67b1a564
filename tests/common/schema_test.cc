// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema.h"

#include <doctest/doctest.h>

#include <limits>
#include <random>
#include <set>

using namespace broadsheet;

TEST_CASE("every facet is found by its name and has a prefix of its own") {
  std::set<std::string_view> prefixes;
  for (const FacetInfo& facet : facets()) {
    CHECK(find_facet(facet.name) == facet.facet);
    CHECK(prefixes.insert(facet.prefix).second);
    CHECK(info(facet.facet).name == facet.name);
  }
  CHECK_FALSE(find_facet("persons"));
  CHECK_FALSE(find_facet(""));
}

TEST_CASE("packed ids come back sorted, each once") {
  CHECK(unpack_ids(pack_ids({3, 1, 3, std::numeric_limits<ValueId>::max(), 0})) ==
        std::vector<ValueId>{0, 1, 3, std::numeric_limits<ValueId>::max()});
  CHECK(pack_ids({}).empty());
  CHECK(unpack_ids("1234567").empty());
  CHECK(unpack_ids(pack_ids({7}) + "x") == std::vector<ValueId>{7});
}

TEST_CASE("days and moments come back as they were and sort as time does") {
  std::mt19937_64 random(1);
  for (int round = 0; round < 2000; ++round) {
    const auto a = static_cast<std::int32_t>(random());
    const auto b = static_cast<std::int32_t>(random());
    REQUIRE(decode_day(encode_day(a)) == a);
    REQUIRE((encode_day(a) < encode_day(b)) == (a < b));
    const Moment moment{static_cast<std::int64_t>(random() >> 20) - (1LL << 43),
                        static_cast<std::int16_t>(random() % 2879 - 1439),
                        static_cast<Precision>(random() % 6)};
    REQUIRE(decode_moment(encode_moment(moment)) == moment);
  }
  CHECK_FALSE(decode_moment("too short").known());
}

TEST_CASE("terms stay within Xapian's limit and apart from each other") {
  const std::string long_value(400, 'x');
  CHECK(make_term("XP", long_value).size() <= 245);
  CHECK(make_term("XP", long_value) != make_term("XP", long_value + "y"));
  CHECK(make_term("XC", "us") == "XCus");
  CHECK(make_term("Q", "URN:1") == "Q:URN:1");
  CHECK(make_value_term(Facet::Source, " The  POST ") == "XSthe post");
}

TEST_CASE("the better of two spellings does not depend on their order") {
  const struct {
    const char* a;
    const char* b;
    const char* better;
  } cases[] = {
      {"Reuters", "REUTERS", "Reuters"},
      {"reuters", "REUTERS", "REUTERS"},
      {"Jose Marti", "José Martí", "José Martí"},
      {"de Gaulle", "De Gaulle", "De Gaulle"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.a);
    CHECK(better_label(c.a, c.b) == c.better);
    CHECK(better_label(c.b, c.a) == c.better);
  }
}
