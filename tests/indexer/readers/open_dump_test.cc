// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/open_dump.h"

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "common/error.h"
#include "common/hash.h"
#include "tests/indexer/readers/reading.h"

using namespace broadsheet;
using namespace broadsheet::test;
namespace fs = std::filesystem;

namespace {

/// A directory of its own that goes away with the test.
class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "broadsheet-readers-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

void write_file(const std::string& path, const std::string& content) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

std::string file_content(const std::string& path) {
  std::ostringstream content;
  content << std::ifstream(path, std::ios::binary).rdbuf();
  return content.str();
}

struct Member {
  const char* name;
  std::string content;
  const char* link = nullptr;
};

void add_member(archive* out, const Member& member) {
  archive_entry* entry = archive_entry_new();
  archive_entry_set_pathname(entry, member.name);
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_perm(entry, 0644);
  archive_entry_set_size(entry, static_cast<la_int64_t>(member.content.size()));
  if (member.link) {
    archive_entry_set_filetype(entry, AE_IFLNK);
    archive_entry_set_symlink(entry, member.link);
  }
  REQUIRE(archive_write_header(out, entry) == ARCHIVE_OK);
  archive_write_data(out, member.content.data(), member.content.size());
  archive_entry_free(entry);
}

void pack(const std::string& path, int format, int filter, const std::vector<Member>& members) {
  archive* out = archive_write_new();
  REQUIRE(archive_write_set_format(out, format) == ARCHIVE_OK);
  REQUIRE(archive_write_add_filter(out, filter) == ARCHIVE_OK);
  archive_write_set_bytes_in_last_block(out, 1);
  REQUIRE(archive_write_open_filename(out, path.c_str()) == ARCHIVE_OK);
  for (const Member& member : members) add_member(out, member);
  archive_write_close(out);
  archive_write_free(out);
}

}  // namespace

TEST_CASE("compressed files are read as what is in them") {
  const Folder folder;
  for (const int filter :
       {ARCHIVE_FILTER_NONE, ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_BZIP2, ARCHIVE_FILTER_XZ,
        ARCHIVE_FILTER_LZMA, ARCHIVE_FILTER_ZSTD, ARCHIVE_FILTER_LZ4, ARCHIVE_FILTER_COMPRESS}) {
    CAPTURE(filter);
    pack(folder / "dump", ARCHIVE_FORMAT_RAW, filter,
         {{"x", "{\"id\":1,\"title\":\"a\"}\n{\"id\":2,\"title\":\"b\"}\n"}});
    CHECK(read_file(folder / "dump") == "dump = 1: a, 2: b\n");
  }
}

TEST_CASE("each file in an archive is read as what it is") {
  const Folder folder;
  const std::vector<Member> members = {{"b/one.txt", "One\nbody"},
                                       {"a.json", "[{\"title\":\"a\"},{\"title\":\"b\"}]"},
                                       {"t\xC3\xA9st.csv", "title,text\nc,d\n"},
                                       {".hidden", "x"},
                                       {"__MACOSX/._a.json", "x"},
                                       {"README.md", "About"},
                                       {"empty.txt", ""},
                                       {"../out.txt", "Out"},
                                       {"/abs.txt", "Abs"},
                                       {"more.zip", "PK\x03\x04"}};
  const std::string expected =
      "n/b/one.txt = One\nn/a.json = a, b\nn/t\xC3\xA9st.csv = c\nn/README.md = skip\nn/empty.txt = reject\n"
      "n/../out.txt = reject\nn//abs.txt = reject\nn/more.zip = reject\n";
  for (const int format : {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FORMAT_ZIP, ARCHIVE_FORMAT_CPIO_POSIX}) {
    for (const int filter : {ARCHIVE_FILTER_NONE, ARCHIVE_FILTER_GZIP}) {
      CAPTURE(format);
      pack(folder / "n", format, filter, members);
      CHECK(read_file(folder / "n") == expected);
    }
  }
}

