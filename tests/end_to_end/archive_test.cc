// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an archive promises: it is a Xapian database, its balance closes, indexing again changes nothing.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/programs.h"

using namespace broadsheet::test;
namespace fs = std::filesystem;

namespace {

std::string manifest(const TemporaryFolder& folder) {
  return read_whole_file(folder / "a.archive/XAPIANDB");
}

}  // namespace

TEST_CASE("the sample corpus is indexed and every record is accounted for") {
  const TemporaryFolder folder;
  const auto result = run_index({folder / "a.archive", sample_corpus("dumps")});
  CHECK(result.status == 0);
  CHECK(last_line(result.out) == "read 114 = indexed 113 + updated 1 + unchanged 0 + skipped 0 + rejected 0");
}

TEST_CASE("indexing the same dump again changes nothing") {
  const TemporaryFolder folder;
  run_index({folder / "a.archive", sample_corpus("dumps")});
  const auto everything = [&] {
    return run_search(
               {folder / "a.archive", "--all", "--format", "jsonl", "--fields", "id,title,date,persons,body"})
        .out;
  };
  const std::string before = manifest(folder);
  const std::string answered = everything();
  SUBCASE("when the ledger knows the files") {
    const auto again = run_index({folder / "a.archive", sample_corpus("dumps")});
    CHECK(last_line(again.out) ==
          "read 114 = indexed 0 + updated 0 + unchanged 114 + skipped 0 + rejected 0");
    CHECK(manifest(folder) == before);
  }
  SUBCASE("when the files come under other paths and are read again") {
    fs::copy(sample_corpus("dumps"), folder / "copy", fs::copy_options::recursive);
    const auto again = run_index({folder / "a.archive", folder / "copy"});
    CHECK(last_line(again.out) ==
          "read 114 = indexed 0 + updated 0 + unchanged 113 + skipped 1 + rejected 0");
    CHECK(everything() == answered);
  }
}

TEST_CASE("stock Xapian tools open an archive and find nothing wrong with it") {
  const TemporaryFolder folder;
  run_index({folder / "a.archive", sample_corpus("dumps")});
  for (const auto& entry : fs::directory_iterator(folder / "a.archive/segments")) {
    if (!entry.is_directory()) continue;
    const auto checked = run("xapian-check", {entry.path().string()});
    CHECK(checked.status == 0);
    CHECK(checked.out.find("No errors found") != std::string::npos);
  }
  const auto delved = run("xapian-delve", {folder / "a.archive"});
  CHECK(delved.status == 0);
  CHECK(delved.out.find("number of documents = 114") != std::string::npos);
  const auto asked = run("quest", {"--db=" + (folder / "a.archive"), "--stemmer=none", "chernobyl"});
  CHECK(asked.status == 0);
  CHECK(asked.out.find("Chernobyl") != std::string::npos);
}

TEST_CASE("a newer version replaces, an older one does not, an unrelated article under the same id is kept") {
  const TemporaryFolder folder;
  const auto index = [&](const std::string& name, const std::string& line) {
    write_file(folder / name, line);
    return last_line(run_index({folder / "a.archive", folder / name, "--collection", "c"}).out);
  };
  CHECK(
      index(
          "1.jsonl",
          R"({"id":"7","version":2,"title":"Harbour bridge opens","body":"The harbour bridge opened on Monday after two years of work."})") ==
      "read 1 = indexed 1 + updated 0 + unchanged 0 + skipped 0 + rejected 0");
  CHECK(
      index(
          "2.jsonl",
          R"({"id":"7","version":3,"title":"Harbour bridge opens","body":"The harbour bridge opened on Tuesday after two years of work."})") ==
      "read 1 = indexed 0 + updated 1 + unchanged 0 + skipped 0 + rejected 0");
  CHECK(
      index(
          "3.jsonl",
          R"({"id":"7","version":1,"title":"Harbour bridge opens","body":"The harbour bridge opens soon after two years of work."})") ==
      "read 1 = indexed 0 + updated 0 + unchanged 0 + skipped 1 + rejected 0");
  const std::string unrelated =
      R"({"id":"7","title":"Wheat falls","body":"Grain traders sold wheat futures heavily in Chicago."})";
  CHECK(index("4.jsonl", unrelated) ==
        "read 1 = indexed 1 + updated 0 + unchanged 0 + skipped 0 + rejected 0");
  CHECK(index("5.jsonl", unrelated) ==
        "read 1 = indexed 0 + updated 0 + unchanged 1 + skipped 0 + rejected 0");
  CHECK(run_search({folder / "a.archive", "Tuesday"}).status == 0);
  CHECK(run_search({folder / "a.archive", "Monday"}).status == 1);
  CHECK(run_search({folder / "a.archive", "wheat"}).status == 0);
}

