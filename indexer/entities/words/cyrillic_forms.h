// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace broadsheet {

/// A full name in Cyrillic letters in the genitive, dative, instrumental and prepositional as Russian and
/// Ukrainian decline names ("Нарендра Моди": "Нарендры Моди", "Нарендрой Моди" and so on), without those that
/// read like the nominative. A name is a woman's if its first word ends in a or ya and its last as women's
/// surnames do. Nothing for names of one word and in other scripts.
std::vector<std::string> cyrillic_cases_of(const std::string& name);

}  // namespace broadsheet
