// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace broadsheet {

/// The section in a line that says where an article stood in print: "Foreign Desk" of "Section A; Page 1,
/// Column 6; Foreign Desk", "Metro" of "Metro; Page 1". The first part if all of them are letters and numbers
/// of pages. Trimmed; a view of the line.
std::string_view print_section(std::string_view line);

}  // namespace broadsheet
