// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// A line of an ANPA text in UTF-8 without its typesetting: the marks for how it is set are gone, cells of a
/// table stand two spaces apart; ``x'' are quotation marks, "_" is a dash, "3{" is 3 1/2.
std::string anpa_line(std::string_view line);

/// The lines of a story as text: a blank line before each paragraph and set line, rows of tables one below
/// the other.
std::string anpa_body(const std::vector<std::string_view>& lines);

}  // namespace broadsheet
