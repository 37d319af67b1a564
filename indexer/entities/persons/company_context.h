// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "indexer/entities/persons/name_mentions.h"
#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {

/// True if a stock exchange's code stands behind tokens [.., last), which are some, or ends them: "Walt
/// Disney ( DIS.N )", "John Lewis JLP.UL" with last before or behind the code.
bool has_stock_code(const std::vector<NameToken>& tokens, std::size_t last);

/// Makes bodies of the names of two words and more that are those of companies by what stands beside them: a
/// stock exchange's code, "law firm Jane Brown", "Jane Brown analyst John Doe"; wherever else such a name
/// stands it is the company's too.
void move_companies(const std::vector<NameToken>& tokens, MentionList& mentions);

}  // namespace broadsheet
