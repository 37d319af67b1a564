// SPDX-License-Identifier: GPL-2.0-or-later
//
// Xapian 1.4 cannot read back some compressed data of just over 8,192 bytes
// (indexer/archive/segment_writer.h). No article may be lost to it.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/support/programs.h"

using namespace broadsheet::test;
using Json = nlohmann::json;

TEST_CASE("every stored article reads back, whatever its length") {
  const TemporaryFolder folder;
  std::string dump;
  int count = 0;
  for (std::size_t length = 7900; length < 8300; length += 3) {
    const Json record = {
        {"id", "urn:long:" + std::to_string(length)}, {"title", "Long"}, {"body", std::string(length, 'a')}};
    dump += record.dump() + "\n";
    ++count;
  }
  write_file(folder / "dump.jsonl", dump);
  const std::string archive = folder / "a.archive";
  REQUIRE(run_index({archive, folder / "dump.jsonl", "--quiet"}).status == 0);
  const auto exported = run_search({archive, "--all", "--format", "jsonl", "--fields", "id,body"});
  CHECK(exported.status == 0);
  const auto lines = lines_of(exported.out);
  REQUIRE(lines.size() == static_cast<std::size_t>(count));
  for (const std::string& line : lines) {
    const Json article = Json::parse(line);
    const std::string id = article["id"];
    CAPTURE(id);
    CHECK(article["body"].get<std::string>().size() == std::stoul(id.substr(id.rfind(':') + 1)));
  }
}