TEST_CASE("dumps whose ids are the same numbers do not touch each other") {
  const TemporaryFolder folder;
  write_file(folder / "a.jsonl", R"({"id":"1","title":"Rivers rise","body":"Rivers rose in the north."})");
  write_file(folder / "b.csv", "id,title,text\n1,Rivers fall,Rivers fell in the south.\n");
  run_index({folder / "a.archive", folder / "a.jsonl", folder / "b.csv"});
  const auto found =
      run_search({folder / "a.archive", "rivers", "--format", "jsonl", "--fields", "id,title"});
  CHECK(lines_of(found.out).size() == 2);
}

TEST_CASE("a deleted article stays away until it is let in again") {
  const TemporaryFolder folder;
  const std::string dump = folder / "a.jsonl";
  write_file(dump, R"({"id":"urn:x:1","title":"Alpha","body":"Alpha text."})"
                   "\n"
                   R"({"id":"urn:x:2","title":"Beta","body":"Beta text."})"
                   "\n");
  const std::string archive = folder / "a.archive";
  run_index({archive, dump});
  CHECK(run_index({archive, "--delete", "urn:x:1"}).status == 0);
  CHECK(run_search({archive, "alpha"}).status == 1);
  CHECK(run_search({archive, "beta"}).status == 0);
  write_file(dump, read_whole_file(dump) + "\n");
  CHECK(last_line(run_index({archive, dump}).out) ==
        "read 2 = indexed 0 + updated 0 + unchanged 1 + skipped 1 + rejected 0");
  CHECK(run_search({archive, "alpha"}).status == 1);
  CHECK(run_index({archive, "--undelete", "urn:x:1"}).status == 0);
  CHECK(last_line(run_index({archive, dump}).out) ==
        "read 2 = indexed 1 + updated 0 + unchanged 1 + skipped 0 + rejected 0");
  CHECK(run_search({archive, "alpha"}).status == 0);
}

TEST_CASE("merging the segments changes no answer") {
  const TemporaryFolder folder;
  const std::string archive = folder / "a.archive";
  run_index({archive, sample_corpus("dumps/meridian-wire.jsonl")});
  run_index({archive, sample_corpus("dumps/languages")});
  const auto ask = [&] { return run_search({archive, "president", "--format", "json"}).out; };
  const std::string before = ask();
  CHECK(run_index({archive, "--optimize"}).status == 0);
  CHECK(ask() == before);
  CHECK(before.find("\"matches\":0") == std::string::npos);
}

TEST_CASE("rejects are told again when a rejects file is asked for, though the input is unchanged") {
  const TemporaryFolder folder;
  const std::string archive = folder / "a.archive";
  write_file(folder / "dump.jsonl", "{\"title\":\"Harvest\",\"body\":\"Wheat.\"}\n{broken\n");
  run_index({archive, folder / "dump.jsonl", "--quiet"});
  const auto again =
      run_index({archive, folder / "dump.jsonl", "--rejects", folder / "rejects.jsonl", "--quiet"});
  CHECK(last_line(again.out) == "read 2 = indexed 0 + updated 0 + unchanged 1 + skipped 0 + rejected 1");
  CHECK(lines_of(read_whole_file(folder / "rejects.jsonl")).size() == 1);
}

