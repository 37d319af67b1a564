// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every file of sample-corpus/formats/ against what a person read in it: tests/end_to_end/formats/ has a
// golden file for each, one object per item in the order of the dump. Golden files are written from the
// dump and its format's standard, never from the program's answer. An object is
//   {"title": ..., other fields}  an article; what it does not name must be empty, but for these:
//       "id" (where the item has none), "rights", "organisations", "paragraphs" (how many), and of the body
//       "first_words", "last_words", "contains" and "lacks" (lists of strings)
//   An article's "known_broken" lists the fields that the program is known to read otherwise.
//   {"superseded": true}          read, and replaced by a later item of the file
//   {"skip" | "kill" | "held" | "reject": a part of the reason}
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "tests/support/programs.h"

using namespace broadsheet::test;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

const char* const kTexts[] = {"title",    "date", "date_from", "language", "source",   "section",
                              "dateline", "url",  "modified",  "version",  "corrected"};
const char* const kLists[] = {"bylines"};
const char* const kSets[] = {"topics", "persons", "countries"};
const char* const kOnlyIfNamed[] = {"id", "rights", "organisations", "paragraphs"};
const char* const kReasons[] = {"skip", "kill", "held", "reject"};

std::string corpus_folder() {
  return sample_corpus("formats");
}
std::string golden_folder() {
  return sample_corpus("../tests/end_to_end/formats");
}

