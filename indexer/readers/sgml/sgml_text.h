// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// What a piece of not well-formed SGML has between <TAG ...> and </TAG>: the first one; nothing if there is
/// none. An element that is not closed goes on to the end. tag in the case that the text has it.
std::optional<std::string_view> sgml_element(std::string_view text, std::string_view tag);

/// The content of every <TAG> in text, in order.
std::vector<std::string_view> sgml_elements(std::string_view text, std::string_view tag);

/// The value of an attribute in a start tag; empty if it is not there. Requires double quotes.
std::string_view sgml_attribute(std::string_view start_tag, std::string_view name);

/// References decoded: &#N; and the five named ones. &#N; becomes UTF-8, or where not utf8 one byte of ISO
/// 8859-1; what that has no byte for stays as written, and so do other names. U+0000 goes.
std::string decode_sgml(std::string_view text, bool utf8);

}  // namespace broadsheet
