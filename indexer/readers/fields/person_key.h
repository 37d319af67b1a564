// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// A name from a key that a news agency files people under: "james-baker" is "James Baker", "de-la-madrid" is
/// "de la Madrid", "o-kennedy" is "O'Kennedy". A value with spaces or capitals is a name already and stays as
/// it is.
std::string name_of_person_key(std::string_view key);

}  // namespace broadsheet
