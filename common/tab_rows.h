// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <string>
#include <vector>

namespace broadsheet {

/// A line of a file of cells separated by tabs: the cells that are not empty, each as tidy_value() gives it,
/// the line itself, and its number, counted from 1.
using UseTabRow =
    std::function<void(const std::vector<std::string>& cells, const std::string& line, std::size_t number)>;

/// Every line that has a cell and is no comment (#). A byte order mark at the beginning is passed over.
/// Throws what use throws.
void for_each_tab_row(std::istream& file, const UseTabRow& use);

}  // namespace broadsheet
