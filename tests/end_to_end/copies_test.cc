// SPDX-License-Identifier: GPL-2.0-or-later
//
// Copies of a story: found after a run, folded on a page, never lost.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "common/manifest.h"
#include "tests/support/programs.h"

using namespace broadsheet::test;
using nlohmann::json;

namespace {

constexpr const char* kStory =
    "The harbour of Port Almery was closed on Tuesday after a grain ship ran aground in the only deep "
    "channel, the "
    "harbour master said. The vessel, the 180-metre Castor, had lost its steering in a squall and turned "
    "across the "
    "channel shortly before dawn. Nobody was hurt and no oil has leaked, according to the coast guard, which "
    "sent "
    "two tugs from the naval yard. Eleven other ships are waiting in the bay. Merchants said that silos "
    "along the "
    "river were almost full and that trains would have to be stopped by the weekend if the channel stayed "
    "shut.";

constexpr const char* kLastParagraph =
    " A delay of a week would cost growers some 40 million crowns, the chamber of commerce estimated. The "
    "owners "
    "have hired a salvage firm from the neighbouring republic, and the spring tide on Friday may help.";

std::string record(const std::string& id, const std::string& date, const std::string& source,
                   const std::string& title, const std::string& body, bool corrected = false) {
  json object = {{"id", id}, {"source", source}, {"title", title}, {"body", body}, {"language", "en"}};
  if (!date.empty()) object["date"] = date;
  if (corrected) object["title"] = "CORRECTED - " + title;
  return object.dump() + "\n";
}

std::string prices(const std::string& id, const std::string& date, const std::string& wheat,
                   const std::string& rye) {
  return record(
      id, date, "Wire", "Almery harbour grain prices",
      "Trading in the harbour was quiet and prices were little changed, dealers said. In crowns a tonne. "
      "Winter wheat, spot " +
          wheat + ", next month " + wheat + ". Rye, spot " + rye + ", next month " + rye +
          ". Oats were not traded. The exchange opens again tomorrow at the usual hour.");
}

/// A story in five papers, one of which cut it; two of a table that are none; another story.
std::vector<std::string> records() {
  const std::string whole = std::string(kStory) + kLastParagraph;
  return {record("urn:c:wire", "2001-05-08T06:10:00Z", "Wire", "Grounded ship shuts Almery harbour", whole),
          record("urn:c:post", "2001-05-09", "The Post", "Wheat piles up as ship blocks port", whole),
          record("urn:c:courier", "2001-05-09", "Courier", "Ship aground", kStory),
          record("urn:c:post2", "2001-05-10", "The Post", "Port still shut", whole),
          record("urn:c:undated", "", "Digest", "Harbour blocked", whole),
          prices("urn:c:p1", "2001-05-08", "212.5", "188"),
          prices("urn:c:p2", "2001-05-09", "213", "186.5"),
          record("urn:c:other", "2001-05-09", "Courier", "Anglers win harbour cup",
                 "Forty anglers from nine clubs took part in the cup of the old harbour on Sunday.")};
}

std::string archive_of(const TemporaryFolder& folder, const std::vector<std::string>& all) {
  std::string dump;
  for (const std::string& one : all) dump += one;
  write_file(folder / "all.jsonl", dump);
  const std::string archive = folder / "all.archive";
  run_index({archive, folder / "all.jsonl", "--quiet"});
  return archive;
}

json answer(const std::string& archive, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), archive);
  arguments.insert(arguments.end(), {"--format", "json"});
  return json::parse(run_search(arguments).out);
}

/// What an archive says of stories, in one string.
std::string told(const std::string& archive) {
  std::string all;
  for (const char* mode : {"fold", "show"}) {
    for (const char* sort : {"newest", "relevance"}) {
      all += run_search(
                 {archive, "harbour", "--copies", mode, "--sort", sort, "--limit", "50", "--format", "json"})
                 .out;
    }
  }
  return all;
}

}  // namespace

