// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// Well-formed UTF-8 for a piece of XML whose document declares a charset (empty: none): as it stands if it
/// is UTF-8 whatever is declared; in the declared charset if ICU knows it; else what is not UTF-8 is read as
/// windows-1252. Labels mean what the WHATWG Encoding Standard says ("iso-8859-1" is windows-1252).
std::string xml_to_utf8(std::string_view bytes, const std::string& charset);

/// True for a charset in which bytes below 0x80 may be parts of other characters ("iso-2022-jp").
bool is_shifting_charset(std::string_view charset);

}  // namespace broadsheet
