// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// The paragraphs of a clean plain text in order, none empty; every character but white space at line ends
/// and indents is kept. Blank lines always separate. Lines of a text that was wrapped at a fixed width (at
/// most 120 columns: most breaks stand where the next word would not have fitted, many inside a sentence) are
/// joined, and an indent or a line that ended early starts a new paragraph. So are lines of any width where
/// many break off in the middle of a sentence. In any other text each line is a paragraph. Lines with wide
/// gaps inside, two or more in a row, are a table: one paragraph that keeps its line breaks. room_taken is
/// how many columns of the first line a dateline took that is no part of the text.
std::vector<std::string> split_paragraphs(std::string_view text, std::size_t room_taken = 0);

}  // namespace broadsheet
