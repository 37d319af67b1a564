// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/places/place_exceptions.h"

#include <utility>

#include "common/data_file.h"

namespace broadsheet {

PlaceExceptions read_place_exceptions() {
  PlaceExceptions exceptions;
  for (const auto& row : read_data_table("place_exceptions.tsv")) {
    for (std::string& form : split_cell(row.at(0), '|')) exceptions[row.at(1)].insert(std::move(form));
  }
  return exceptions;
}

std::vector<std::string> split_cell(std::string_view cell, char separator) {
  std::vector<std::string> pieces;
  while (!cell.empty()) {
    const auto end = cell.find(separator);
    pieces.emplace_back(cell.substr(0, end));
    cell.remove_prefix(end == std::string_view::npos ? cell.size() : end + 1);
  }
  return pieces;
}

}  // namespace broadsheet
