// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// Text safe to show on a terminal: control characters (C0 but tab and newline, DEL, C1), bidirectional
/// overrides and ill-formed bytes become U+FFFD.
std::string printable(std::string_view text);

/// printable() on one line: newlines and tabs become spaces; cut to at most max_bytes on a character
/// boundary, with an ellipsis if cut. For error messages that quote input.
std::string one_line(std::string_view text, std::size_t max_bytes = 200);

/// "a, b, c".
std::string comma_list(const std::vector<std::string>& words);

}  // namespace broadsheet
