// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/readers/record_reader.h"

namespace broadsheet {

/// A table with a header (csv_row.h, csv_header.h), its columns named by the keys of field_keys.h. A quote
/// that is never closed costs its row, and reading goes on with the line after.
std::unique_ptr<DumpReader> make_csv_reader(DumpSource source);

}  // namespace broadsheet