TEST_CASE("a page shows each story once, says how often it was printed, and copies are a step away") {
  const TemporaryFolder folder;
  const std::string archive = archive_of(folder, records());
  const std::string page = run_search({archive, "harbour", "--facets", "source"}).out;
  CHECK(page.find("8 articles in 4 stories, best first, 1-4.") != std::string::npos);
  CHECK(page.find("Wire  141 words  +4 copies, 4 sources\n") != std::string::npos);
  CHECK(page.find("  The Post                         2\n") != std::string::npos);  // facets count articles
  CHECK(page.find("Copies: --copies show") != std::string::npos);
  const std::string all = run_search({archive, "harbour", "--copies", "show"}).out;
  CHECK(all.find("8 articles in 4 stories, best first, 1-8.") != std::string::npos);
  const std::string article = run_search({archive, "--show", "urn:c:courier"}).out;
  CHECK(article.find("Copies         2001-05-08 06:10  Wire  ") != std::string::npos);
  CHECK(article.find("  leads the story\n               2001-05-09  The Post  ") != std::string::npos);
  CHECK(article.find("               undated  Digest  ") != std::string::npos);
  CHECK(run_search({archive}).out.find("8 articles in 4 stories") != std::string::npos);
}

TEST_CASE("the wire copies of the sample corpus are found, and nothing else is taken for one") {
  const TemporaryFolder folder;
  const std::string archive = folder / "sample.archive";
  run_index({archive, sample_corpus("dumps"), "--quiet"});
  const json all = answer(archive, {"--all"});
  CHECK(all["matches"] == 113);
  CHECK(all["stories"] == 105);
  std::map<std::string, std::set<std::string>> stories;
  for (const json& hit : all["hits"]) {
    if (hit["copies"]["count"] == 0) continue;
    CHECK(hit["copies"]["count"] == 1);
    stories[hit["story"]].insert(hit["source"]);
  }
  CHECK(stories.size() == 8);
  for (const auto& [leader, sources] : stories) {
    CHECK(leader.starts_with("Meridian Wire:"));
    CHECK(sources.size() == 2);
  }
}

TEST_CASE("the copy that leads is shown if it matches, else the next that does") {
  const TemporaryFolder folder;
  const std::string archive = archive_of(folder, records());
  const auto first = [&](std::vector<std::string> question) {
    question.insert(question.end(), {"--copies", "fold"});
    const json found = answer(archive, question);
    REQUIRE(found["stories"] == 1);
    REQUIRE(found["hits"].size() == 1);
    CHECK(found["hits"][0]["story"] == "urn:c:wire");
    CHECK(found["hits"][0]["copies"]["count"] == found["matches"].get<int>() - 1);
    return found["hits"][0]["id"].get<std::string>();
  };
  CHECK(first({"castor"}) == "urn:c:wire");
  CHECK(first({"castor", "--from", "2001-05-09"}) == "urn:c:courier");
  CHECK(first({"castor", "--source", "The Post"}) == "urn:c:post");
  CHECK(first({"castor", "--source", "Digest"}) == "urn:c:undated");
}

TEST_CASE("a corrected version leads its story") {
  const TemporaryFolder folder;
  auto all = records();
  all.push_back(record("urn:c:fixed", "2001-05-11", "Wire", "Grounded ship shuts Almery harbour",
                       std::string(kStory) + kLastParagraph, true));
  const json found = answer(archive_of(folder, all), {"castor", "--copies", "fold"});
  CHECK(found["matches"] == 6);
  CHECK(found["hits"][0]["id"] == "urn:c:fixed");
}

