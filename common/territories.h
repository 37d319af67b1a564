// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace broadsheet {

/// ICU lists as countries some territories that ISO 3166-1 only reserves a code for. The code of the country
/// that they are part of there ("ic", the Canary Islands: "es"); any other code as it stands.
std::string owner_of_territory(const std::string& code);

}  // namespace broadsheet
