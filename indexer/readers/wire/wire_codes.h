// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace broadsheet {

/// The agency that a code in a header of IPTC 7901 means ("dpa", "bel", "AFP"), by its usual name. Empty if
/// none.
std::string_view agency_of_code(std::string_view code);

/// The section that a category of IPTC 7901 means: the IPTC's three letters for its first seventeen subjects
/// ("POL"), or the codes of the agencies that have their own ("i", "wi", "AI"). Empty if it is not
/// known.
std::string_view section_of_category(std::string_view category);

}  // namespace broadsheet
