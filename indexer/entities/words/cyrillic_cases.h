// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

/// True if the word starts with a Cyrillic letter.
bool is_cyrillic(std::string_view word);

/// The nominative of a folded Russian or Ukrainian given name in another case, if that is in the name
/// lexicon: "владимира" gives "владимир", "марией" gives "мария". Nothing for names that are in the lexicon
/// as they stand.
std::optional<std::string> given_name_nominative(std::string_view folded);

/// The nominative of a folded surname in another case, as a man's or a woman's: "зеленского", "путина",
/// "захаровой". The word itself if it has no known ending.
std::string surname_nominative(std::string_view folded, bool feminine);

}  // namespace broadsheet
