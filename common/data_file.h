// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace broadsheet {

/// The path of a data file that belongs to the programs ("country_names.tsv"): in the folder that the
/// environment variable BROADSHEET_DATA names, else in ../share/broadsheet beside the running program's
/// folder, else where the build put it. Throws InputError naming the places looked at if it is in none.
std::filesystem::path data_file(const std::string& name);

/// Lines of a data file in tab-separated cells. Empty lines and lines that start with # are left out.
std::vector<std::vector<std::string>> read_data_table(const std::string& name);

}  // namespace broadsheet
