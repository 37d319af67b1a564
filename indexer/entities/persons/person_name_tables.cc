// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/entities/persons/person_name_tables.h"

#include <unicode/utf8.h>

#include "common/data_file.h"

namespace broadsheet {

std::string_view native_name_start(std::string_view text) {
  if (text.empty()) return {};
  std::int32_t end = 0;
  const auto size = static_cast<std::int32_t>(text.size());
  U8_FWD_1(text.data(), end, size);
  if (end >= size) return {};
  U8_FWD_1(text.data(), end, size);
  return text.substr(0, static_cast<std::size_t>(end));
}

const TableFile& person_names_file() {
  static const TableFile file(data_file("person_names.table"));
  return file;
}

}  // namespace broadsheet
