// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/query/tree.h"

namespace broadsheet {

/// Trees in the one shape that parse_query returns: no And directly in an And, no Or in an Or, no node for a
/// single child, no double negation.

/// All of the parts, or any; requires at least one.
Query all_of(std::vector<Query> parts);
Query any_of(std::vector<Query> parts);

/// One operand of words and groups side by side.
struct Part {
  Query query;
  bool excluded = false;  // behind - or NOT
  bool required = false;  // behind +, or an operand of AND
  bool plus = false;      // behind +
  std::string raw;        // the chunk, if it is a plain word: "or" may not have meant itself
};

/// What the parts of one group ask for together. Where one of them has a +, the words without are optional;
/// filters (values and dates) never are. Requires at least one part.
Query together(std::vector<Part> parts);

/// True for a query of nothing but exclusions.
bool is_only_negative(const Query& query);

}  // namespace broadsheet
