// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// What the names of templates and headings mean on the Wikinews of many languages. Names in any case, "_"
/// for a space or not.
enum class WikiTemplate {
  Other,       // shows nothing that belongs to the text
  Date,        // {{date|March 3, 2006}}
  Byline,      // {{byline|date=...|location=...}}
  First,       // shows its first value: {{nowrap|x}}
  Last,        // shows its last value: {{w|Title|label}}, {{lang|fr|mot}}
  Quote,       // shows its first value, as a paragraph
  Measure,     // shows number and unit: {{convert|5|km|mi}}
  Categories,  // {{categories|a|b}}
  Published,
  Draft,
};

WikiTemplate template_meaning(std::string_view name);

/// True for the headings of sections that follow a story: sources, external links, related news.
bool is_back_matter(std::string_view heading);

/// Lower case (of all scripts), "_" as a space, trimmed.
std::string wiki_name(std::string_view name);

}  // namespace broadsheet
