// SPDX-License-Identifier: GPL-2.0-or-later
// Prints JSON lines of made-up articles, as many as asked: a dump larger than any that is kept.
//
//   large_dump ARTICLES [SEED]      some 3.3 KB each; the same numbers always print the same text
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>

#include "tests/bench/made_up_articles.h"

namespace {

bool read_number(const char* text, std::uint64_t& number) {
  const char* end = text + std::strlen(text);
  return std::from_chars(text, end, number).ptr == end && end != text;
}

}  // namespace

int main(int argc, char** argv) {
  std::uint64_t articles = 0;
  std::uint64_t seed = 1;
  if (argc < 2 || !read_number(argv[1], articles) || (argc > 2 && !read_number(argv[2], seed))) {
    std::fputs("Usage: large_dump ARTICLES [SEED]\n", stderr);
    return 2;
  }
  std::string text;
  for (std::uint64_t number = 1; number <= articles; ++number) {
    text.clear();
    broadsheet::test::append_made_up_article(text, seed, number);
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
  return 0;
}
