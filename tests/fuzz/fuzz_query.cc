// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes are a query or a QueryError; and a query that was read is printed as a text that is read as the
// same query. Planned for a small archive, it is refused with a reason or matches what Xapian says.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/error.h"
#include "searcher/match/planner.h"
#include "searcher/match/walk.h"
#include "searcher/query/parser.h"
#include "tests/searcher/match/found_by_xapian.h"
#include "tests/searcher/small_archive.h"

namespace {

using namespace broadsheet;

constexpr std::int32_t today = 18'000;

std::vector<std::vector<test::SmallArticle>> articles() {
  return {{{"The price of oil rises, said O'Neill. Oil prices!\nBanks in Paris trade yen.", "1987-03-10"},
           {"Der Preis f\u00fcr \u00d6l steigt in Wien; die Banken handeln.", "1988-01", "de"},
           {"Jane Doe met John Roe; oil, gas and wheat.", "", "en", {"Jane Doe", "John Roe"}, {"us", "gb"}}},
          {{"To be or not to be: the who of AT&T and 9/11.", "2019-06-01", "", {"Jane Doe"}, {}, "The Times"},
           {"Gas prices fell a little in late trading on Friday.", "1987", "en", {}, {"fr"}}}};
}

/// Made once, and open as long as the fuzzer runs.
const Archive& small_archive() {
  static const test::SmallArchive made(articles());
  static const Archive archive(made.path());
  return archive;
}

void check_plan(const Query& query) {
  const Archive& archive = small_archive();
  PlannedQuery planned;
  try {
    planned = plan(archive, query, "en").query;
  } catch (const InputError&) {
    return;
  }
  const MatchSet matches = find_matches(archive, planned);
  const ScoredSet scored = find_scored(archive, planned, {});
  for (std::size_t s = 0; s < matches.size(); ++s) {
    if (scored[s].docids != matches[s]) std::abort();
    if (!scored[s].scores.empty() && scored[s].scores.size() != matches[s].size()) std::abort();
  }
  if (!test::has_title_phrase(planned) &&
      matches != test::found_by_xapian(archive, to_xapian(archive, planned)))
    std::abort();
}

void check(std::string_view text, bool any_word) {
  ParsedQuery parsed;
  try {
    parsed = parse_query(text, {any_word, today});
  } catch (const QueryError&) {
    return;
  }
  const std::string printed = to_string(parsed.query);
  if (to_outline(parsed.query).empty()) std::abort();
  check_plan(parsed.query);
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
