// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cmath>

namespace broadsheet {

/// The weight of what occurs in so many of all articles, as Xapian's BM25Weight has it: the odds of
/// Robertson and Sparck Jones (1976), kept above 0 for what is in most.
inline double rarity_of(double with, double all) {
  const double odds = (all - with + 0.5) / (with + 0.5);
  return std::log(odds < 2 ? odds / 2 + 1 : odds);
}

}  // namespace broadsheet
