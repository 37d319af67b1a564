// SPDX-License-Identifier: GPL-2.0-or-later
//
// What --check finds, what --repair mends, and that a searcher never answers from half an archive.
#include <doctest/doctest.h>

#include <filesystem>
#include <functional>

#include "tests/support/programs.h"

using namespace broadsheet::test;
namespace fs = std::filesystem;

namespace {

/// Generation 5, of the segments 0003 (what a deletion left of 0001) and 0002.
struct SmallArchive : TemporaryFolder {
  SmallArchive() {
    write_file(*this / "a.jsonl", R"({"id":"urn:c:1","title":"Harvest","body":"Wheat stood well in Vienna."})"
                                  "\n"
                                  R"({"id":"urn:c:2","title":"Oil","body":"Oil fell in Vienna."})"
                                  "\n");
    write_file(*this / "b.jsonl", R"({"id":"urn:c:3","title":"Wheat","body":"The wheat of Vienna."})"
                                  "\n");
    run_index({archive(), *this / "a.jsonl", "--quiet", "--entities", "given"});
    run_index({archive(), *this / "b.jsonl", "--quiet", "--entities", "given"});
    run_index({archive(), "--delete", "urn:c:2", "--quiet"});
  }
  std::string archive() const { return *this / "a.archive"; }
  fs::path file(const std::string& name) const { return fs::path(archive()) / name; }
  RunResult check() const { return run_index({"--check", archive()}); }
  RunResult repair() const { return run_index({"--repair", archive()}); }
  RunResult ask() const { return run_search({archive(), "wheat", "--format", "json"}); }
};

void change_byte(const fs::path& file, std::size_t at) {
  std::string bytes = read_whole_file(file);
  REQUIRE(at < bytes.size());
  bytes[at] = static_cast<char>(bytes[at] ^ 0x20);
  write_file(file, bytes);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Its manifest as one of another schema may be.
std::string without_checksums(const SmallArchive& archive, int schema) {
  std::string earlier = "# broadsheet " + std::to_string(schema) + '\n';
  for (const std::string& line : lines_of(read_whole_file(archive.file("XAPIANDB")))) {
    if (line.starts_with("# broadsheet") || line.starts_with("# file")) continue;
    earlier += line.starts_with("# segment") ? line + " 0123456789abcdef\n" : line + '\n';
  }
  return earlier;
}

}  // namespace

TEST_CASE("an archive that was just written has no errors, and checking it writes nothing") {
  const SmallArchive archive;
  const std::string before = read_whole_file(archive.file("XAPIANDB"));
  const auto checked = archive.check();
  CHECK(checked.status == 0);
  CHECK(last_line(checked.out).starts_with("checked 2 segments, 2 articles, "));
  CHECK(has(checked.out, "no errors found"));
  const auto repaired = archive.repair();
  CHECK(repaired.status == 0);
  CHECK(read_whole_file(archive.file("XAPIANDB")) == before);
}

TEST_CASE("what is damaged is named, with what to do; what can be made anew is") {
  enum class Asking { Same, Error };
  struct Case {
    std::string file;
    std::function<void(const fs::path&)> damage;
    std::string trouble;
    const char* remedy;
    Asking asking;
    int status_after_repair;
  };
  const auto flip = [](const fs::path& file) { change_byte(file, fs::file_size(file) / 2); };
  const auto cut = [](const fs::path& file) { fs::resize_file(file, fs::file_size(file) / 2); };
  const auto remove = [](const fs::path& file) { fs::remove(file); };
  const Case cases[] = {
      {"segments/0002.columns", flip, "is damaged", "--repair", Asking::Same, 0},
      {"segments/0003.columns", cut, "bytes instead of", "--repair", Asking::Same, 0},
      {"segments/0002.columns", remove, "is missing", "--repair", Asking::Same, 0},
      {"variants.5", flip, "is damaged", "--repair", Asking::Error, 0},
      {"variants.5", remove, "is missing", "--repair", Asking::Error, 0},
      {"ledger.5", flip, "is damaged", "--repair", Asking::Same, 0},
      {"ledger.5", remove, "is missing", "--repair", Asking::Same, 0},
      {"segments/0002/position.glass", remove, "is missing", "backup", Asking::Error, 2},
      {"segments/0002/postlist.glass", cut, "bytes instead of", "backup", Asking::Error, 2},
      {"segments/0002/iamglass", flip, "is damaged", "backup", Asking::Error, 2},
      {"segments/0002/docdata.glass", flip, "is damaged", "backup", Asking::Same, 2},
      {"runs/0001.jsonl", flip, "is damaged", "delete it", Asking::Same, 2},
  };
  for (const Case& c : cases) {
    CAPTURE(c.file);
    CAPTURE(c.trouble);
    const SmallArchive archive;
    const auto answered = archive.ask();
    REQUIRE(answered.status == 0);
    c.damage(archive.file(c.file));
    const auto checked = archive.check();
    CHECK(checked.status == 2);
    CHECK(has(checked.out, c.file + " "));
    CHECK(has(checked.out, c.trouble));
    CHECK(has(checked.out, c.remedy));
    const auto asked = archive.ask();
    CHECK(asked.status == (c.asking == Asking::Error ? 2 : 0));
    if (c.asking == Asking::Same) CHECK(asked.out == answered.out);
    if (c.asking == Asking::Error) CHECK(has(asked.err, "--check"));
    CHECK(archive.repair().status == c.status_after_repair);
    if (c.status_after_repair == 0) CHECK(archive.ask().out == answered.out);
  }
}

TEST_CASE(
    "after a repair, deleted articles are still known, and files whose ledger was lost are read again") {
  const SmallArchive archive;
  const std::string ledger = read_whole_file(archive.file("ledger.5"));
  write_file(archive.file("ledger.5"),
             ledger.substr(0, ledger.find('\n')) + "rubbish" + ledger.substr(ledger.find('\n')));
  const auto refused = run_index({archive.archive(), archive / "a.jsonl", "--quiet"});
  CHECK(refused.status == 2);
  CHECK(has(refused.err, "ledger.5"));
  const auto repaired = archive.repair();
  CHECK(repaired.status == 0);
  CHECK(
      has(repaired.out, "ledger.5 was damaged: the next run reads its files again, and 1 deleted articles"));
  const auto again = run_index({archive.archive(), archive / "a.jsonl", "--quiet", "--entities", "given"});
  CHECK(last_line(again.out) == "read 2 = indexed 0 + updated 0 + unchanged 1 + skipped 1 + rejected 0");
}

TEST_CASE("leftovers of a run that was broken off are removed by a repair") {
  const SmallArchive archive;
  write_file(archive.file("segments/0009.new/postlist.glass"), "x");
  CHECK(archive.check().status == 0);
  CHECK(has(archive.repair().out, "leftovers"));
  CHECK_FALSE(fs::exists(archive.file("segments/0009.new")));
}

TEST_CASE("a damaged manifest is an error to everyone") {
  const SmallArchive archive;
  const std::string good = read_whole_file(archive.file("XAPIANDB"));
  for (std::size_t at = 0; at < good.size(); at += 97) {
    CAPTURE(at);
    write_file(archive.file("XAPIANDB"), good);
    change_byte(archive.file("XAPIANDB"), at);
    CHECK(archive.check().status == 2);
    CHECK(archive.ask().status == 2);
    CHECK(archive.repair().status == 2);
  }
  write_file(archive.file("XAPIANDB"), good);
  CHECK(archive.check().status == 0);
}

TEST_CASE("an archive of an earlier schema is refused, and indexed again from what it stores") {
  const SmallArchive archive;
  const auto answered = archive.ask();
  write_file(archive.file("XAPIANDB"), without_checksums(archive, 1));
  for (const auto& result :
       {archive.ask(), archive.check(), run_index({archive.archive(), archive / "b.jsonl"})}) {
    CHECK(result.status == 2);
    CHECK(has(result.err, "schema version 1"));
    CHECK(has(result.err, "--reindex"));
  }
  CHECK(run_index({"--reindex", archive.archive(), "--entities", "given"}).status == 0);
  CHECK(archive.ask().out == answered.out);
  CHECK(archive.check().status == 0);
}

TEST_CASE("an archive without checksums is read; a repair takes them") {
  const SmallArchive archive;
  const auto answered = archive.ask();
  write_file(archive.file("XAPIANDB"), without_checksums(archive, 2));
  CHECK(archive.ask().out == answered.out);
  const auto checked = archive.check();
  CHECK(checked.status == 0);
  CHECK(has(checked.out, "without a checksum"));
  CHECK(archive.repair().status == 0);
  CHECK_FALSE(has(archive.check().out, "without a checksum"));
  CHECK(archive.ask().out == answered.out);
  change_byte(archive.file("segments/0002/docdata.glass"), 5000);
  CHECK(archive.check().status == 2);
}

TEST_CASE(
    "part of a copy is an error, and an older manifest beside newer files is the older archive or an error") {
  const SmallArchive archive;
  const std::string old_manifest = read_whole_file(archive.file("XAPIANDB"));
  const auto answered = archive.ask();
  write_file(archive / "c.jsonl",
             R"({"id":"urn:c:1","title":"Harvest","body":"Wheat stood ill in Vienna."})");
  run_index({archive.archive(), archive / "c.jsonl", "--quiet", "--entities", "given"});
  const std::string new_manifest = read_whole_file(archive.file("XAPIANDB"));
  SUBCASE("the files of the older state are still there") {
    write_file(archive.file("XAPIANDB"), old_manifest);
    CHECK(archive.ask().out == answered.out);
    CHECK(archive.check().status == 0);
  }
  SUBCASE("the next writer removed them") {
    run_index({archive.archive(), archive / "c.jsonl", "--quiet", "--entities", "given"});
    write_file(archive.file("XAPIANDB"), old_manifest);
    CHECK(archive.ask().status == 2);
    CHECK(archive.check().status == 2);
    CHECK(run_index({archive.archive(), archive / "c.jsonl", "--quiet"}).status == 2);
  }
  SUBCASE("a segment is missing") {
    fs::remove_all(archive.file("segments/0002"));
    CHECK(archive.ask().status == 2);
    CHECK(run_index({archive.archive(), archive / "c.jsonl", "--quiet"}).status == 2);
  }
}

TEST_CASE("a damaged segment is not copied into a new one") {
  const SmallArchive archive;
  change_byte(archive.file("segments/0003/docdata.glass"), 5000);
  const std::string before = read_whole_file(archive.file("XAPIANDB"));
  write_file(archive / "c.jsonl",
             R"({"id":"urn:c:1","title":"Harvest","body":"Wheat stood ill in Vienna."})");
  for (const auto& arguments :
       {std::vector<std::string>{archive.archive(), "--optimize"}, {"--reindex", archive.archive()}}) {
    const auto refused = run_index(arguments);
    CHECK(refused.status == 2);
    CHECK(has(refused.err, "segments/0003/docdata.glass"));
    CHECK(read_whole_file(archive.file("XAPIANDB")) == before);
  }
}

TEST_CASE("indexing the stored articles again changes no answer of an archive of this version") {
  const TemporaryFolder folder;
  const std::string archive = folder / "a.archive";
  run_index({archive, sample_corpus("dumps"), "--quiet"});
  run_index({archive, sample_corpus("formats"), "--quiet"});
  const std::string first =
      lines_of(run_search({archive, "--all", "--format", "jsonl", "--fields", "id"}).out).front();
  const std::string id = first.substr(7, first.size() - 9);
  run_index({archive, "--delete", id, "--quiet"});
  const auto ask = [&] {
    std::string answers;
    for (const std::vector<std::string>& question :
         {std::vector<std::string>{"--all", "--format", "jsonl", "--copies", "show"},
          {"president", "--format", "json", "--explain"},
          {"\"prime minister\"", "--format", "json"},
          {"minist* NEAR/9 said", "--format", "json"},
          {"--counts", "person,year", "--format", "csv"},
          {"--counts", "country", "--format", "csv"}}) {
      std::vector<std::string> arguments = {archive};
      arguments.insert(arguments.end(), question.begin(), question.end());
      answers += run_search(arguments).out;
    }
    return answers;
  };
  const std::string before = ask();
  const auto result = run_index({"--reindex", archive});
  CHECK(result.status == 0);
  CHECK(last_line(result.out).starts_with("indexed again "));
  CHECK(ask() == before);
  CHECK(run_index({"--check", archive}).status == 0);
  const auto again = run_index({archive, sample_corpus("dumps"), sample_corpus("formats"), "--quiet"});
  CHECK(has(last_line(again.out), " = indexed 0 + updated 0 + "));
  CHECK(ask() == before);
}

TEST_CASE("versions that were replaced stay readable when the stored articles are indexed again") {
  const TemporaryFolder folder;
  const std::string archive = folder / "a.archive";
  for (const char* text : {"Wheat stood well in the north.", "Wheat stood ill in the north."}) {
    write_file(folder / "a.jsonl",
               R"({"id":"urn:v:1","title":"Harvest","body":")" + std::string(text) + "\"}\n");
    run_index({archive, folder / "a.jsonl", "--quiet", "--entities", "given"});
  }
  const auto versions = [&] { return run_search({archive, "--show", "urn:v:1", "--versions"}).out; };
  const std::string before = versions();
  REQUIRE(has(before, "well"));
  CHECK(last_line(run_index({"--reindex", archive, "--entities", "given"}).out) ==
        "indexed again 1 article and 1 earlier version");
  CHECK(versions() == before);
  CHECK(run_search({archive, "well"}).status == 1);
}
