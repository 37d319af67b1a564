// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/xml/xml_node.h"

namespace broadsheet {

/// What stands in an element of NITF, XHTML or plain XML as HTML with nothing but paragraphs, headings,
/// lists, tables, line breaks and preformatted text: captions stay, references to media and scripts go,
/// elements within a line (<person>, <a>) leave their text. Character references are XML's.
std::string html_of(const XmlNode& element);

/// <p> and the text, escaped; empty for an empty text.
std::string html_paragraph(std::string_view text);

/// Plain text as HTML that keeps its lines.
std::string html_of_plain(std::string_view text);

/// True if a text is meant as HTML: it has an HTML tag or a character reference.
bool seems_html(std::string_view text);

}  // namespace broadsheet