TEST_CASE("a wire's kill removes the article, and later dumps do not bring it back") {
  const TemporaryFolder folder;
  const std::string archive = folder / "a.archive";
  const std::string story = R"({"id":"urn:k:1","title":"Harvest","body":"Wheat stood well."})"
                            "\n";
  write_file(folder / "story.jsonl", story + R"({"id":"urn:k:2","title":"Oil","body":"Wheat stood by."})"
                                             "\n");
  write_file(folder / "kill.jsonl",
             R"({"id":"urn:k:9","title":"Kill","status":"canceled","replaces":["urn:k:1"]})"
             "\n");
  run_index({archive, folder / "story.jsonl", "--quiet"});
  const auto killed = run_index(
      {archive, folder / "kill.jsonl", "--map", "replaces=replaces", "--map", "status=status", "--quiet"});
  CHECK(last_line(killed.out) == "read 1 = indexed 0 + updated 0 + unchanged 0 + skipped 1 + rejected 0");
  CHECK(run_search({archive, "wheat", "--format", "json"}).out.find("\"matches\":1,") != std::string::npos);
  write_file(folder / "again.jsonl", story);
  const auto again = run_index({archive, folder / "again.jsonl", "--quiet"});
  CHECK(last_line(again.out) == "read 1 = indexed 0 + updated 0 + unchanged 0 + skipped 1 + rejected 0");
  CHECK(run_index({archive, "--delete", "urn:k:1"}).err.find("was deleted before") != std::string::npos);
  run_index({archive, folder / "again.jsonl", "--undelete", "urn:k:1", "--quiet"});
  CHECK(run_search({archive, "wheat", "--format", "json"}).out.find("\"matches\":2,") != std::string::npos);
}

TEST_CASE("a folder may hold the archive that is made of it") {
  const TemporaryFolder folder;
  const std::string archive = folder / "a.archive";
  write_file(folder / "story.txt", "Harvest\n\nWheat stood well in the fields of the north this year.\n");
  for (const char* balance : {"read 1 = indexed 1 + updated 0 + unchanged 0 + skipped 0 + rejected 0",
                              "read 1 = indexed 0 + updated 0 + unchanged 1 + skipped 0 + rejected 0"}) {
    const auto result =
        run_index({archive, folder.path().string(), "--rejects", folder / "rejects.jsonl", "--quiet"});
    CHECK(last_line(result.out) == balance);
  }
}

TEST_CASE("every version of an article can be read, those of the articles that it replaced too") {
  const TemporaryFolder folder;
  const std::string archive = folder / "a.archive";
  const auto version = [](const std::string& id, int number, const std::string& more) {
    return R"({"id":")" + id + R"(","version":)" + std::to_string(number) +
           R"(,"title":"Harvest","body":"Wheat stood in the fields of the north )" + more + "}\n";
  };
  write_file(folder / "v.jsonl", version("urn:v:1", 2, "well.\"") + version("urn:v:1", 1, "ill.\"") +
                                     version("urn:v:2", 1, R"(fair.","replaces":["urn:v:1"])"));
  run_index({archive, folder / "v.jsonl", "--map", "replaces=replaces", "--quiet"});
  const auto all = run_search({archive, "--show", "urn:v:2", "--versions"});
  const auto at = [&](const char* word) { return all.out.find(word); };
  CHECK(at("fair.") < at("well."));
  CHECK(at("well.") < at("ill."));
  CHECK(at("ill.") != std::string::npos);
  CHECK(run_search({archive, "--show", "urn:v:1", "--versions"}).out.find("well.") != std::string::npos);
  CHECK(run_search({archive, "--show", "urn:v:1"}).status == 2);
  CHECK(run_search({archive, "--show", "urn:v:2"}).out.find("well.") == std::string::npos);
  CHECK(run_search({archive, "--versions"}).status == 2);
}
