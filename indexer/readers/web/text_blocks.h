// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/web/html_tree.h"

namespace broadsheet {

/// A run of text between tags that part text: a paragraph, a cell, a heading, a link in a menu.
struct TextBlock {
  std::string text;          // white space squeezed, but in <pre>
  std::string_view element;  // the name of the nearest element that parts text; of the tree
  std::size_t node = 0;      // of that element
  std::size_t words = 0;
  std::size_t linked_words = 0;

  double link_density() const {
    return words == 0 ? 1.0 : static_cast<double>(linked_words) / static_cast<double>(words);
  }
  bool is_heading() const { return element.size() == 2 && element[0] == 'h' && element[1] <= '6'; }
};

/// The words of a text: runs between spaces; where a script has no spaces (Han, kana, Thai, Khmer, Lao,
/// Burmese), two characters count as a word.
std::size_t count_words(std::string_view text);

/// The blocks of a subtree in order, none empty, without the subtrees of left_out (one flag per node) and of
/// elements that hold no text to read. Two <br> in a row part blocks as a paragraph does; so does one after a
/// short line or the end of a sentence.
std::vector<TextBlock> text_blocks(const HtmlTree& tree, std::size_t root, const std::vector<bool>& left_out);

}  // namespace broadsheet
