// SPDX-License-Identifier: GPL-2.0-or-later
//
// The command line: every option is documented everywhere, errors say what is wrong and what to do.
#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "tests/support/programs.h"

using namespace broadsheet::test;
namespace fs = std::filesystem;

namespace {

/// "--name" wherever it stands in a text.
std::set<std::string> options_in(const std::string& text) {
  std::set<std::string> options;
  for (auto at = text.find("--"); at != std::string::npos; at = text.find("--", at + 2)) {
    const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at + 2);
    const std::string name = text.substr(at, end - at);
    const bool starts = at == 0 || std::string(" \n`'[(|\"").find(text[at - 1]) != std::string::npos;
    if (starts && name.size() > 3 && name[2] != '-') options.insert(name);
  }
  return options;
}

/// The options that a help text lists, one a line.
std::set<std::string> listed_options(const std::string& help) {
  std::set<std::string> options;
  for (const std::string& line : lines_of(help)) {
    if (line.starts_with("  --")) options.insert(line.substr(2, line.find_first_of(" =\n", 2) - 2));
  }
  return options;
}

std::string without_backslashes(std::string text) {
  std::erase(text, '\\');
  return text;
}

std::string source_file(const std::string& name) {
  return read_whole_file(fs::path(SOURCE_DIR) / name);
}

void check_documented(const std::string& program, const std::string& help) {
  const auto listed = listed_options(help);
  REQUIRE(listed.size() > 10);
  const auto manual = options_in(without_backslashes(source_file("docs/man/" + program + ".1")));
  const auto readme = options_in(source_file("README.md"));
  const std::string completion = source_file("docs/completion/broadsheet.bash");
  for (const std::string& option : listed) {
    CAPTURE(option);
    CHECK(manual.contains(option));
    CHECK(readme.contains(option));
    CHECK(options_in(completion).contains(option));
  }
  for (const std::string& option : manual) {
    CAPTURE(option);
    CHECK(listed.contains(option));
  }
}

}  // namespace

TEST_CASE("every option is in the help, the manual, the completion and the README") {
  check_documented("broadsheet-index", run_index({"--help"}).out);
  check_documented("broadsheet-search", run_search({"--help-all"}).out);
}

TEST_CASE("the everyday help is part of the whole help and fits a screen") {
  const auto everyday = listed_options(run_search({"--help"}).out);
  const auto all = listed_options(run_search({"--help-all"}).out);
  CHECK(everyday.size() < all.size());
  for (const std::string& option : everyday) CHECK(all.contains(option));
}

TEST_CASE("a command line that cannot be carried out ends with status 2 and says what to do") {
  const TemporaryFolder folder;
  write_file(folder / "a.txt", "Alpha\n\nAlpha text.\n");
  const std::string archive = folder / "a.archive";
  run_index({archive, folder / "a.txt"});
  const struct {
    bool search;
    std::vector<std::string> arguments;
    const char* message;
  } cases[] = {
      {false, {}, "name an archive"},
      {false, {archive}, "at least one input"},
      {false, {archive, folder / "missing.txt"}, "missing.txt"},
      {false, {archive, folder / "a.txt", "--sorce", "x"}, "did you mean --source?"},
      {false, {archive, folder / "a.txt", "--format", "docx"}, "--format knows"},
      {false, {archive, folder / "a.txt", "--map", "x"}, "THEIRS=OURS"},
      {false, {archive, folder / "a.txt", "--map", "x=titel"}, "titel"},
      {false, {archive, folder / "a.txt", "--timezone", "Paris"}, "+01:00"},
      {false, {archive, folder / "a.txt", "--date", "yesterday"}, "1961-08"},
      {false, {archive, folder / "a.txt", "--memory", "lots"}, "512M"},
      {false, {archive, folder / "a.txt", "--jobs", "0"}, "--jobs"},
      {false, {archive, folder / "a.txt", "--entities", "some"}, "all or given"},
      {false, {folder / "a.txt", folder / "a.txt"}, "no archive"},
      {false, {archive, "--delete", "nothing"}, "nothing"},
      {false, {"--check"}, "name an archive"},
      {false, {"--check", folder / "missing.archive"}, "no archive"},
      {false, {"--repair", folder / "missing.archive"}, "no archive"},
      {false, {"--reindex", folder / "missing.archive"}, "no archive"},
      {false, {"--check", archive, folder / "a.txt"}, "nothing else"},
      {false, {"--check", archive, "--optimize"}, "nothing else"},
      {false, {"--check", "--repair", archive}, "exclude each other"},
      {true, {}, "name an archive"},
      {true, {folder / "missing.archive"}, "broadsheet-index"},
      {true, {folder / "a.txt"}, "no archive"},
      {true, {archive, "alpha", "--facets", "persons"}, "did you mean person?"},
      {true, {archive, "alpha", "--facet-find", "person"}, "person=zel"},
      {true, {archive, "alpha", "--facet-find", "person="}, "person=zel"},
      {true, {archive, "alpha", "--facet-find", "persn=zel"}, "did you mean person?"},
      {true, {archive, "alpha", "--facet-find", "year=19"}, "--from"},
      {true, {archive, "alpha", "--expand", "--no-expand"}, "exclude each other"},
      {true, {archive, "alpha", "--recency", "0"}, "--recency"},
      {true, {archive, "alpha", "--recency", "30", "--sort", "oldest"}, "--sort relevance"},
      {true, {archive, "alpha", "--country", "Frnace"}, "France"},
      {true, {archive, "alpha", "--from", "1989-13-01"}, "1989-13-01"},
      {true, {archive, "alpha", "--from", "2000", "--to", "1999"}, "after"},
      {true, {archive, "alpha", "--sort", "best"}, "relevance"},
      {true, {archive, "alpha", "--format", "xml"}, "jsonl"},
      {true, {archive, "(alpha"}, "^"},
      {true, {archive, "alpha w/3 text"}, "Try: NEAR/3"},
      {true, {archive, "alpha NEAR/0 text"}, "number of words"},
      {true, {archive, "alpha", "--format", "csv", "--fields", "titel"}, "titel"},
      {true, {archive, "--show", "no-such-id"}, "no-such-id"},
      {true, {archive, "alpha", "--limit", "-1"}, "--limit"},
      {true, {archive, "alpha", "--show", "1"}, "--show takes no QUERY"},
      {true, {archive, "alpha", "--variants", "Lee"}, "--variants takes no QUERY"},
      {true, {archive, "alpha", "--queries", "-"}, "--queries takes no QUERY"},
      {true, {archive, "--phrase", "alpha", "--queries", "-"}, "--queries takes no QUERY"},
      {true, {archive, "--person", "???"}, "no article has the person \"???\""},
  };
  for (const auto& c : cases) {
    const std::string last = c.arguments.empty() ? "" : c.arguments.back();
    CAPTURE(last);
    const auto result = c.search ? run_search(c.arguments) : run_index(c.arguments);
    CHECK(result.status == 2);
    CHECK(result.out == "");
    CHECK(result.err.find(c.message) != std::string::npos);
    CHECK(result.err.starts_with(c.search ? "broadsheet-search: " : "broadsheet-index: "));
  }
}

