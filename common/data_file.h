// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace broadsheet {

/// The path of a data file that belongs to the programs ("country_names.tsv"): in the folder that the
/// environment variable BROADSHEET_DATA names, else in ../share/broadsheet beside the running program's
/// folder: an installed tree and a build tree have the same shape. Throws InputError naming the place looked
/// at if it is not there.
std::filesystem::path data_file(const std::string& name);

/// Lines of a data file in tab-separated cells. Empty lines and lines that start with # are left out.
std::vector<std::vector<std::string>> read_data_table(const std::string& name);

}  // namespace broadsheet
