// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/manifest.h"

#include <doctest/doctest.h>

#include "common/error.h"

using namespace broadsheet;

TEST_CASE("a manifest is read as it was written") {
  Manifest manifest;
  manifest.schema = 1;
  manifest.generation = 12;
  manifest.last_segment = 7;
  manifest.variants = "variants.12";
  manifest.copies = "copies.11";
  manifest.copies_stale = true;
  manifest.ledger = "ledger.12";
  manifest.segments = {{"0003", 10000, 0xFFFFFFFFFFFFFFFF}, {"0007", 1, 0}};
  const std::string text = format_manifest(manifest);
  CHECK(parse_manifest(text, "a") == manifest);
  CHECK(text.find("\nauto segments/0003\nauto segments/0007\n") != std::string::npos);
}

TEST_CASE("what is no manifest that this program knows is refused with a reason") {
  const struct {
    const char* text;
    const char* reason;
  } cases[] = {
      {"", "no Broadsheet archive"},
      {"auto segments/0001\n", "no Broadsheet archive"},
      {"# broadsheet 999\n", "schema version 999"},
      {"# broadsheet x\n", "no Broadsheet archive"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    std::string message;
    try {
      parse_manifest(c.text, "a");
    } catch (const InputError& error) {
      message = error.what();
    }
    CHECK(message.find(c.reason) != std::string::npos);
  }
}
