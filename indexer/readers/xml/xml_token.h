// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {

enum class XmlKind { Text, StartTag, EmptyTag, EndTag, Comment, Cdata, Instruction, Declaration };

/// A piece of XML as written. Source: XML 1.0 (5th edition), sections 2.4 to 2.8 and 3.1.
struct XmlToken {
  XmlKind kind = XmlKind::Text;
  std::string_view text;  // all of it
  std::string_view name;  // of a tag or instruction, with its prefix
};

/// The token that the text begins with; nothing if it does not end in the text (that of Text is its end). A
/// "<" that no markup begins with is Text, and so is one of a tag in which another "<" comes before its ">".
/// Requires a text that is not empty.
std::optional<XmlToken> next_xml_token(std::string_view text);

/// Name and value, as written between its quotes, which may be missing.
using XmlAttribute = std::pair<std::string_view, std::string_view>;

/// Attributes of a start tag or instruction, at most 256; of two with one name the first.
std::vector<XmlAttribute> xml_attributes(const XmlToken& tag);

/// The value of one; empty if it is not there.
std::string_view xml_attribute(const XmlToken& tag, std::string_view name);

/// Behind the colon, if there is one.
std::string_view local_xml_name(std::string_view name);

}  // namespace broadsheet