namespace {

std::string gzipped(const Folder& folder, const std::string& text) {
  pack(folder / "packed", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, {{"x", text}});
  return file_content(folder / "packed");
}

/// A record whose text does not pack well.
std::string long_record(const std::string& id) {
  std::string text;
  std::uint32_t state = 7;
  for (int i = 0; i < 4000; ++i) {
    state = state * 1664525U + 1013904223U;
    text += static_cast<char>('a' + (state >> 24) % 26);
  }
  return "{\"id\":\"" + id + "\",\"title\":\"" + id + "\",\"text\":\"" + text + "\"}\n";
}

}  // namespace

TEST_CASE("gzip members one after the other are one dump") {
  const Folder folder;
  write_file(folder / "d.jsonl.gz", gzipped(folder, "{\"title\":\"a\"}\n") +
                                        gzipped(folder, "{\"title\":\"b\"}\n") + std::string(100, '\0'));
  CHECK(read_file(folder / "d.jsonl.gz") == "d.jsonl.gz = a, b\n");
}

TEST_CASE("what lies behind a damaged gzip member is read, and the damage told") {
  const Folder folder;
  std::string damaged = gzipped(folder, long_record("b1") + long_record("b2"));
  for (std::size_t i = damaged.size() / 2; i < damaged.size() / 2 + 40; ++i) damaged[i] = '\x55';
  const std::string first = gzipped(folder, long_record("a"));
  const std::string last = gzipped(folder, long_record("c"));
  write_file(folder / "d.jsonl.gz", first + damaged + last);
  const std::string read = read_file(folder / "d.jsonl.gz");
  CHECK(read.starts_with("d.jsonl.gz = a: a"));
  CHECK(read.ends_with(", reject\nd.jsonl.gz = c: c\n"));
  write_file(folder / "d.jsonl.gz", first + damaged);
  CHECK(read_file(folder / "d.jsonl.gz").ends_with(", reject\n"));
  // A table's rows mean nothing without its header.
  const std::string rows = gzipped(folder, "title,text\nx,y\n");
  write_file(folder / "d.csv.gz", rows + damaged + gzipped(folder, "v,w\n"));
  CHECK(read_file(folder / "d.csv.gz").find('\n') + 1 == read_file(folder / "d.csv.gz").size());
}

TEST_CASE("gzip files in an archive are read as what is in them") {
  const Folder folder;
  const std::vector<Member> members = {
      {"a.jsonl.gz", gzipped(folder, "{\"title\":\"a\"}\n{\"title\":\"b\"}\n")},
      {"cut.jsonl.gz", gzipped(folder, long_record("c")).substr(0, 900)},
      {"b.txt.gz", gzipped(folder, "One\nbody")},
      {"short.gz", "\x1F"}};
  for (const int format : {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FORMAT_ZIP}) {
    for (const int filter : {ARCHIVE_FILTER_NONE, ARCHIVE_FILTER_GZIP}) {
      pack(folder / "n", format, filter, members);
      CHECK(read_file(folder / "n") ==
            "n/a.jsonl.gz = a, b\nn/cut.jsonl.gz = reject\nn/b.txt.gz = One\nn/short.gz = reject\n");
    }
  }
}

TEST_CASE("names in archives are read in any locale") {
  const Folder folder;
  // A zip archive's one local header, whose name is marked as UTF-8 (APPNOTE 4.4.4, bit 11).
  const std::string header(
      "PK\003\004\024\000\000\010\000\000\000\000!\000`"
      "z\004\276\001\000\000\000\001\000\000\000\011\000\000\000\303\251t\303\251.txtT",
      40);
  write_file(folder / "n.zip", header);
  CHECK(read_file(folder / "n.zip").starts_with("n.zip/\xC3\xA9t\xC3\xA9.txt = T"));
}

TEST_CASE("links in archives are passed over and said to be links") {
  const Folder folder;
  pack(folder / "n", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, {{"a.txt", "A"}, {"b.txt", "", "a.txt"}});
  CHECK(read_file(folder / "n") == "n/a.txt = A\nn/b.txt = skip\n");
}

