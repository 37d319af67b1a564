// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/seal.h"

#include <doctest/doctest.h>

using namespace broadsheet;

namespace {

std::string sealed(const std::string& text) {
  return text + make_seal(text);
}

const std::string kText = "{\"kind\":\"skip\",\"reason\":\"no article\"}\n{\"kind\":\"balance\",\"read\":7";

}  // namespace

TEST_CASE("a sealed text is whole, and closes its last object") {
  CHECK(check_seal(sealed(kText)) == Seal::Whole);
  CHECK(check_seal(sealed("")) == Seal::Whole);
  CHECK(sealed(kText).ends_with("\"}\n"));
}

TEST_CASE("one changed byte breaks a seal, wherever it is") {
  const std::string good = sealed(kText);
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const int change : {1, 0x20, 0xFF}) {
      CAPTURE(at);
      std::string bad = good;
      bad[at] = static_cast<char>(bad[at] ^ change);
      CHECK(check_seal(bad) == Seal::Broken);
    }
  }
}

TEST_CASE("a text that broke off was never sealed") {
  for (const std::string& text : {std::string(), kText, kText + "}\n", std::string("{\"kind\":\"ba"),
                                  std::string("{\"kind\":\"reject\",\"reason\":\"no closing brace\"}\n")}) {
    CAPTURE(text);
    CHECK(check_seal(text) == Seal::None);
  }
}
