// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <random>

#include "searcher/query/parser.h"

using namespace broadsheet;

namespace {

constexpr std::int32_t any_day = 18'031;

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return engine_() % n; }
  template <std::size_t N>
  std::string one_of(const char* const (&choices)[N]) {
    return choices[below(N)];
  }

 private:
  std::mt19937 engine_;
};

constexpr const char* words[] = {"oil",
                                 "Gaza",
                                 "U.S.",
                                 "O'Neill",
                                 "Trump-Putin",
                                 "l'homme",
                                 "AT&T",
                                 "C++",
                                 "9/11",
                                 "5'10\"",
                                 "near5",
                                 "w/5",
                                 "SAME",
                                 "SENTENCE",
                                 "or",
                                 "not",
                                 "AND,",
                                 "EU:n",
                                 "10:30",
                                 "10.5",
                                 "a_b",
                                 "Jane's's",
                                 "e\u0301te",
                                 "\u4e2d\u56fd\u9886\u5bfc\u4eba",
                                 "\u4f50\u3005\u6728",
                                 "\u0e44\u0e17\u0e22\u0e40\u0e25\u0e37\u0e2d\u0e14",
                                 "\u05e6\u05d4\"\u05dc",
                                 "\u0646\u0641\u0637\u200c\u0647\u0627",
                                 "elect*",
                                 "gadafi~",
                                 "gadafi~2",
                                 "2019~",
                                 "\u0436\u0438\u0437\u043d\u044c~",
                                 "pre-elect*",
                                 "=oil",
                                 "=near5",
                                 "=title:x",
                                 "Yahoo!",
                                 "war?",
                                 "5~10",
                                 "?!",
                                 "\u2013",
                                 "https://a.b/c?d=e#f",
                                 "title:",
                                 "col\u00b7legi",
                                 "\U0001F600",
                                 "\uFF21\uFF22",
                                 "'n'",
                                 "d'd's"};

constexpr const char* values[] = {"Putin",
                                  "\"Jane Doe\"",
                                  "\"a, b; c*\"",
                                  "AND",
                                  "U.S.",
                                  "\"(x)\"",
                                  "\u201cA B\u201d",
                                  "\"the \u201cRock\u201d X\"",
                                  "x:y",
                                  "Yahoo!",
                                  "5\"",
                                  "\"\u05e6\u05d4\"\u05dc\"",
                                  "\"-x\"",
                                  "\"=y\"",
                                  "a/b",
                                  "[AP]",
                                  "(A OR \"B C\")",
                                  "\u5317\u4eac\u65e5\u62a5",
                                  "\"A  B \"",
                                  "\"\u037e\""};

constexpr const char* some_dates[] = {
    "2019",           "2019-03..2019-05", "..2001",    "\"last month\"",
    "(2001 OR 2003)", "1987\u20131989",   "last_year", "\" 2 weeks ago .. today \""};

std::string random_group(Random& random, int depth);

std::string random_operand(Random& random, int depth) {
  switch (random.below(depth > 0 ? 9 : 6)) {
    case 0:
      return '"' + random.one_of(words) + ' ' + random.one_of(words) + '"';
    case 1:
      return (random.below(2) == 0 ? "title:" : "byline:") + random.one_of(words);
    case 2:
      return (random.below(2) == 0 ? "person:" : "source:") + random.one_of(values);
    case 3:
      return "date:" + random.one_of(some_dates);
    case 4:
    case 5:
      return random.one_of(words);
    case 6:
      return "title:(" + random.one_of(words) + " OR " + random.one_of(words) + ')';
    default:
      return '(' + random_group(random, depth - 1) + ')';
  }
}

std::string random_group(Random& random, int depth) {
  constexpr const char* between[] = {" ",  " ",  " ",        " AND ", " OR ",      " NOT ",
                                     " -", " +", " NEAR/3 ", " ADJ ", " NEAR/250 "};
  constexpr const char* before[] = {"", "", "", "-", "+", "NOT "};
  std::string text = random.one_of(before) + random_operand(random, depth);
  for (std::size_t more = random.below(4); more > 0; --more) {
    text += random.one_of(between) + random_operand(random, depth);
  }
  return text;
}

/// Text without any order: pieces of the language and of several scripts run together.
std::string random_text(Random& random) {
  constexpr const char* pieces[] = {"a",       "Bc",       " ",
                                    " ",       "(",        ")",
                                    "\"",      "*",        "-",
                                    "+",       "=",        ":",
                                    "~",       "!",        "?",
                                    ".",       "'",        "/",
                                    "5",       "OR",       "AND",
                                    "NOT",     " NEAR/5 ", " ADJ ",
                                    "..",      "title:",   "person:",
                                    "date:",   "2019",     "\u201c",
                                    "\u201d",  "\u00ab",   "\u00bb",
                                    "\u300c",  "\u300d",   "\u5317\u4eac",
                                    "\u3005",  "\u05e6",   "\u0e44\u0e17\u0e22",
                                    "\u0301",  "\u200d",   "\uff08",
                                    "\uff1a",  "@",        "_",
                                    "\u2019s", "\u00e9"};
  std::string text;
  for (std::size_t length = 1 + random.below(12); length > 0; --length) text += random.one_of(pieces);
  return text;
}

/// True if text was read; checks then that the query is printed as a text that is read as the same query.
bool check_round_trip(const std::string& text, bool any_word) {
  ParsedQuery parsed;
  try {
    parsed = parse_query(text, {any_word, any_day});
  } catch (const QueryError& error) {
    CHECK(error.position() <= text.size());
    return false;
  }
  const std::string printed = to_string(parsed.query);
  CAPTURE(text);
  CAPTURE(printed);
  const Query again = parse_query(printed, {false, any_day}).query;
  REQUIRE(again == parsed.query);
  REQUIRE(to_string(again) == printed);
  return true;
}

}  // namespace

TEST_CASE("a query printed and read again is the same query") {
  Random random(1987);
  int read = 0;
  for (int round = 0; round < 12'000; ++round) read += check_round_trip(random_group(random, 3), false);
  CHECK(read > 3'000);
}

TEST_CASE("any text is read as a query that prints as itself, or is an error at a place within it") {
  Random random(2003);
  int read = 0;
  for (int round = 0; round < 6'000; ++round) read += check_round_trip(random_text(random), false);
  CHECK(read > 1'000);
}

TEST_CASE("what natural mode reads can be printed in the query language") {
  Random random(2011);
  int read = 0;
  for (int round = 0; round < 1'000; ++round) {
    read += check_round_trip(random_text(random), true);
    read += check_round_trip(random_group(random, 2), true);
  }
  CHECK(read > 1'500);
}
