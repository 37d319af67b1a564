// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace broadsheet {

/// True of what find_country() knows, in any language; without its reading of all of ICU's languages.
/// Thread-safe; loads its data on first use.
bool is_country_name(std::string_view name);

}  // namespace broadsheet
