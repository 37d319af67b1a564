// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/data_file.h"

#include <cstdlib>
#include <fstream>

#include "common/error.h"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> data_folders() {
  std::vector<fs::path> folders;
  if (const char* named = std::getenv("BROADSHEET_DATA"); named != nullptr && *named != '\0') {
    folders.emplace_back(named);
    return folders;
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) folders.push_back(program.parent_path().parent_path() / "share" / "broadsheet");
  return folders;
}

std::vector<std::string> split_cells(const std::string& line) {
  std::vector<std::string> cells;
  for (std::size_t begin = 0;;) {
    const auto tab = line.find('\t', begin);
    cells.push_back(line.substr(begin, tab - begin));
    if (tab == std::string::npos) return cells;
    begin = tab + 1;
  }
}

}  // namespace

fs::path data_file(const std::string& name) {
  std::string looked_at;
  for (const fs::path& folder : data_folders()) {
    std::error_code error;
    if (fs::exists(folder / name, error)) return folder / name;
    looked_at += (looked_at.empty() ? "" : ", ") + folder.string();
  }
  throw InputError("the data file " + name + " is missing (looked in " + looked_at +
                   "); install Broadsheet again or set BROADSHEET_DATA");
}

std::vector<std::vector<std::string>> read_data_table(const std::string& name) {
  std::ifstream file(data_file(name));
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.front() != '#') rows.push_back(split_cells(line));
  }
  return rows;
}

}  // namespace broadsheet
