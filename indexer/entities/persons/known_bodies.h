// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/entities/words/name_tokens.h"

namespace broadsheet {

/// The name of a body or company of organisations.tsv that the tokens have at `first`, the longest one.
struct KnownBody {
  std::size_t last = 0;  // one past its last token; 0 if there is none
  std::string name;      // to show; empty for the name as printed
};

/// Looks only at tokens before `end`. Thread-safe; loads its data on first use.
KnownBody known_body_at(const std::vector<NameToken>& tokens, std::size_t first, std::size_t end);

}  // namespace broadsheet