std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) names.push_back(fs::relative(entry.path(), folder).generic_string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<Json> json_lines(const std::string& text) {
  std::vector<Json> objects;
  for (const std::string& line : lines_of(text)) objects.push_back(Json::parse(line));
  return objects;
}

std::size_t body_paragraphs(const Json& paragraphs) {
  return static_cast<std::size_t>(
      std::count_if(paragraphs.begin(), paragraphs.end(), [](const Json& p) { return p["role"] == "body"; }));
}

/// A dump in an archive of its own.
class Dump {
 public:
  explicit Dump(const std::string& name) {
    const auto run = run_index({archive(), corpus_folder() + "/" + name, "--entities", "given", "--quiet"});
    balance_ = last_line(run.out);
    const auto exported =
        run_search({archive(), "--all", "--format", "jsonl", "--fields", "short_id,dateline,body"});
    for (Json& text : json_lines(exported.out)) articles_.push_back(whole_article(text));
    for (Json& event : json_lines(read_whole_file(fs::path(archive()) / "runs/0001.jsonl"))) {
      const std::string kind = event.value("kind", "");
      if (kind == "skip" || kind == "kill" || kind == "reject") notices_.push_back(std::move(event));
    }
  }

  const std::string& balance() const { return balance_; }
  const std::vector<Json>& articles() const { return articles_; }
  const std::vector<Json>& notices() const { return notices_; }

  /// The article that a golden object means, by its id or else its title; null if there is none.
  Json find(const Json& golden) const {
    const char* const key = golden.contains("id") ? "id" : "title";
    for (const Json& article : articles_) {
      if (article[key] == golden[key]) return article;
    }
    return nullptr;
  }

 private:
  std::string archive() const { return folder_ / "a.archive"; }

  Json whole_article(const Json& text) const {
    const auto shown = run_search({archive(), "--show", text["short_id"], "--format", "json"});
    Json article = Json::parse(shown.out)["article"];
    article["dateline"] = text["dateline"];
    article["body"] = text["body"];
    article["paragraphs"] = body_paragraphs(article["paragraphs"]);
    return article;
  }

  TemporaryFolder folder_;
  std::string balance_;
  std::vector<Json> articles_;
  std::vector<Json> notices_;
};

bool is_empty(const Json& value) {
  return value.is_null() || value == "" || value == 0 || value == false || value == Json::array() ||
         value == "none";
}

void check_field(const Json& golden, const Json& article, const char* field) {
  const Json understood = article.value(field, Json());
  const auto broken = golden.value("known_broken", Json::array());
  if (std::find(broken.begin(), broken.end(), field) != broken.end()) {
    CHECK_MESSAGE(understood != golden.value(field, Json()), field,
                  " is right now: take it off known_broken");
  } else if (golden.contains(field)) {
    CHECK_MESSAGE(understood == golden[field], field, ": ", understood.dump(), " but read ",
                  golden[field].dump());
  } else {
    CHECK_MESSAGE(is_empty(understood), field, ": ", understood.dump(), " but the item has none");
  }
}

void check_set(const Json& golden, Json article, const char* field) {
  Json expected = golden;
  for (Json* object : {&expected, &article}) {
    if (object->contains(field)) std::sort((*object)[field].begin(), (*object)[field].end());
  }
  check_field(expected, article, field);
}

void check_body(const Json& golden, const std::string& body) {
  const auto has = [&](const std::string& words) { return body.find(words) != std::string::npos; };
  CAPTURE(body);
  const auto broken = golden.value("known_broken", Json::array());
  const bool may_begin_otherwise = std::find(broken.begin(), broken.end(), "first_words") != broken.end();
  CHECK_MESSAGE(body.starts_with(golden.value("first_words", "")) != may_begin_otherwise, "first words");
  CHECK_MESSAGE(body.ends_with(golden.value("last_words", "")), "last words");
  for (const std::string words : golden.value("contains", Json::array())) CHECK_MESSAGE(has(words), words);
  for (const std::string words : golden.value("lacks", Json::array())) CHECK_MESSAGE(!has(words), words);
}

void check_article(const Json& golden, const Dump& dump) {
  const Json article = dump.find(golden);
  if (article.is_null()) FAIL_CHECK("not found: ", golden.dump());
  if (article.is_null()) return;
  for (const char* field : kTexts) check_field(golden, article, field);
  for (const char* field : kLists) check_field(golden, article, field);
  for (const char* field : kSets) check_set(golden, article, field);
  for (const char* field : kOnlyIfNamed) {
    if (golden.contains(field)) check_field(golden, article, field);
  }
  check_body(golden, article["body"]);
}

/// The reason that a golden object gives for being no article; nothing if it is one.
std::optional<std::string> reason_of(const Json& golden) {
  for (const char* const kind : kReasons) {
    if (golden.contains(kind)) return golden[kind].get<std::string>();
  }
  return std::nullopt;
}

void check_notice(const Json& golden, const std::string& reason, const Dump& dump, std::size_t place) {
  REQUIRE(place < dump.notices().size());
  const Json& notice = dump.notices()[place];
  const std::string kind = golden.contains("held") ? "skip" : golden.begin().key();
  CHECK(notice["kind"] == kind);
  CHECK_MESSAGE(notice["reason"].get<std::string>().find(reason) != std::string::npos, notice.dump());
}

/// Every item was counted once, as what it is.
void check_balance(const std::vector<Json>& golden, const std::string& balance) {
  std::uint64_t read = 0, indexed = 0, updated = 0, unchanged = 0, skipped = 0, rejected = 0;
  REQUIRE(std::sscanf(balance.c_str(),
                      "read %lu = indexed %lu + updated %lu + unchanged %lu + skipped %lu + rejected %lu",
                      &read, &indexed, &updated, &unchanged, &skipped, &rejected) == 6);
  const auto count = [&](auto is) {
    return static_cast<std::uint64_t>(std::count_if(golden.begin(), golden.end(), is));
  };
  CHECK(read == golden.size());
  CHECK(rejected == count([](const Json& item) { return item.contains("reject"); }));
  CHECK(skipped == count([](const Json& item) { return reason_of(item) && !item.contains("reject"); }));
  CHECK(indexed + updated + skipped + rejected == read);
}

void check_dump(const std::string& name) {
  const Dump dump(name);
  const auto golden = json_lines(read_whole_file(golden_folder() + "/" + name + ".golden.jsonl"));
  check_balance(golden, dump.balance());
  std::size_t articles = 0;
  std::size_t notices = 0;
  for (std::size_t item = 0; item < golden.size(); ++item) {
    CAPTURE(item);
    if (const auto reason = reason_of(golden[item])) {
      check_notice(golden[item], *reason, dump, notices++);
    } else if (golden[item].contains("superseded")) {
      CHECK(dump.find(golden[item]).is_null());
    } else {
      ++articles;
      check_article(golden[item], dump);
    }
  }
  CHECK(dump.articles().size() == articles);
  CHECK(dump.notices().size() == notices);
}

}  // namespace

TEST_CASE("every dump of the sample of formats has its golden file, and the other way round") {
  std::vector<std::string> expected = files_below(corpus_folder());
  for (std::string& name : expected) name += ".golden.jsonl";
  CHECK(files_below(golden_folder()) == expected);
}

TEST_CASE("what is understood of an item is what a person reads in it, whatever the format") {
  for (const std::string& name : files_below(corpus_folder())) {
    CAPTURE(name);
    check_dump(name);
  }
}