TEST_CASE("a file that cannot be read is one reject that says why") {
  const Folder folder;
  write_file(folder / "empty", "");
  pack(folder / "empty.gz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, {{"x", ""}});
  pack(folder / "empty.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, {});
  struct Case {
    std::string path;
    const char* reason;
  };
  const Case cases[] = {{folder / "none", "the file cannot be opened: No such file"},
                        {folder.path(), "the file cannot be read: Is a directory"},
                        {folder / "empty", "empty file"},
                        {folder / "empty.gz", "empty file"},
                        {folder / "empty.zip", "no files in the archive"}};
  for (const Case& c : cases) {
    CAPTURE(c.path);
    const auto file = open_dump_file({c.path, "x"}, {});
    auto dump = file->next();
    REQUIRE(dump);
    const Reading reading = read_all(*dump->reader);
    REQUIRE(outline(reading) == "reject");
    CHECK(reading.rejects[0].reason.find(c.reason) != std::string::npos);
    CHECK_FALSE(file->next());
  }
}

TEST_CASE("of compressed data cut short what came before stays, and one reject says so") {
  const Folder folder;
  std::string lines;
  std::uint32_t noise = 1;
  for (int i = 0; i < 5000; ++i) {
    noise = noise * 1664525U + 1013904223U;
    lines += "{\"title\":\"" + std::to_string(noise) + "\"}\n";
  }
  for (const int filter :
       {ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_BZIP2, ARCHIVE_FILTER_XZ, ARCHIVE_FILTER_ZSTD}) {
    CAPTURE(filter);
    pack(folder / "whole", ARCHIVE_FORMAT_RAW, filter, {{"x", lines}});
    const std::string whole = file_content(folder / "whole");
    write_file(folder / "cut", whole.substr(0, whole.size() / 2));
    const auto file = open_dump_file({folder / "cut", "cut"}, {});
    auto dump = file->next();
    REQUIRE(dump);
    const Reading reading = read_all(*dump->reader);
    REQUIRE(reading.rejects.size() == 1);
    CHECK(reading.rejects[0].reason.starts_with("the compressed data ends too early"));
    CHECK(reading.records.size() < 5000);
    CHECK_FALSE(file->next());
  }
}

TEST_CASE("an archive cut short in a member is told of once") {
  const Folder folder;
  pack(folder / "whole", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE,
       {{"a.txt", "A\nbody"}, {"b.txt", "B\n" + std::string(5000, 'b')}, {"c.txt", "C"}});
  write_file(folder / "cut", file_content(folder / "whole").substr(0, 3000));
  CHECK(read_file(folder / "cut") == "cut/a.txt = A\ncut/b.txt = reject\n");
}

TEST_CASE("archives cut off at any byte are read as far as they go") {
  const Folder folder;
  for (const int format : {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FORMAT_ZIP}) {
    pack(folder / "whole", format, ARCHIVE_FILTER_NONE, {{"a.txt", "A\nbody"}, {"b.txt", "B\nbody"}});
    const std::string whole = file_content(folder / "whole");
    for (std::size_t length = 0; length < whole.size(); length += 7) {
      CAPTURE(length);
      write_file(folder / "cut", whole.substr(0, length));
      CHECK(!read_file(folder / "cut").empty());
    }
  }
}

TEST_CASE("a file's hash and size are those of its own bytes, however they were read") {
  const Folder folder;
  write_file(folder / "plain", std::string(1000000, 'a') + "\n");
  pack(folder / "zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, {{"a.txt", "A\nbody"}, {"b.txt", "B\nbody"}});
  pack(folder / "tgz", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP, {{"a.txt", "A\nbody"}});
  write_file(folder / "json", "{\"title\":\"a\"}\n");
  for (const char* name : {"plain", "zip", "tgz", "json"}) {
    CAPTURE(name);
    const std::string content = file_content(folder / name);
    const auto file = open_dump_file({folder / name, name}, {});
    while (auto dump = file->next()) dump->reader->next();
    CHECK(file->content_hash() == hash64(content));
    CHECK(file->bytes_read() == content.size());
  }
}

TEST_CASE("directories stand for their files, sorted, without what is hidden or no news by its name") {
  const Folder folder;
  for (const char* name : {"b.txt", "a/z.txt", "a/b/c.txt", "a.txt", ".git/x", ".x", "README.md",
                           "a/SOURCE.txt", "LICENSE", "license-fees-rise.txt", "B.txt"}) {
    write_file(folder / name, "x");
  }
  fs::create_directory_symlink(folder / "a", folder / "link");
  fs::create_symlink(folder / "none", folder / "nowhere");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  const InputList list = list_inputs({folder.path(), folder / "b.txt", "-"});
  const auto names = [](const std::vector<InputFile>& files) {
    std::string all;
    for (const InputFile& file : files) all += file.name + " ";
    return all;
  };
  CHECK(names(list.files) == "B.txt a.txt a/b/c.txt a/z.txt b.txt license-fees-rise.txt b.txt - ");
  std::string left_out;
  for (const LeftOut& one : list.left_out) left_out += one.file.name + ": " + one.reason.substr(0, 12) + "; ";
  CHECK(left_out ==
        "LICENSE: not news by ; README.md: not news by ; a/SOURCE.txt: not news by ; link: it is a link; "
        "nowhere: it is a link; pipe: it is a pipe; ");
  CHECK(list.files[2].path == folder / "a/b/c.txt");
  CHECK_THROWS_AS(list_inputs({folder / "none"}), InputError);
}

TEST_CASE("a device is not read even if it is named, a pipe is") {
  const Folder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  const InputList list = list_inputs({"/dev/zero", folder / "pipe"});
  REQUIRE(list.files.size() == 1);
  CHECK(list.files[0].name == "pipe");
  REQUIRE(list.left_out.size() == 1);
  CHECK(list.left_out[0].file.name == "zero");
  CHECK(list.left_out[0].reason.find("device") != std::string::npos);
}

TEST_CASE("a member whose checksum is wrong is damaged, and the next one is read") {
  const Folder folder;
  pack(folder / "n.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
       {{"a.txt", "A\nbody"}, {"b.txt", "B\nbody"}});
  std::string bytes = file_content(folder / "n.zip");
  for (std::size_t at = bytes.find("PK"); at != std::string::npos; at = bytes.find("PK", at + 1)) {
    const std::size_t crc = bytes.compare(at, 4, "PK\1\2") == 0    ? 16
                            : bytes.compare(at, 4, "PK\7\10") == 0 ? 4
                                                                   : 0;
    if (crc != 0 && at < bytes.size()) bytes[at + crc] = static_cast<char>(bytes[at + crc] ^ 1);
    if (crc == 16) break;
  }
  write_file(folder / "n.zip", bytes);
  CHECK(read_file(folder / "n.zip") == "n.zip/a.txt = reject\nn.zip/b.txt = B\n");
}

TEST_CASE("our own archives and the rejects file are no inputs") {
  const Folder folder;
  for (const char* name : {"a.txt", "rejects.jsonl", "old.archive/runs/0001.jsonl"})
    write_file(folder / name, "x");
  write_file(folder / "old.archive/XAPIANDB", "# broadsheet 1\n");
  write_file(folder / "other/XAPIANDB", "auto a\n");
  const InputList list = list_inputs({folder.path()}, folder / "rejects.jsonl");
  REQUIRE(list.files.size() == 2);
  CHECK(list.files[0].name == "a.txt");
  CHECK(list.files[1].name == "other/XAPIANDB");
  for (const char* name :
       {"old.archive", "old.archive/runs", "old.archive/runs/0001.jsonl", "rejects.jsonl"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(list_inputs({folder / name}, folder / "rejects.jsonl"), InputError);
  }
}

TEST_CASE("a file in an archive takes fields from its whole path") {
  const Folder folder;
  pack(folder / "day.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, {{"2001/a.txt", "T"}});
  const auto file =
      open_dump_file({folder / "day.zip", "day.zip"}, {.path_template = "{source}.zip/{date}/{id}.txt"});
  auto dump = file->next();
  REQUIRE(dump);
  const Reading reading = read_all(*dump->reader);
  REQUIRE(reading.records.size() == 1);
  CHECK(reading.records[0].source == "day");
  CHECK(reading.records[0].date == "2001");
  CHECK(reading.records[0].path == "day.zip/2001/a.txt");
}

TEST_CASE("the formats are those that --format names") {
  CHECK(dump_formats() == std::vector<std::string>{"text", "json", "csv", "reuters-sgml", "nitf", "newsml",
                                                   "newsml-g2", "rss", "atom", "iptc-7901", "anpa", "mail",
                                                   "texts", "trec", "html", "warc", "mediawiki"});
}
