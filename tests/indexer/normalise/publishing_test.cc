// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalise/publishing.h"

#include <doctest/doctest.h>

using namespace broadsheet;

namespace {

Record record() {
  Record record;
  record.id = "A1";
  record.source = "The Post";
  record.body = "The harbour bridge opened on Monday.";
  return record;
}

NormaliseOptions at(std::int64_t now) {
  NormaliseOptions options;
  options.now = now;
  return options;
}

constexpr std::int64_t kNewYear2020 = 1577836800;

}  // namespace

TEST_CASE("publishing status is read as agencies write it") {
  struct Case {
    const char* written;
    Publishing meaning;
  };
  for (const auto& c : std::vector<Case>{{"usable", Publishing::Usable},
                                         {"stat:usable", Publishing::Usable},
                                         {"", Publishing::Usable},
                                         {"Update", Publishing::Usable},
                                         {"stat:canceled", Publishing::Killed},
                                         {"Canceled", Publishing::Killed},
                                         {"MANDATORY KILL", Publishing::Killed},
                                         {"stat:withheld", Publishing::Withheld},
                                         {"Embargoed", Publishing::Withheld}}) {
    CAPTURE(c.written);
    CHECK(publishing_status(c.written) == c.meaning);
  }
}

TEST_CASE("a kill names the article itself and those that it names, within its source") {
  Record kill = record();
  kill.body.clear();
  kill.status = "canceled";
  kill.replaces = {"A0", "urn:x:9"};
  const auto result = normalise(kill, "json", at(0));
  const auto* notice = std::get_if<Notice>(&result);
  REQUIRE(notice != nullptr);
  CHECK(notice->kind == Notice::Kind::Kill);
  CHECK(notice->identities == std::vector<std::string>{"The Post:A0", "urn:x:9", "The Post:A1"});
  const auto usable = normalise(record(), "json", at(0));
  CHECK(std::get<Normalised>(usable).article.identity == "The Post:A1");
}

TEST_CASE("a kill without any id is held, not taken for a story") {
  Record kill = record();
  kill.id.clear();
  kill.status = "kill";
  const auto result = normalise(kill, "json", at(0));
  REQUIRE(std::holds_alternative<Notice>(result));
  CHECK(std::get<Notice>(result).kind == Notice::Kind::Hold);
}

TEST_CASE("an article is held until its embargo ends, and withheld while its publisher says so") {
  Record embargoed = record();
  embargoed.embargo = "2020-01-01T00:00:00Z";
  const auto before = normalise(embargoed, "json", at(kNewYear2020 - 1));
  REQUIRE(std::holds_alternative<Notice>(before));
  CHECK(std::get<Notice>(before).kind == Notice::Kind::Hold);
  CHECK(std::get<Notice>(before).until == kNewYear2020);
  CHECK(std::holds_alternative<Normalised>(normalise(embargoed, "json", at(kNewYear2020))));
  Record withheld = record();
  withheld.status = "stat:withheld";
  CHECK(std::holds_alternative<Notice>(normalise(withheld, "json", at(kNewYear2020))));
  embargoed.status = "Embargoed";
  CHECK(std::holds_alternative<Normalised>(normalise(embargoed, "json", at(kNewYear2020))));
}
