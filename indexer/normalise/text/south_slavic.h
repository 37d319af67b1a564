// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// Which of Croatian, Bosnian and Serbian in Latin letters a text is in ("hr", "bs", "sr"), by words that
/// only one of them uses: names of months, everyday words, "vrijeme" against "vreme". detected where they do
/// not tell: letter statistics alone take the three for one another.
std::string tell_south_slavic(std::string_view text, std::string detected);

}  // namespace broadsheet
