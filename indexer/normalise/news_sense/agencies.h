// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace broadsheet {

/// The usual name of a news agency, however it is printed: "reuter", "RTRS", "Thomson Reuters" give
/// "Reuters". Empty if the text is no known agency.
std::string_view known_agency(std::string_view printed);

}  // namespace broadsheet
