// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/fields/field_collector.h"

namespace broadsheet {

/// How a table is written, as its first row tells.
struct CsvHeader {
  char delimiter = ',';
  std::vector<std::string> cells;  // trimmed
  std::size_t length = 0;          // bytes of the header, with the line "sep=;" that Excel may put before
  std::size_t known = 0;           // cells that are names of fields
  bool has_text = false;           // one of them is for a title, body or summary
};

/// Reads the first row with the delimiter (comma, semicolon, tab or bar) that makes most of its cells known.
CsvHeader read_csv_header(std::string_view head, bool head_is_all, const FieldMap& field_map);

/// True if a text that might be anything is a table by its header.
bool is_table(const CsvHeader& header);

}  // namespace broadsheet
