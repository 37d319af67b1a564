// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// The words of a text in Markdown (https://spec.commonmark.org/0.30/), a line for each of its lines: links
/// are what they show, pictures, comments, rules, footnote marks and addresses of references are gone, so are
/// the signs of headings, quotations, emphasis and code. Tables, lists and HTML stay as they are.
std::string markdown_to_text(std::string_view markdown);

}  // namespace broadsheet
