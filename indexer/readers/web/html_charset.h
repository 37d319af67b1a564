// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// A page's bytes as well-formed UTF-8 without zeros: by its byte order mark; as UTF-8 if it is; by the
/// charset declared outside (the Content-Type of HTTP), by that of its <meta> or <?xml?>; else by ICU's
/// detector; else windows-1252. A declared charset is read as the wider one that real pages use. Sources:
/// HTML Living Standard, 13.2.3.2 (prescan); WHATWG Encoding Standard, 4.2 (names and labels).
std::string html_to_utf8(std::string_view bytes, std::string_view declared);

/// What follows "charset=" in a Content-Type, without quotes; empty if there is nothing.
std::string_view charset_parameter(std::string_view content_type);

}  // namespace broadsheet
