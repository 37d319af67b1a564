// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "searcher/archive/effort.h"
#include "searcher/match/planned_query.h"
#include "searcher/query/tree.h"

namespace broadsheet {

/// A term with positions, and the languages of the articles in which it counts (ascending; empty: all).
struct PlacedTerm {
  std::string term;
  std::vector<std::string> languages;
};

/// The languages of these articles (codes; "" for none), ascending.
std::vector<std::string> languages_of(const Archive& archive, const MatchSet& articles);

/// The terms that a leaf stands for where its place matters: a Word for the archive's words that share its
/// stem in one of some languages, each in those that stem it so; the rest as leaf_terms() says. At most
/// limit + 1.
std::vector<PlacedTerm> placed_terms(const Archive& archive, const Query& leaf,
                                     const std::vector<std::string>& languages, std::size_t limit,
                                     Effort& effort);

/// Where each word stands in an article: positions, ascending, by word.
using WordPlaces = std::vector<std::vector<Xapian::termpos>>;

/// Calls use for each of these articles of a segment (docids ascending) in which so many of the words stand,
/// in order. The places are good until it returns.
void for_each_placed(const Archive& archive, std::uint32_t segment,
                     const std::vector<std::vector<PlacedTerm>>& words, std::size_t least_words,
                     const std::vector<Xapian::docid>& docids,
                     const std::function<void(Xapian::docid, const WordPlaces&)>& use, Effort& effort);

}  // namespace broadsheet
