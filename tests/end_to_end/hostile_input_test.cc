// SPDX-License-Identifier: GPL-2.0-or-later
//
// What strangers send to break a program, or what breaks on its way: no such file stops a run, makes it hang
// or takes the machine's memory; each leaves a reason behind, and the good file beside it is indexed.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <filesystem>
#include <future>

#include "tests/end_to_end/hostile_files.h"
#include "tests/support/programs.h"

using namespace broadsheet::test;
namespace fs = std::filesystem;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr long kMostMemory = 4 * 500 * 1024;  // KiB: the sanitizer's shadow, and what it keeps of freed memory
#else
constexpr long kMostMemory = 500 * 1024;  // KiB
#endif
constexpr std::uint64_t kMebi = 1 << 20;

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

std::uint64_t number_after(const std::string& line, const std::string& word) {
  std::uint64_t value = 0;
  const std::size_t at = line.find(word);
  if (at == std::string::npos) return 0;
  std::from_chars(line.data() + at + word.size(), line.data() + line.size(), value);
  return value;
}

/// A folder with a good article and, beside it, what is hostile.
class Ward {
 public:
  Ward() {
    write_file(folder_ / "in/zz-good.txt",
               "Lighthouse saved\n\nThe old lighthouse will not be pulled down.\n");
  }
  std::string operator/(const std::string& name) const { return folder_ / name; }

  void index() {
    result_ = run_index({folder_ / "a.archive", folder_ / "in", "--memory", "64M", "--jobs", "2"});
    reasons_ = read_whole_file(folder_ / "a.archive/runs/0001.jsonl");
  }

  /// What is promised of every input.
  void check_survived() const {
    CAPTURE(result_.err);
    CAPTURE(result_.out);
    CHECK((result_.status == 0 || result_.status == 3));
    CHECK(result_.max_rss_kib < kMostMemory);
    const std::string balance = last_line(result_.out);
    const std::uint64_t made = number_after(balance, "indexed ") + number_after(balance, "updated ") +
                               number_after(balance, "unchanged ") + number_after(balance, "skipped ") +
                               number_after(balance, "rejected ");
    CHECK(number_after(balance, "read ") == made);
    CHECK(run_search({folder_ / "a.archive", "lighthouse pulled"}).status == 0);
  }

  const RunResult& result() const { return result_; }
  bool says(const std::string& words, const std::string& input = "") const {
    for (const std::string& line : lines_of(reasons_)) {
      if (line.find("\"input\":\"" + input) != std::string::npos && line.find(words) != std::string::npos)
        return true;
    }
    return false;
  }
  bool found(const std::string& query) const {
    return run_search({folder_ / "a.archive", query}).status == 0;
  }
  const std::string& reasons() const { return reasons_; }

 private:
  TemporaryFolder folder_;
  RunResult result_;
  std::string reasons_;
};

struct Hostile {
  std::string name;
  std::string bytes;
  std::string reason;           // part of a reason that the run's report gives; empty: it is read
  const char* reads = nullptr;  // a query that finds what is good in it
};

/// All in one folder, so that each is also beside all others.
void check_all(const std::vector<Hostile>& cases) {
  Ward ward;
  for (const Hostile& c : cases) write_file(ward / ("in/" + c.name), c.bytes);
  ward.index();
  ward.check_survived();
  CAPTURE(ward.reasons());
  for (const Hostile& c : cases) {
    CAPTURE(c.name);
    CHECK((c.reason.empty() || ward.says(c.reason, c.name)));
    if (c.reads != nullptr) CHECK(ward.found(c.reads));
  }
}

std::string article(const std::string& title) {
  return "{\"title\":\"" + title + "\",\"body\":\"" + title + " text.\"}\n";
}

std::string nitf(const std::string& text) {
  return "<nitf><body><body.head><hedline><hl1>Mayor resigns</hl1></hedline></body.head>"
         "<body.content><p>" +
         text + "</p></body.content></body></nitf>\n";
}

std::string warc_page(const std::string& title, const std::string& length) {
  const std::string block =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><head><title>" + title +
      "</title><meta property=\"og:type\" content=\"article\"></head><body><article><h1>" + title +
      "</h1><p>" + repeated("The council met again and talked about the bridge. ", 8) +
      "</p></article></body></html>";
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://news.example/" + title +
         "\r\nWARC-Date: 2020-02-02T00:00:00Z\r\nContent-Length: " +
         (length.empty() ? std::to_string(block.size()) : length) + "\r\n\r\n" + block + "\r\n\r\n";
}

}  // namespace

