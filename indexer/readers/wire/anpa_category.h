// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace broadsheet {

/// What a category letter of ANPA 1312 stands for on North American wires ("a" is "Domestic", "s" is
/// "Sports"). Empty for anything else.
std::string_view anpa_section(std::string_view category);

}  // namespace broadsheet
