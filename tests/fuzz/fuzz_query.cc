// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes are a query or a QueryError; and a query that was read is printed as a text that is read as the
// same query.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "searcher/query/parser.h"

namespace {

using namespace broadsheet;

constexpr std::int32_t today = 18'000;

void check(std::string_view text, bool any_word) {
  ParsedQuery parsed;
  try {
    parsed = parse_query(text, {any_word, today});
  } catch (const QueryError&) {
    return;
  }
  const std::string printed = to_string(parsed.query);
  if (to_outline(parsed.query).empty()) std::abort();
  // What --natural reads is printed in the language, too: an exception here is a failure.
  if (parse_query(printed, {false, today}).query == parsed.query) return;
  std::fprintf(stderr, "printed as: %s\n", printed.c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check(text, false);
  check(text, true);
  try {
    parse_date(text, today);
  } catch (const QueryError&) {
    return 0;
  }
  return 0;
}
