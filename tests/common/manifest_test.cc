// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/manifest.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "common/schema.h"

using namespace broadsheet;

namespace {

Manifest some_manifest() {
  Manifest manifest;
  manifest.schema = kSchemaVersion;
  manifest.generation = 12;
  manifest.last_segment = 7;
  manifest.derived["variants"] = {"variants.12", true};
  manifest.derived["copies"] = {"copies.12", false};
  manifest.ledger = "ledger.12";
  manifest.files = {{"variants.12", {7, 0xFFFFFFFFFFFFFFFF}}, {"copies.12", {3, 4}}, {"ledger.12", {0, 1}}};
  manifest.segments = {
      {"0003", 10000, {{"segments/0003/iamglass", {142, 5}}, {"segments/0003.columns", {8, 6}}}},
      {"0007", 1, {{"segments/0007/iamglass", {142, 7}}}}};
  return manifest;
}

bool can_be_indexed_again(const std::string& text) {
  try {
    parse_manifest(text, "a", Schemas::EarlierToo);
    return true;
  } catch (const InputError&) {
    return false;
  }
}

}  // namespace

TEST_CASE("a manifest is read as it was written") {
  const Manifest manifest = some_manifest();
  const std::string text = format_manifest(manifest);
  CHECK(parse_manifest(text, "a") == manifest);
  CHECK(text.find("\nauto segments/0003\nauto segments/0007\n") != std::string::npos);
  CHECK(manifest.has_checksums());
  CHECK(database_files(manifest.segments[0]).size() == 1);
}

TEST_CASE("a manifest with one changed byte is refused, wherever it is") {
  Manifest empty;
  empty.schema = kSchemaVersion;
  for (const std::string& good : {format_manifest(some_manifest()), format_manifest(empty)}) {
    for (std::size_t at = 0; at < good.size(); ++at) {
      for (int value = 0; value < 256; ++value) {
        std::string bad = good;
        bad[at] = static_cast<char>(value);
        if (bad == good) continue;
        CAPTURE(bad);
        CHECK_THROWS_AS(parse_manifest(bad, "a"), InputError);
      }
    }
    CHECK_THROWS_AS(parse_manifest(good.substr(0, good.size() - 1), "a"), InputError);
  }
}

TEST_CASE("a manifest without checksums is read all the same") {
  const Manifest manifest = parse_manifest(
      "# broadsheet 2\n# generation 3\n# last-segment 1\n# variants variants.2 stale\n# ledger ledger.3\n"
      "# segment 0001 114 89abcdef01234567\nauto segments/0001\n",
      "a");
  CHECK_FALSE(manifest.has_checksums());
  CHECK(manifest.derived_name("variants") == "variants.2");
  CHECK(manifest.derived.at("variants").stale);
  REQUIRE(manifest.segments.size() == 1);
  CHECK(manifest.segments[0] == SegmentEntry{"0001", 114, {}});
}

TEST_CASE("what is no manifest that this program knows is refused with a reason") {
  const struct {
    const char* text;
    const char* reason;
  } cases[] = {
      {"", "no Broadsheet archive"},
      {"auto segments/0001\n", "no Broadsheet archive"},
      {"# broadsheet 999\n", "schema version 999"},
      {"# broadsheet 1\n# generation 1\n", "schema version 1"},
      {"# broadsheet x\n", "no Broadsheet archive"},
      {"# broadsheet 2\nauto segments/0001\nbutter\n", "damaged"},
      {"# broadsheet 2 0123456789abcdef\n# generation 1\n", "damaged"},
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
    const bool is_earlier = std::string_view(c.reason) == "schema version 1";
    CHECK(is_earlier == can_be_indexed_again(c.text));
  }
}
