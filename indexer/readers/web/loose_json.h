// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// JSON as pages have it in <script> elements, made into JSON that a parser takes (RFC 8259): wrapped in HTML
/// comments or CDATA, raw line ends and tabs in strings, trailing commas, escapes that JSON does not have, a
/// semicolon at the end. What is well-formed stays as it is.
std::string mend_json(std::string_view text);

}  // namespace broadsheet
