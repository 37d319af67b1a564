// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/tab_rows.h"

#include <algorithm>
#include <string_view>

#include "common/fold.h"

namespace broadsheet {
namespace {

/// What an editor may put before the first line. (Unicode 15, section 23.8.)
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  for (std::size_t begin = 0; begin <= line.size();) {
    const auto tab = std::min(line.find('\t', begin), line.size());
    if (std::string cell = tidy_value(line.substr(begin, tab - begin)); !cell.empty())
      cells.push_back(std::move(cell));
    begin = tab + 1;
  }
  return cells;
}

}  // namespace

void for_each_tab_row(std::istream& file, const UseTabRow& use) {
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    if (++number == 1 && line.starts_with(kUtf8Mark)) line.erase(0, kUtf8Mark.size());
    const auto cells = cells_of(line);
    if (!cells.empty() && cells.front().front() != '#') use(cells, line, number);
  }
}

}  // namespace broadsheet
