// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// The case forms of a name of one word in a language (ISO 639-1), itself among them, and of one of two words
/// where inflections.tsv says how adjectives in it decline; of any other name only itself. Thread-safe.
std::vector<std::string> inflect_name(std::string_view name, std::string_view language);

/// An adjective's forms from its stem, and the words for the people that inflections.tsv makes of it; the
/// stem alone if the language has no endings there.
std::vector<std::string> inflect_adjective(std::string_view stem, std::string_view language);

/// "Moskauer" of "Moskau": adjectives that a language makes of the names of towns. Thread-safe.
std::vector<std::string> town_adjectives(std::string_view town, std::string_view language);

}  // namespace broadsheet
