// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace broadsheet {

/// The forms of place_exceptions.tsv by their kind ("block", "drop" and so on; the kinds are explained
/// there).
using PlaceExceptions = std::map<std::string, std::unordered_set<std::string>>;

/// Throws InputError if the file is missing.
PlaceExceptions read_place_exceptions();

/// The cell's pieces between separators.
std::vector<std::string> split_cell(std::string_view cell, char separator);

}  // namespace broadsheet
