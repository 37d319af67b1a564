// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/file_sum.h"

#include <doctest/doctest.h>

#include <system_error>

#include "common/error.h"
#include "common/hash.h"
#include "tests/support/files.h"

using namespace broadsheet;

TEST_CASE("a file's sum is its size and the hash of its bytes, however long it is") {
  const test::TemporaryFolder folder;
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, std::size_t{1} << 18, std::size_t{600'001}}) {
    CAPTURE(size);
    const std::string bytes(size, 'x');
    test::write_file(folder / "file", bytes);
    CHECK(sum_file(folder / "file") == FileSum{size, hash64(bytes)});
  }
  CHECK_THROWS_AS(sum_file(folder / "missing"), std::system_error);
}

TEST_CASE("what is wrong with a file is said in words") {
  const test::TemporaryFolder folder;
  test::write_file(folder / "small", "wheat");
  test::write_file(folder / "large", std::string(10'000, 'x'));
  const FileSum small = sum_file(folder / "small");
  const FileSum other = {small.size, small.checksum + 1};
  const FileSum other_large = {10'000, 1};
  const struct {
    const char* file;
    FileSum expected;
    Depth depth;
    const char* trouble;
  } cases[] = {
      {"small", small, Depth::Content, ""},
      {"missing", small, Depth::Size, "is missing"},
      {"small", {6, 0}, Depth::Size, "has 5 bytes instead of 6"},
      {"small", other, Depth::Size, "is damaged: its content is not what was written"},
      {"large", other_large, Depth::Size, ""},
      {"large", other_large, Depth::Content, "is damaged: its content is not what was written"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.file);
    CHECK(file_trouble(folder / c.file, c.expected, c.depth) == c.trouble);
  }
  CHECK_NOTHROW(require_files(folder.path(), {{"small", small}}, Depth::Content));
  CHECK_THROWS_AS(require_files(folder.path(), {{"small", other}}, Depth::Content), InputError);
}
