// SPDX-License-Identifier: GPL-2.0-or-later
//
// Dumps as newsrooms have them, many to a file, against what a person read in them: reading and normalising
// as one step, without an archive. tests/end_to_end/wires/*.items hold them:
//   %%%% file NAME [escaped] [crlf] [charset=NAME]     the dump, up to the next line that begins so; escaped:
//       \xNN, \r, \n, \t and \\ stand for bytes, crlf: lines end in CR LF, charset: not UTF-8
//   %%%% reads     one object for each item, in the order of the dump, written before the program was asked:
//       as those of the golden files of formats_test.cc; also "place", "replaces" and "problems" (how many).
#include <doctest/doctest.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <span>

#include "common/country.h"
#include "indexer/normalise/normalise.h"
#include "indexer/readers/open_dump.h"
#include "tests/support/files.h"
#include "tests/support/programs.h"

using namespace broadsheet;
using namespace broadsheet::test;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kMark = "%%%% ";

const char* const kTexts[] = {"title",    "date", "date_from", "language", "source",   "section",
                              "dateline", "url",  "modified",  "version",  "corrected"};
const char* const kLists[] = {"bylines", "replaces"};
const char* const kSets[] = {"topics", "persons", "countries"};
const char* const kOnlyIfNamed[] = {"id", "rights", "organisations", "paragraphs", "place", "problems"};
const char* const kReasons[] = {"skip", "kill", "held", "reject"};

struct Item {
  std::string name;
  std::string bytes;
  std::vector<Json> golden;
};

std::string unescaped(const std::string& text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      bytes += text[i];
    } else if (const char kind = text[++i]; kind == 'x' && i + 2 < text.size()) {
      int value = 0;
      std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16);
      bytes += static_cast<char>(value);
      i += 2;
    } else {
      bytes += kind == 'r' ? '\r' : kind == 'n' ? '\n' : kind == 't' ? '\t' : kind;
    }
  }
  return bytes;
}

std::string with_crlf(const std::string& text) {
  std::string bytes;
  for (const char c : text) bytes.append(c == '\n' ? "\r" : "") += c;
  return bytes;
}

std::string in_charset(const std::string& text, const std::string& charset) {
  std::string bytes(text.size() * 4 + 8, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const auto length =
      ucnv_convert(charset.c_str(), "UTF-8", bytes.data(), static_cast<std::int32_t>(bytes.size()),
                   text.data(), static_cast<std::int32_t>(text.size()), &status);
  REQUIRE(U_SUCCESS(status));
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

/// What the words behind a file's name say.
std::string encoded(std::string text, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word == "escaped") text = unescaped(text);
    if (word == "crlf") text = with_crlf(text);
    if (word.starts_with("charset=")) text = in_charset(text, word.substr(8));
  }
  return text;
}

std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words;
  for (std::size_t at = line.find_first_not_of(' '); at != std::string::npos;) {
    const std::size_t end = line.find(' ', at);
    words.push_back(line.substr(at, end - at));
    at = line.find_first_not_of(' ', end);
  }
  return words;
}

std::vector<Item> items_of(const std::string& text) {
  std::vector<Item> items;
  std::vector<std::string> words;
  bool in_file = false;
  const auto end_file = [&] {
    if (in_file) items.back().bytes = encoded(items.back().bytes, words);
  };
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with(kMark)) {
      end_file();
      words = words_of(line.substr(kMark.size()));
      in_file = words[0] == "file";
      if (in_file) items.push_back({words.at(1), "", {}});
    } else if (in_file) {
      items.back().bytes += line + "\n";
    } else if (!items.empty() && !line.empty()) {
      items.back().golden.push_back(Json::parse(line));
    }
  }
  return items;
}

class Bytes : public ByteStream {
 public:
  explicit Bytes(std::string bytes) : bytes_(std::move(bytes)) {}
  std::size_t read(std::span<char> buffer) override {
    const std::size_t n = bytes_.copy(buffer.data(), buffer.size(), position_);
    position_ += n;
    return n;
  }

 private:
  std::string bytes_;
  std::size_t position_ = 0;
};

Json names(const std::vector<NameTag>& tags) {
  Json list = Json::array();
  for (const NameTag& tag : tags) list.push_back(tag.name);
  return list;
}

void add_paragraphs(Json& shown, const Article& article) {
  std::string dateline;
  std::size_t bodies = 0;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.role == Role::Dateline) dateline = paragraph.text;
    bodies += paragraph.role == Role::Body ? 1 : 0;
  }
  shown["dateline"] = dateline;
  shown["paragraphs"] = bodies;
  shown["body"] = body_text(article);
}

