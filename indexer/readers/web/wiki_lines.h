// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// Lines of wikitext whose links and templates are resolved, as paragraphs separated by blank lines: list
/// items and headings are paragraphs of their own, lines in a row one; without rules, and without the
/// sections that follow a story (is_back_matter) up to the next heading of their level.
std::string wiki_paragraphs(std::string_view lines);

}  // namespace broadsheet
