// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// What stands below a story on a line of its own to say whose it is.
struct SignOff {
  std::string agency;  // its usual name; may be empty
  std::vector<std::string> authors;
};

/// The initials of those who wrote and edited it, an agency or its item's number: "jpd/cbn/dla", "AAP rl/kj",
/// "(Hina) xkt yln", "Lusa/Fim", "1011024 jlg/mcs", "/ritzau/"; an author with the agency: "Stina
/// Wallgren/TT". Nothing if the paragraph is anything else. End marks that name no agency are notes.h's.
std::optional<SignOff> read_sign_off(std::string_view paragraph);

/// Where such a sign-off begins that stands behind the last sentence of a paragraph: "... are safe. PTI DJI
/// SKL", "... di calamità. (ANSA)."; npos if there is none.
std::size_t find_trailing_sign_off(std::string_view paragraph);

}  // namespace broadsheet
