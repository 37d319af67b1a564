// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// JSON in which every \uD800..\uDFFF that has no partner (half of an emoji, cut off by a limit on length) is
/// \ufffd instead. Source: RFC 8259, sections 7 and 8.2.
std::string mend_surrogates(std::string_view json);

/// True if a record is so large and so full of brackets and commas that it holds no news, only values:
/// parsed, it would take many times its size.
bool is_mere_values(std::string_view json);

}  // namespace broadsheet