TEST_CASE("nothing read is status 1, nothing found is status 1, and a quiet run says only the balance") {
  const TemporaryFolder folder;
  fs::create_directories(folder / "empty");
  CHECK(run_index({folder / "a.archive", folder / "empty"}).status == 1);
  write_file(folder / "a.txt", "Alpha\n\nAlpha text.\n");
  const auto quiet = run_index({folder / "a.archive", folder / "a.txt", "--quiet"});
  CHECK(quiet.out == "read 1 = indexed 1 + updated 0 + unchanged 0 + skipped 0 + rejected 0\n");
  CHECK(quiet.err == "");
  CHECK(run_search({folder / "a.archive", "beta"}).status == 1);
  CHECK(run_search({folder / "a.archive", "alpha"}).status == 0);
}

TEST_CASE("a dry run shows what would be understood and writes nothing") {
  const TemporaryFolder folder;
  const auto result = run_index({folder / "a.archive", sample_corpus("dumps/harbour-post.csv"), "--dry-run"});
  CHECK(result.status == 0);
  CHECK(result.out.find("The Harbour Post") != std::string::npos);
  CHECK(result.out.find("Nothing was written.") != std::string::npos);
  CHECK_FALSE(fs::exists(folder / "a.archive"));
}

TEST_CASE("a dry run looks at the first 1,000 records, a quiet one counts all and writes nothing") {
  const TemporaryFolder folder;
  std::string lines = "{\"nothing\":1}\n";
  for (int i = 0; i < 1200; ++i) {
    const std::string number = std::to_string(i);
    lines +=
        "{\"id\":\"urn:x:" + number + "\",\"title\":\"Alpha " + number + "\",\"body\":\"Alpha text.\"}\n";
  }
  write_file(folder / "in/a.jsonl", lines);
  write_file(folder / "in/README", "About these files.\n");
  const auto survey = run_index({folder / "a.archive", folder / "in", "--dry-run"});
  CHECK(survey.out.find("Only the first 1000 records were looked at") != std::string::npos);
  const auto count = run_index({folder / "a.archive", folder / "in", "--dry-run", "--quiet"});
  CHECK(count.status == 0);
  CHECK(count.out == "read 1202 = articles 1200 + skipped 1 + rejected 1\n");
  CHECK(count.err == "");
  CHECK_FALSE(fs::exists(folder / "a.archive"));
}

TEST_CASE("standard input is an input like any other") {
  const TemporaryFolder folder;
  RunOptions options;
  options.input = R"({"id":"urn:x:1","title":"Alpha","body":"Alpha text."})"
                  "\n";
  CHECK(last_line(run_index({folder / "a.archive", "-"}, options).out) ==
        "read 1 = indexed 1 + updated 0 + unchanged 0 + skipped 0 + rejected 0");
  CHECK(run_search({folder / "a.archive", "alpha"}).status == 0);
}

TEST_CASE("every path that the README names exists") {
  const std::string readme = source_file("README.md");
  int named = 0;
  for (auto at = readme.find("]("); at != std::string::npos; at = readme.find("](", at + 2)) {
    const std::string target = readme.substr(at + 2, readme.find_first_of(")#", at + 2) - at - 2);
    if (target.empty() || target.find("://") != std::string::npos) continue;
    CAPTURE(target);
    CHECK(fs::exists(fs::path(SOURCE_DIR) / target));
    ++named;
  }
  CHECK(named > 5);
}
