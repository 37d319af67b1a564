// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// True if two texts are the same headline: equal when folded, but for punctuation and white space.
bool is_same_headline(std::string_view a, std::string_view b);

/// Drops a headline that a plain text repeats as its first lines, before it is cut into paragraphs: a view of
/// the rest.
std::string_view without_headline_line(std::string_view text, std::string_view title);

/// Drops every repeat of the title among the first paragraphs; a paragraph that goes on with a dateline
/// behind the title loses the title.
void drop_repeated_headline(std::vector<std::string>& paragraphs, std::string_view title);

/// The title of a text without one: its first paragraph, which is taken out, if that is short and no
/// sentence; else the paragraph's first sentence, cut at a word before 100 characters. Paragraphs of the
/// furniture above a story (a byline, a date, a note) are passed over. Empty if there are no paragraphs.
std::string take_headline(std::vector<std::string>& paragraphs);

}  // namespace broadsheet
