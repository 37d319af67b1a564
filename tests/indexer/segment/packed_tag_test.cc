// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segment/packed_tag.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using namespace broadsheet::glass;

TEST_CASE("a packed tag unpacks to what it was, and is smaller where it can be") {
  std::string all_bytes;
  for (int i = 0; i < 256; ++i) all_bytes.push_back(static_cast<char>(i));
  struct Case {
    std::string tag;
    bool compressed;
  };
  const Case cases[] = {
      {"", false},
      {"short", false},
      {std::string(18, 'a'), false},
      {std::string(64, 'a'), true},
      {all_bytes, false},
      {std::string(8'192, 'a'), true},
      {std::string(8'193, 'a'), true},
      {std::string(1'000'000, 'a'), true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.tag.size());
    const PackedTag packed = pack_tag(c.tag);
    CHECK(packed.compressed == c.compressed);
    CHECK(packed.bytes.size() <= c.tag.size());
    CHECK(unpack_tag(packed) == c.tag);
  }
}

TEST_CASE("what is compressed and damaged is refused") {
  const std::string whole = pack_tag(std::string(1'000, 'a')).bytes;
  for (const std::string& bytes :
       {std::string(), whole.substr(0, whole.size() - 1), std::string(10, '\xff')}) {
    CAPTURE(bytes.size());
    CHECK_THROWS_AS(unpack_tag({bytes, true}), std::runtime_error);
  }
}