Json shown(const Normalised& result) {
  const Article& a = result.article;
  Json out = {{"id", a.id},
              {"title", a.title},
              {"date", to_iso(a.published)},
              {"date_from", std::string(to_string(a.date_from))},
              {"modified", a.modified.known() ? to_iso(a.modified) : ""},
              {"version", a.version},
              {"corrected", a.corrected},
              {"language", a.language},
              {"source", a.source},
              {"section", a.section},
              {"place", a.dateline_place},
              {"url", a.url},
              {"rights", a.rights},
              {"bylines", a.bylines},
              {"replaces", a.replaces},
              {"topics", a.topics},
              {"persons", names(result.given.persons)},
              {"organisations", names(result.given.organisations)},
              {"problems", result.problems.size()}};
  out["countries"] = Json::array();
  for (const CountryTag& tag : result.given.countries) out["countries"].push_back(tag.code);
  add_paragraphs(out, a);
  return out;
}

Json shown(const Reject& reject) {
  return {{"reject", reject.reason}};
}
Json shown(const Skip& skip) {
  return {{"skip", skip.reason}};
}
Json shown(const Notice& notice) {
  const char* const kind = notice.kind == Notice::Kind::Kill ? "kill" : "held";
  return {{kind, notice.reason}, {"replaces", notice.identities}};
}

std::vector<Json> understood(const Item& item) {
  NormaliseOptions options;
  options.now = 4'000'000'000;  // of 2096
  const auto reader = make_reader(std::make_unique<Bytes>(item.bytes), item.name, {});
  std::vector<Json> out;
  const auto add = [&](const auto& any) { out.push_back(shown(any)); };
  while (const auto read = reader->next()) {
    if (const auto* record = std::get_if<Record>(&*read)) {
      std::visit(add, normalise(*record, reader->format(), options));
    } else if (const auto* reject = std::get_if<Reject>(&*read)) {
      add(*reject);
    } else {
      add(std::get<Skip>(*read));
    }
  }
  return out;
}

bool is_empty(const Json& value) {
  return value.is_null() || value == "" || value == 0 || value == false || value == Json::array() ||
         value == "none";
}

Json sorted(Json list) {
  if (list.is_array()) std::sort(list.begin(), list.end());
  return list;
}

void check_field(const Json& golden, const Json& article, const char* field, bool is_set = false) {
  const Json read = article.value(field, Json());
  const Json expected = golden.value(field, Json());
  if (is_empty(read) && is_empty(expected)) return;
  const bool is_same = is_set ? sorted(read) == sorted(expected) : read == expected;
  CHECK_MESSAGE(is_same, std::string(field), ": ", read.dump(), " but a person read ", expected.dump());
}

void check_body(const Json& golden, const std::string& body) {
  const auto has = [&](const std::string& words) { return body.find(words) != std::string::npos; };
  CAPTURE(body);
  CHECK_MESSAGE(body.starts_with(golden.value("first_words", "")), "first words");
  CHECK_MESSAGE(body.ends_with(golden.value("last_words", "")), "last words");
  for (const std::string words : golden.value("contains", Json::array())) CHECK_MESSAGE(has(words), words);
  for (const std::string words : golden.value("lacks", Json::array())) CHECK_MESSAGE(!has(words), words);
}

void check_article(const Json& golden, const Json& article) {
  for (const char* field : kTexts) check_field(golden, article, field);
  for (const char* field : kLists) check_field(golden, article, field);
  for (const char* field : kSets) check_field(golden, article, field, true);
  for (const char* field : kOnlyIfNamed) {
    if (golden.contains(field)) check_field(golden, article, field);
  }
  check_body(golden, article["body"]);
}

/// The kind of a notice; null if it is an article.
const char* kind_of(const Json& item) {
  const auto found = std::find_if(std::begin(kReasons), std::end(kReasons),
                                  [&](const char* kind) { return item.contains(kind); });
  return found == std::end(kReasons) ? nullptr : *found;
}

void check_one(const Json& golden, const Json& read) {
  const char* const expected = kind_of(golden);
  const char* const kind = kind_of(read);
  if (expected == nullptr && kind == nullptr) return check_article(golden, read);
  CHECK_MESSAGE(expected == kind, read.dump());
  if (expected == nullptr || kind == nullptr || expected != kind) return;
  CHECK_MESSAGE(read[kind].get<std::string>().find(golden[kind]) != std::string::npos, read.dump());
  if (golden.contains("replaces")) CHECK(read["replaces"] == golden["replaces"]);
}

void check_item(const Item& item) {
  INFO(item.name);
  const std::vector<Json> read = understood(item);
  CHECK_MESSAGE(read.size() == item.golden.size(), Json(read).dump());
  for (std::size_t i = 0; i < std::min(read.size(), item.golden.size()); ++i) {
    CAPTURE(i);
    check_one(item.golden[i], read[i]);
  }
}

}  // namespace

TEST_CASE("what is understood of a wire or an export is what a person reads in it") {
  std::size_t items = 0;
  for (const auto& file : fs::directory_iterator(std::string(SOURCE_DIR) + "/tests/end_to_end/wires")) {
    INFO(file.path().filename().string());
    for (const Item& item : items_of(read_whole_file(file.path()))) {
      check_item(item);
      ++items;
    }
  }
  CHECK(items >= 70);
}
