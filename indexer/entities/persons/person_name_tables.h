// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/entities/tables/hash_table.h"
#include "indexer/entities/tables/table_file.h"

namespace broadsheet {

// What person_names.table holds; its texts are in one text table.

/// The first byte of the letters from U+0370 on: Greek and all behind it.
constexpr unsigned char kFirstNativeByte = 0xCD;

/// A form of the authority file in another script than Latin; found by its native_name_start(), the longest
/// forms of one first.
struct StoredNativeName {
  TextRange form;
  std::uint32_t person = 0;  // index
};

/// The first two characters of a text; empty if there are not as many.
std::string_view native_name_start(std::string_view text);

/// A spelling of a given name (latin_letters).
struct StoredGivenName {
  TextRange preferred;
  TextRange tradition;
};

/// person_names.table, mapped. Throws InputError if it is missing or damaged. Thread-safe.
const TableFile& person_names_file();

}  // namespace broadsheet
