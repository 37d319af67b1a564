// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/moment.h"

namespace broadsheet {

/// The fields that a query can name. Title and byline are searched as words; the rest are facet values.
enum class Field { Any, Title, Byline, Source, Section, Language, Person, Country, About, Org, Topic };

/// A query as our parser understands it: a value that can be compared, printed and parsed again to the same
/// value. The text of a word is as typed; its matched form is fold(text).
struct Query {
  enum class Kind {
    All,     // every article (the empty query)
    Word,    // text: one word as typed; matched by stem
    Exact,   // text: one word as typed; matched as it is (=word)
    Prefix,  // text: what the word starts with (elect*)
    Fuzzy,   // text: a word; distance: how many letters may be wrong (fuzzy~2)
    Phrase,  // children: Exact and Prefix, in order
    Near,    // children: two; distance: the words from the one to the other, in either order (NEAR/5)
    Adj,     // the same, the second behind the first (ADJ/5)
    Value,   // field, text: a facet value as typed (person:"Jane Doe")
    Date,    // dates: local days, inclusive
    And,     // children: all of them (two or more)
    Or,      // children: at least one of them (two or more)
    Not,     // children: the first, without any of the others (two or more)
    Maybe,   // children: the first; the others (optional words beside + words) only add to the score
  };

  Kind kind = Kind::All;
  Field field = Field::Any;  // of Value; else Any, Title or Byline of leaves and the words of a phrase
  std::string text;
  std::uint32_t distance = 0;
  DayRange dates;
  std::string dates_as_typed;  // "2019-03..2019-05": what is printed
  std::vector<Query> children;

  bool operator==(const Query&) const = default;
};

/// The query in its own language, such that parse_query(to_string(q), {false, today}).query == q for every q
/// that parse_query returns, also for one that it made of natural text.
std::string to_string(const Query& query);

/// The tree, one node a line, indented: what --explain shows.
std::string to_outline(const Query& query);

}  // namespace broadsheet
