// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "searcher/query/tree.h"
#include "searcher/query/trouble.h"

namespace broadsheet {

constexpr std::uint32_t near_by_default = 10;  // words of a bare NEAR, as Xapian's parser and others have it
constexpr std::uint32_t adj_by_default = 1;    // of a bare ADJ: the very next word
constexpr std::uint32_t max_distance = 250;

/// An operator between words that stand near each other.
struct Nearness {
  Query::Kind kind = Query::Kind::Near;  // or Adj
  std::uint32_t distance = near_by_default;
  std::string typed;
};

/// The operator that a chunk is: "NEAR", "NEAR/5", "ADJ", "ADJ/5", in capitals; nothing if it is none. Throws
/// Trouble for a distance that is no number from 1 to 250.
std::optional<Nearness> nearness_of(Span chunk);

/// "NEAR/5" for a Near or Adj node.
std::string near_text(const Query& near);

struct PlacedQuery {
  Query query;
  std::size_t at = 0;
};

/// The node for two operands. They may be words, phrases, groups of alternatives, and words near each other;
/// throws Trouble for anything else, and for a byline beside text: they have no place in common.
Query stand_near(const Nearness& near, PlacedQuery first, PlacedQuery second);

/// For "-a NEAR/5 b", where the sign could belong to a or to both.
Trouble sign_before_near(std::size_t at, const Nearness& near, char sign);

}  // namespace broadsheet
