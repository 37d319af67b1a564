// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "searcher/query/tree.h"

namespace broadsheet {

/// A query that cannot be answered as typed. what() is the whole message for a terminal: the cause, the query
/// with a caret under the place, and what to type instead.
class QueryError : public InputError {
 public:
  QueryError(std::string_view query, std::size_t position, std::string_view cause, std::string_view remedy);
  std::size_t position() const { return position_; }     // in bytes, within the query
  const std::string& cause() const { return cause_; }    // one line, without the caret
  const std::string& remedy() const { return remedy_; }  // one line; may be empty

 private:
  std::size_t position_;
  std::string cause_;
  std::string remedy_;
};

struct ParseOptions {
  bool any_word = false;   // words side by side are alternatives (--natural), not all required
  std::int32_t today = 0;  // local day number, for "yesterday" and "last month"
};

struct ParsedQuery {
  Query query;
  /// What a person should know, a line each, without repetition: "or" is a word here; type OR for either.
  std::vector<std::string> notices;
};

/// The query language (docs/query-language.md). Bounded: at most 10,000 characters, 64 levels of parentheses,
/// 1,000 words; beyond that, and for anything it does not understand, throws QueryError. Never reinterprets
/// silently.
ParsedQuery parse_query(std::string_view text, const ParseOptions& options);

/// A date as typed in --from, --to and date: the days it stands for ("2019", "2019-03", "2019-03-05",
/// "yesterday", "last month", "2 weeks ago"). Throws QueryError for anything else; for 03/05/2019 it names
/// both readings.
DayRange parse_date(std::string_view text, std::int32_t today);

}  // namespace broadsheet