TEST_CASE("exports show every copy unless told, with its story in a field; paging counts what is listed") {
  const TemporaryFolder folder;
  const std::string archive = archive_of(folder, records());
  CHECK(lines_of(run_search({archive, "--all", "--format", "jsonl"}).out).size() == 8);
  CHECK(lines_of(run_search({archive, "--all", "--format", "jsonl", "--copies", "fold"}).out).size() == 4);
  CHECK(lines_of(run_search({archive, "harbour", "--format", "trec"}).out).size() == 8);
  CHECK(lines_of(run_search({archive, "harbour", "--format", "trec", "--copies", "fold"}).out).size() == 4);
  CHECK(run_search({archive, "castor", "--sort", "oldest", "--format", "csv", "--fields", "id,story,copies"})
            .out ==
        "id,story,copies\nurn:c:wire,urn:c:wire,4\nurn:c:courier,urn:c:wire,4\nurn:c:post,urn:c:wire,4\n"
        "urn:c:post2,urn:c:wire,4\nurn:c:undated,urn:c:wire,4\n");
  const json second = answer(archive, {"harbour", "--copies", "fold", "--offset", "2", "--limit", "1"});
  CHECK(second["hits"].size() == 1);
  CHECK(second["hits"][0]["rank"] == 3);
  CHECK(answer(archive, {"harbour", "--copies", "fold", "--offset", "4"})["hits"].empty());
  CHECK(answer(archive, {"harbour"})["hits"].size() == 8);
  const RunResult wrong = run_search({archive, "harbour", "--copies", "hide"});
  CHECK(wrong.status == 2);
  CHECK(wrong.err.find("--copies takes one of fold, show") != std::string::npos);
}

TEST_CASE("stories are the same, however the articles came into the archive") {
  const TemporaryFolder folder;
  auto all = records();
  const std::string expected = told(archive_of(folder, all));
  REQUIRE(expected.find("\"matches\":8,\"stories\":4") != std::string::npos);
  std::mt19937 random(2);
  for (int round = 0; round < 4; ++round) {
    std::shuffle(all.begin(), all.end(), random);
    const std::string archive = folder / ("round" + std::to_string(round));
    for (std::size_t i = 0; i < all.size();) {
      std::string dump;
      for (std::size_t n = 1 + random() % 3; n > 0 && i < all.size(); --n) dump += all[i++];
      write_file(folder / "part.jsonl", dump);
      run_index({archive, folder / "part.jsonl", "--quiet"});
    }
    CHECK(told(archive) == expected);
    run_index({archive, "--optimize"});
    CHECK(told(archive) == expected);
  }
}

TEST_CASE("a story without its leading copy is led by the next; nothing stays of what was deleted") {
  const TemporaryFolder folder;
  const std::string archive = archive_of(folder, records());
  run_index({archive, "--delete", "urn:c:wire"});
  const json found = answer(archive, {"castor", "--copies", "fold"});
  CHECK(found["matches"] == 4);
  CHECK(found["stories"] == 1);
  CHECK(found["hits"][0]["id"] == "urn:c:courier");
  CHECK(found["hits"][0]["story"] == "urn:c:courier");
}

TEST_CASE("an archive made before copies were told opens, says so, and learns them") {
  const TemporaryFolder folder;
  const std::string archive = archive_of(folder, records());
  broadsheet::Manifest manifest = broadsheet::read_manifest(archive);
  manifest.files.erase(manifest.derived_name("copies"));
  REQUIRE(manifest.derived.erase("copies") == 1);
  write_file(archive + "/XAPIANDB", broadsheet::format_manifest(manifest));
  const RunResult old = run_search({archive, "harbour"});
  CHECK(old.out.find("Note: copies are not known in this archive") != std::string::npos);
  CHECK(old.out.find("8 articles in 8 stories") != std::string::npos);
  CHECK(run_search({archive}).out.find("8 articles, 2001") != std::string::npos);
  run_index({archive, folder / "all.jsonl", "--quiet"});
  CHECK(answer(archive, {"harbour"})["stories"] == 4);
  // A file that was lost or damaged is made anew when that is asked for.
  for (const bool lost : {true, false}) {
    const std::string file = archive + "/" + broadsheet::read_manifest(archive).derived_name("copies");
    if (lost) {
      std::filesystem::remove(file);
    } else {
      write_file(file, "no copies file");
    }
    const RunResult refused = run_search({archive, "harbour"});
    CHECK(refused.status == 2);
    CHECK(refused.err.find("--repair") != std::string::npos);
    CHECK(run_index({archive, "--repair"}).status == 0);
    CHECK(answer(archive, {"harbour"})["stories"] == 4);
  }
}
