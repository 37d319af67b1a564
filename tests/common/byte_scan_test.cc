// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/byte_scan.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace broadsheet {
namespace {

bool is_mark(char c) {
  return c == '#';
}

// Lengths around those of the blocks that texts are scanned in.
constexpr std::size_t kLengths[] = {0, 1, 2, 31, 32, 33, 63, 64, 65, 127, 128, 129, 200, 300};

}  // namespace

TEST_CASE("a byte is found wherever it stands, and the first of two") {
  for (const std::size_t length : kLengths) {
    const std::string plain(length, 'x');
    CAPTURE(length);
    CHECK(find_byte_if(plain, 0, is_mark) == length);
    CHECK(find_byte_if(plain, length, is_mark) == length);
    for (std::size_t at = 0; at < length; ++at) {
      std::string marked = plain + "#";
      marked[at] = '#';
      CHECK(find_byte_if(marked, 0, is_mark) == at);
      CHECK(find_byte_if(marked, at, is_mark) == at);
      CHECK(find_byte_if(marked, at + 1, is_mark) == length);
    }
  }
}

TEST_CASE("bytes are counted in texts of any length") {
  for (const std::size_t length : kLengths) {
    CAPTURE(length);
    CHECK(count_bytes_if(std::string(length, '#'), is_mark) == length);
    CHECK(count_bytes_if(std::string(length, 'x') + "#", is_mark) == 1);
  }
}

TEST_CASE("two spaces in a row are found where a plain search finds them") {
  for (const std::size_t length : kLengths) {
    for (std::size_t at = 0; at + 1 < length; ++at) {
      std::string text(length, 'x');
      for (std::size_t i = 0; i < length; i += 3) text[i] = ' ';
      text[at] = text[at + 1] = ' ';
      CAPTURE(text);
      for (const std::size_t from : {std::size_t{0}, at, at + 1})
        CHECK(find_double_space(text, from) == text.find("  ", from));
    }
  }
}

TEST_CASE("a text is ASCII if none of its bytes is above 127") {
  CHECK(is_ascii_text(""));
  CHECK(is_ascii_text("plain \x7F\x01 text"));
  CHECK_FALSE(is_ascii_text(std::string(40, 'x') + "\x80"));
  CHECK_FALSE(is_ascii_text("caf\u00E9"));
}

}  // namespace broadsheet
