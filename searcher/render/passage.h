// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/words.h"
#include "searcher/render/display.h"
#include "searcher/render/matches.h"

namespace broadsheet {

/// The body of an article on one line, and where its paragraphs begin.
struct BodyLine {
  std::string text;
  std::vector<std::size_t> paragraphs;
};

/// Matches that are shown together.
struct Cluster {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t forms = 0;
  std::size_t places = 0;
};

/// The matches within so many bytes that are of most forms; then the most of them; then the earliest. matches
/// are in order of their beginnings, their forms below form_count. Empty, at the text's beginning, if there
/// are none.
Cluster best_cluster(const std::vector<FormMatch>& matches, std::size_t form_count, std::size_t span);

/// Where to cut the passage of at most about max_bytes that shows a cluster: from a sentence's beginning if
/// one is near, else from a word's, to a word's end. Words longer than that are cut between graphemes.
TextRange cut_passage(const BodyLine& body, const std::vector<Word>& words, const Cluster& cluster,
                      std::size_t max_bytes);

}  // namespace broadsheet