TEST_CASE("text that is damaged or odd is read as far as it can be") {
  const std::string half = gzip(article("Harbour") + repeated(article("Bridge"), 20000));
  check_all({
      {"cut.jsonl.gz", half.substr(0, half.size() / 2), "ends too early", "harbour"},
      {"nuls.txt", "Ferry\n\n" + std::string(200, '\0') + "Text with zeros.\n", "binary data"},
      {"nul.jsonl", std::string("{\"title\":\"Fer\0ry\",\"body\":\"Alpha\"}\n", 34), "binary data"},
      {"escaped-nul.jsonl", "{\"title\":\"Fer\\u0000ry\",\"body\":\"Escaped text\"}\n", "", "escaped"},
      {"surrogates.jsonl", "{\"title\":\"Tower\",\"body\":\"lone \\ud800 high, \\udc00 low\"}\n", "", "lone"},
      {"latin.jsonl", "{\"title\":\"Quarry\",\"body\":\"caf\xE9 \xFF\xFE \xC3\"}\n", "", "quarry"},
      {"overlong.txt", "Ferry\n\nAn overlong slash \xC0\xAF and a surrogate \xED\xA0\x80 here.\n", "",
       "overlong"},
  });
}

TEST_CASE("entities are never fetched and never multiplied") {
  const TemporaryFolder folder;
  write_file(folder / "secret.txt", "rosebudsecret");
  std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE nitf [<!ENTITY a \"laughter laughter\">";
  for (char name = 'b'; name < 'z'; ++name) {
    const std::string before = std::string("&") + static_cast<char>(name - 1) + ";";
    laughs += std::string("<!ENTITY ") + name + " \"" + repeated(before, 10) + "\">";
  }
  const std::string external = "<?xml version=\"1.0\"?><!DOCTYPE nitf [<!ENTITY x SYSTEM \"file://" +
                               (folder / "secret.txt") + "\"><!ENTITY % p SYSTEM \"" +
                               (folder / "secret.txt") + "\"> %p;]>";
  for (const char* name : {"laughs.xml", "external.xml"}) {
    CAPTURE(name);
    Ward ward;
    const bool is_external = name[0] == 'e';
    write_file(ward / ("in/" + std::string(name)), (is_external ? external : laughs + "]>") +
                                                       nitf(is_external ? "Now &x; comes" : "Now &y; comes"));
    ward.index();
    ward.check_survived();
    CHECK_FALSE(ward.found("rosebudsecret"));
    CHECK((ward.found("mayor") || ward.says("entit")));
  }
}

TEST_CASE("what is nested without end is a reject or flat text") {
  constexpr std::size_t depth = 1'000'000;
  check_all({
      {"deep.json", "{\"title\":\"x\",\"body\":" + std::string(depth, '[') + "\n" + article("Bridge"),
       "reject"},
      {"deep-line.jsonl",
       article("Bridge") + "{\"title\":\"x\",\"body\":" + std::string(depth, '[') + "\n" + article("Harbour"),
       "JSON", "title:harbour"},
      {"deep-closed.jsonl",
       article("Quarry") + "{\"title\":\"x\",\"body\":" + std::string(depth, '[') + std::string(depth, ']') +
           "}\n",
       "JSON", "title:quarry"},
      {"deep.xml", nitf(repeated("<em>", depth) + "Alpha"), "reject"},
      {"deep-closed.xml", nitf(repeated("<em>", depth) + "Alpha" + repeated("</em>", depth)), "reject"},
      {"deep.html", "<html><body>" + repeated("<div>", depth) + "Alpha", "reject"},
      {"deep-closed.html",
       "<html><body>" + repeated("<b>", depth) + "Alpha" + repeated("</b>", depth) + "</body></html>",
       "reject"},
  });
}

TEST_CASE("what is opened again and again and never closed is looked through once") {
  check_all({
      {"comments.xml", "<rss><channel>" + repeated("<!--", 500'000), "not closed"},
      {"documents.sgml", repeated("<DOC>", 50'000), "closed"},
      {"reuters.sgml", repeated("<REUTERS>", 50'000), "not closed"},
      {"returns.txt", "1 of 2 DOCUMENTS\n\n" + std::string(1'000'000, '\r'), ""},
      {"quotes.csv", "title,body\n" + repeated("\"a\n", 50'000), "quote"},
  });
}

TEST_CASE("sizes that lie are not believed") {
  const std::string negative = std::string(1, '\xFF') + std::string(11, '\xFE');
  const std::string huge = std::string(1, '\x80') + std::string(3, '\0') + "\x7F" + std::string(7, '\xFF');
  const auto good = [](const std::string& word) {
    return tar_file("a.txt", word + " opens\n\nIt is open.\n");
  };
  const std::string end(1024, '\0');
  check_all({
      {"negative.tar", good("Quarry") + tar_header({"b.txt", negative, '0', ""}) + end, "damaged",
       "title:quarry"},
      {"huge.tar", good("Tower") + tar_header({"b.txt", huge, '0', ""}) + "Some text" + end,
       "Tar entry size overflow", "title:tower"},
      {"large.tar", good("Ferry") + tar_header({"b.txt", tar_size(1ull << 32), '0', ""}) + "Some text" + end,
       "ends too early", "title:ferry"},
      {"long.warc", warc_page("Market", "99999999999999") + warc_page("Bridge", ""), "64 MiB",
       "title:bridge"},
      {"negative.warc", warc_page("Market", "-5") + warc_page("Viaduct", ""), "length of the record",
       "title:viaduct"},
  });
}

TEST_CASE("an archive's names lead nowhere and its links are not followed") {
  const TemporaryFolder folder;
  write_file(folder / "secret.txt", "rosebudsecret");
  const std::string end(1024, '\0');
  const std::string text = "Harbour opens\n\nThe harbour opened.\n";
  const auto good = [&](const std::string& word) {
    return tar_file("good.txt", word + " closes\n\nIt is closed.\n") + end;
  };
  check_all({
      {"up.tar", tar_file("../../up.txt", text) + good("Quarry"), "leads out of it", "title:quarry"},
      {"absolute.tar", tar_file(folder / "written.txt", text) + good("Tower"), "leads out of it",
       "title:tower"},
      {"symlink.tar", tar_header({"s", tar_size(0), '2', folder / "secret.txt"}) + good("Ferry"),
       "it is a link", "title:ferry"},
      {"hardlink.tar", tar_header({"s", tar_size(0), '1', folder / "secret.txt"}) + good("Viaduct"),
       "it is a link", "title:viaduct"},
      {"device.tar", tar_header({"s", tar_size(0), '3', ""}) + good("Granary"), "not a file",
       "title:granary"},
      {"up.zip", zip_of("a/../../up.txt", text), "leads out of it"},
      {"absolute.zip", zip_of(folder / "written.txt", text), "leads out of it"},
  });
  CHECK_FALSE(fs::exists(folder / "written.txt"));
}

TEST_CASE("what unpacks without end is stopped") {
  constexpr std::uint64_t pieces = 17;  // of 64 MiB
  const std::string spaces = gzip(std::string(64 * kMebi, ' '));
  const std::string words = gzip("{\"title\":\"" + std::string(64 * kMebi, 'a'));
  std::string tar = gzip(tar_file("a.txt", "Harbour opens\n\nThe harbour opened.\n") +
                         tar_header({"b.txt", tar_size(pieces * 64 * kMebi), '0', ""}));
  const std::string stopped = "unpacking stopped";
  check_all({
      {"spaces.txt.gz", repeated(spaces, pieces), "16 MiB"},
      {"words.jsonl.gz", repeated(words, pieces), stopped},
      {"spaces.csv.gz", gzip("title,body\n\"") + repeated(spaces, pieces), "quote"},
      {"b.tgz", tar + repeated(spaces, pieces), stopped, "harbour"},
      {"twice.jsonl.gz", gzip(repeated(words, pieces)), stopped},
      {"one.zip", zip_bomb("b.txt", "", ' ', pieces * 64), "16 MiB"},
      {"lines.zip", zip_bomb("b.jsonl", "{\"title\":\"", 'a', pieces * 64), stopped},
      {"nested.zip", zip_of("inner.zip", zip_bomb("b.txt", "", ' ', pieces * 64)), "unpack it first"},
  });
}

TEST_CASE("a record just small enough to be looked at takes no more memory than others") {
  const std::string xml = nitf("|");
  const std::string wiki = "<mediawiki><page><title>A</title><ns>0</ns><revision><text>";
  const struct {
    std::string name;
    LongText text;  // times: of 60 MB in all
    std::string reason;
  } cases[] = {
      {"elements.xml",
       {xml.substr(0, xml.find('|')), "<p/>", 0, xml.substr(xml.find('|') + 1)},
       "500,000 elements"},
      {"tags.html", {"<html><body>", "<b>x</b>", 0, "</body></html>"}, "16 MiB"},
      {"links.xml", {wiki, "[[a]]", 0, "</text></revision></page></mediawiki>"}, "16 MiB"},
      {"lines.txt", {"1 of 2 DOCUMENTS\n\n", "a\n\n", 0, ""}, "16 MiB"},
      {"values.jsonl", {"{\"title\":\"a\",\"body\":[1", ",1", 0, "]}\n"}, "millions of values"},
      {"words.jsonl", {"{\"title\":\"a\",\"body\":\"", "words ", 0, "\"}\n"}, "16 MiB"},
      {"words.csv", {"title,body\nA,", "words ", 0, "\n"}, "16 MiB"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    Ward ward;
    LongText text = c.text;
    text.times = 60'000'000 / text.piece.size();
    write_long(ward / ("in/" + c.name), text);
    ward.index();
    ward.check_survived();
    CAPTURE(ward.reasons());
    CHECK(ward.says(c.reason, c.name));
  }
}

TEST_CASE("a line of 200 MB is one reject, packed or not") {
  const LongText json{article("Harbour") + "{\"title\":\"", std::string(kMebi, 'a'), 200,
                      "\"}\n" + article("Bridge")};
  const LongText csv{"title,body\nHarbour,It opened\n", std::string(kMebi, 'a'), 200, "\nBridge,It closed\n"};
  const LongText quoted{"title,body\nHarbour,\"", "Market,x," + std::string(kMebi, 'a') + "\n", 100,
                        "Bridge,It closed\n"};
  const LongText text{"Harbour\n\n", std::string(kMebi, 'a'), 200, "\n"};
  const struct {
    const char* name;
    const LongText& text;
    const char* reason;
    const char* reads;
  } cases[] = {{"line.jsonl", json, "64 MiB", "bridge"},
               {"line.csv", csv, "64 MiB", "bridge"},
               {"unclosed.csv", quoted, "quote", "bridge"},
               {"line.txt", text, "16 MiB", nullptr}};
  for (const auto& c : cases) {
    for (const bool is_packed : {false, true}) {
      CAPTURE(c.name);
      CAPTURE(is_packed);
      Ward ward;
      const std::string path = ward / ("in/" + std::string(c.name));
      is_packed ? write_long_gz(path + ".gz", c.text) : write_long(path, c.text);
      ward.index();
      ward.check_survived();
      CHECK(ward.says(c.reason));
      if (c.reads != nullptr) CHECK(ward.found(c.reads));
    }
  }
}

TEST_CASE("what lies in a folder and is no file is skipped and said so") {
  Ward ward;
  fs::create_directory_symlink(ward / "in", ward / "in/loop");
  fs::create_symlink(ward / "nowhere", ward / "in/dangling");
  REQUIRE(::mkfifo((ward / "in/pipe").c_str(), 0600) == 0);
  fs::create_symlink("/dev/zero", ward / "in/zeros");
  ward.index();
  ward.check_survived();
  CHECK(last_line(ward.result().out) ==
        "read 5 = indexed 1 + updated 0 + unchanged 0 + skipped 4 + rejected 0");
  for (const char* words : {"a link to a folder", "leads nowhere", "it is a pipe", "it is a device"})
    CHECK(ward.says(words));
}

TEST_CASE("a device that is named is skipped") {
  const TemporaryFolder folder;
  const auto result = run_index({folder / "a.archive", "/dev/zero"});
  CHECK(last_line(result.out) == "read 1 = indexed 0 + updated 0 + unchanged 0 + skipped 1 + rejected 0");
}

TEST_CASE("a file that may not be read is a reject") {
  Ward ward;
  write_file(ward / "in/locked.txt", "Harbour opens\n\nThe harbour opened.\n");
  fs::permissions(ward / "in/locked.txt", fs::perms::none);
  if (::access((ward / "in/locked.txt").c_str(), R_OK) == 0) {
    MESSAGE("this user may read every file: nothing to see here");
    return;
  }
  ward.index();
  ward.check_survived();
  CHECK(ward.says("cannot be opened"));
}

TEST_CASE("a pipe that is named is read, and a file that went away meanwhile is a reject") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  write_file(folder / "in/gone.txt", "Harbour opens\n\nThe harbour opened.\n");
  auto run = std::async(std::launch::async, [&] {
    return run_index({folder / "a.archive", folder / "pipe", folder / "in"});
  });
  {
    // Opened once the program reads it: it has listed its inputs then.
    int pipe = -1;
    const auto ended = [&] {
      return run.wait_for(std::chrono::milliseconds(5)) == std::future_status::ready;
    };
    do {
      pipe = ::open((folder / "pipe").c_str(), O_WRONLY | O_NONBLOCK);
    } while (pipe < 0 && !ended());
    REQUIRE(pipe >= 0);
    fs::remove(folder / "in/gone.txt");
    const std::string text = article("Bridge");
    CHECK(::write(pipe, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    ::close(pipe);
  }
  CHECK(last_line(run.get().out) == "read 2 = indexed 1 + updated 0 + unchanged 0 + skipped 0 + rejected 1");
  CHECK(read_whole_file(folder / "a.archive/runs/0001.jsonl").find("cannot be opened") != std::string::npos);
}
