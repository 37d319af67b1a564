// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// What every folded word of a stem (stems.h) begins with in a language; empty where nothing can be said.
std::string stem_beginning(const std::string& stemmed, std::string_view language);

}  // namespace broadsheet
