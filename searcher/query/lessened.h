// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/query/tree.h"

namespace broadsheet {

/// A query that asks for less than another one, and what it leaves out: "yen", "-war", "the quotes of "oil
/// price"", "the distance of oil NEAR/5 price".
struct Lessened {
  std::string without;
  Query query;
};

/// The query without each of its parts, in order; and with the words of each phrase, or of what stands near
/// each other, anywhere. Empty for a query of one part that has neither; and for one of more than 20 parts,
/// where no part is to blame.
std::vector<Lessened> lessened(const Query& query);

}  // namespace broadsheet
