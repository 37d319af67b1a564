// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

/// True if a text that nobody declared as HTML is HTML all the same: it has tags of paragraphs or line
/// breaks.
bool has_markup(std::string_view text);

/// The text of an HTML document or fragment in UTF-8, parsed in memory by libxml2's HTML parser, which
/// fetches nothing. Paragraphs (block elements, list items) are separated by blank lines, <br> and table rows
/// are line ends, table cells stand two spaces apart, <pre> keeps its lines; scripts, styles, forms' controls
/// and the head are left out. Blank lines of the source separate paragraphs where it has no <p>, or if
/// blank_lines_separate (plain text with some tags in it). Nothing if it is over 64 MiB.
std::optional<std::string> markup_to_text(std::string_view html, bool blank_lines_separate = false);

/// The text with its character references (&amp; &#8217; &#x2019;) decoded, each once. What is no complete
/// reference, or names no character, stays as it is.
std::string decode_references(std::string_view text);

}  // namespace broadsheet
